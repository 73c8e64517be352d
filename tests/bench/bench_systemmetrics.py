# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what the samples of a run's load cost its supervisor: its processor time over a minute as a share of a core,
with 1 rank and with 64 ranks of four processes each, compared with a supervisor that takes no samples. All four
supervisors run at the same time. Then what the service needs to read and store the samples of a run with 64 ranks,
compared with the same run while its supervisor is stopped."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from service import Service

SECONDS = int(os.environ.get("ROOST_BENCH_SECONDS", "60"))
# A rank with three workers that wait for work.
COMMAND = "for worker in 1 2 3; do sleep 100000 & done; wait"


def start(program, folder, ranks, interval):
    state = folder / "state"
    state.mkdir(parents=True)
    plan = {"runId": "bench", "command": COMMAND, "workingFolder": str(folder), "stateFolder": str(state),
            "environment": {}, "distribution": "PyTorch", "processesPerNode": ranks, "nodeCount": 1,
            "logFiles": [str(folder / f"log_{rank}.txt") for rank in range(ranks)], "launcherLog": "",
            "masterAddress": "127.0.0.1", "devices": [], "graceSeconds": 1, "timeLimitSeconds": 0,
            "sampleIntervalMs": interval}
    (state / "launch.json").write_text(json.dumps(plan))
    return subprocess.Popen([program, "supervise", state / "launch.json"], stdout=subprocess.DEVNULL)


def started(folder):
    events = folder / "state" / "events.jsonl"
    return events.read_text().count('"started"') if events.exists() else 0


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    fine = pathlib.Path(f"/proc/{process.pid}/schedstat")  # in nanoseconds, not in ticks of 10 ms
    return int(fine.read_text().split()[0]) / 1e9 if fine.exists() else (int(fields[11]) + int(fields[12])) / 100


def measured(process, seconds):
    before, begin = processor_seconds(process), time.monotonic()
    time.sleep(seconds)
    return 100 * (processor_seconds(process) - before) / (time.monotonic() - begin)


def service_share(programs):
    with Service(programs) as service:
        job = service.folder / "job.yml"
        job.write_text(f"command: {COMMAND}\ncompute: azureml:local\nexperiment_name: bench\n"
                       "environment: azureml:AzureML-system-python@latest\n"
                       "distribution:\n  type: pytorch\n  process_count_per_instance: 64\n")
        subprocess.run([service.programs / "roostctl", "--workspace", service.workspace, "submit", job],
                       env=service.environment, check=True, stdout=subprocess.DEVNULL)
        run = None
        while run is None or started(run) < 64:
            run = next(iter(pathlib.Path(service.workspace).glob("runs/*")), None)
            time.sleep(0.1)
        supervisor = json.loads((run / "state" / "events.jsonl").read_text().splitlines()[0])["pid"]
        time.sleep(10)
        on = measured(service.process, SECONDS)
        os.kill(supervisor, signal.SIGSTOP)
        time.sleep(2)
        off = measured(service.process, SECONDS)
        os.kill(supervisor, signal.SIGCONT)
        os.kill(supervisor, signal.SIGTERM)
        print(f"service-samples-64-ranks {on:.4f} %-of-a-core {max(off, 1e-4) / on:.4f} without-samples ({off:.4f} %)")


def main():
    program = pathlib.Path(sys.argv[1]) / "roostd"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="roost-bench-"))
    cases = [(ranks, interval) for ranks in (1, 64) for interval in (5000, 0)]
    running = {case: start(program, folder / f"{case[0]}-{case[1]}", *case) for case in cases}
    try:
        for ranks, interval in cases:
            while started(folder / f"{ranks}-{interval}") < ranks:
                time.sleep(0.1)
        time.sleep(2)
        before = {case: processor_seconds(process) for case, process in running.items()}
        begin = time.monotonic()
        time.sleep(SECONDS)
        took = time.monotonic() - begin
        share = {case: 100 * (processor_seconds(running[case]) - before[case]) / took for case in cases}
        for ranks in (1, 64):
            on, off = share[ranks, 5000], share[ranks, 0]
            samples = (folder / f"{ranks}-5000" / "state" / "load.jsonl").read_text().splitlines()
            assert len(samples) >= SECONDS // 5 and len(json.loads(samples[-1])["ranks"]) == ranks
            print(f"supervisor-samples-{ranks}-ranks {on:.4f} %-of-a-core {max(off, 1e-4) / on:.4f} "
                  f"without-samples ({off:.4f} %, {len(samples[-1])} bytes a sample)")
    finally:
        for process in running.values():
            process.send_signal(signal.SIGTERM)
        for process in running.values():
            process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)
    service_share(sys.argv[1])


main()
