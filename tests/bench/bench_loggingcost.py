# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what a logging call costs a script in a run whose event files and lines are collected, compared with the same
script that is started directly: a record of an event file, a printed line, and add_scalar() of TensorBoard's writer
where PyTorch or tensorboardX has it."""

import json
import pathlib
import shutil
import statistics
import subprocess
import sys

from service import Service

COUNT = 4000
ROUNDS = 3
HERE = pathlib.Path(__file__).parent
JOB = """type: command
code: {source}
command: python3 loggingcost.py logs/tb {count} outputs/times.json
environment: azureml:AzureML-system-python@latest
compute: azureml:local
experiment_name: bench
metrics: auto
"""


def collected(service, source):
    job = service.folder / "job.yml"
    job.write_text(JOB.format(source=source, count=COUNT))
    told = subprocess.run([service.programs / "roostctl", "--workspace", service.workspace, "submit", job, "--stream"],
                          env=service.environment, capture_output=True, text=True)
    if told.returncode != 0:
        sys.exit(f"the run failed: {told.stderr[-500:]}")
    times = max(pathlib.Path(service.workspace).glob("runs/*/outputs/times.json"), key=lambda p: p.stat().st_mtime)
    return json.loads(times.read_text())


def direct(service, source):
    result = service.folder / "times.json"
    with open(service.folder / "direct.txt", "w") as log:
        subprocess.run(["python3", source / "loggingcost.py", service.folder / "direct", str(COUNT), result],
                       stdout=log, check=True)
    return json.loads(result.read_text())


def percentile(times, share):
    return sorted(times)[int(len(times) * share)]


def main():
    ours, bare = {}, {}
    with Service(sys.argv[1]) as service:
        source = service.folder / "source"
        source.mkdir()
        shutil.copy(HERE / "scripts" / "loggingcost.py", source)
        shutil.copy(HERE.parent / "service" / "eventfile.py", source)
        # In turn, so that a load of the machine falls on both.
        for _ in range(ROUNDS):
            for found, times in ((bare, direct(service, source)), (ours, collected(service, source))):
                for way, values in times.items():
                    found.setdefault(way, []).append(values)
    for way in bare:
        # The median of the rounds: other programs of the machine disturb single rounds.
        at99, bare99 = (statistics.median(percentile(values, 0.99) for values in found[way]) for found in (ours, bare))
        at50, bare50 = (statistics.median(percentile(values, 0.5) for values in found[way]) for found in (ours, bare))
        print(f"logging-cost-{way} {at99:.1f} us {bare99 / at99:.2f} started-directly (p99 adds {at99 - bare99:+.1f} us, "
              f"p50 {at50:.1f} us adds {at50 - bare50:+.1f} us)")


main()
