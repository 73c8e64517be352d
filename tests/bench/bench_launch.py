# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from "submit" to two ranks in one process group (Gloo), compared with a manual start of the same
ranks: the cost of submission, queue and launch."""

import os
import pathlib
import socket
import statistics
import subprocess
import sys
import time

from service import Service

SCRIPT = pathlib.Path(__file__).parent / "scripts" / "group.py"
RANKS = 2
ROUNDS = 5


def last_ready(texts):
    return max(float(text.split("ready", 1)[1].split()[0]) for text in texts)


def by_hand():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = time.time()
    ranks = [subprocess.Popen(
        ["python3", SCRIPT], stdout=subprocess.PIPE, text=True,
        env=dict(os.environ, RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE=str(RANKS), MASTER_ADDR="127.0.0.1",
                 MASTER_PORT=str(port), USE_LIBUV="0", PYTHONUNBUFFERED="1")) for rank in range(RANKS)]
    texts = [rank.communicate()[0] for rank in ranks]
    return last_ready(texts) - start


def submitted(service, job):
    start = time.time()
    subprocess.run([service.programs / "roostctl", "--workspace", service.workspace, "submit", job, "--stream"],
                   env=service.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    newest = max(pathlib.Path(service.workspace).glob("runs/*"), key=lambda run: run.stat().st_mtime)
    return last_ready(log.read_text() for log in newest.glob("azureml-logs/70_driver_log_*.txt")) - start


def main():
    direct, ours = [], []
    with Service(sys.argv[1]) as service:
        source = service.folder / "source"
        source.mkdir()
        (source / "group.py").write_text(SCRIPT.read_text())
        job = service.folder / "job.yml"
        job.write_text("command: python group.py\ncode: source\ncompute: azureml:local\nexperiment_name: bench\n"
                       "environment: azureml:AzureML-system-python@latest\n"
                       f"distribution:\n  type: pytorch\n  process_count_per_instance: {RANKS}\n")
        by_hand()  # so that neither measurement reads torch from the disk
        for _ in range(ROUNDS):
            direct.append(by_hand())
            ours.append(submitted(service, job))
    took, bare = statistics.median(ours), statistics.median(direct)
    print(f"launch-to-process-group {took:.2f} s {took / bare:.2f} started-by-hand")


main()
