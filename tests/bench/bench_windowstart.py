# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from the start of the process `roost` to its first picture on the screen, with a workspace whose
service runs. Requires a display."""

import pathlib
import statistics
import subprocess
import sys
import time

from service import Service

ROUNDS = 9


def start(service, report):
    report.unlink(missing_ok=True)
    begin = time.monotonic()
    window = subprocess.Popen(
        [service.programs / "roost", "--workspace", service.workspace], stderr=subprocess.DEVNULL,
        env=dict(service.environment, ROOST_STALL_REPORT=str(report), XDG_CONFIG_HOME=str(service.folder / "config")))
    try:
        while window.poll() is None and time.monotonic() < begin + 30:
            for line in report.read_text().splitlines() if report.exists() else []:
                if line.startswith("first_paint_ms "):
                    return float(line.split()[1]) / 1000 - begin
            time.sleep(0.02)
        raise RuntimeError("no window was painted")
    finally:
        window.terminate()
        window.wait(20)


def main():
    with Service(sys.argv[1]) as service:
        report = pathlib.Path(service.folder) / "report"
        start(service, report)  # not measured: reads the program from the disk
        took = [start(service, report) for _ in range(ROUNDS)]
    print(f"start-to-first-paint {1000 * statistics.median(took):.0f} ms")


main()
