# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from "submit" to the first line of the script, compared with a direct start of the same script by
the same interpreter: the cost of queue, snapshot and supervisor."""

import pathlib
import statistics
import subprocess
import sys
import time

from service import Service

SCRIPT = "import time\nprint(repr(time.time()), flush=True)\n"
ROUNDS = 7


def main():
    direct, submitted = [], []
    with Service(sys.argv[1]) as service:
        source = service.folder / "source"
        source.mkdir()
        (source / "first.py").write_text(SCRIPT)
        for _ in range(ROUNDS):
            start = time.time()
            line = subprocess.run(["python3", source / "first.py"], capture_output=True, text=True, check=True).stdout
            direct.append(float(line) - start)
            start = time.time()
            subprocess.run(
                [service.programs / "roostctl", "--workspace", service.workspace, "submit", "--source", source,
                 "--script", "first.py", "--environment", "AzureML-system-python", "--compute", "local",
                 "--experiment", "bench", "--stream"],
                env=service.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            logs = sorted(pathlib.Path(service.workspace).glob("runs/*/azureml-logs/70_driver_log.txt"),
                          key=lambda p: p.stat().st_mtime)
            submitted.append(float(logs[-1].read_text().split()[0]) - start)
    ours, bare = statistics.median(submitted) * 1000, statistics.median(direct) * 1000
    print(f"submit-to-first-line {ours:.0f} ms {ours / bare:.1f} started-directly")


main()
