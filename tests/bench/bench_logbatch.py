# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures metric points per second through log-batch, with 1000 points per request: raw HTTP from one and from eight
connections, and the real MLflow client; roostd compared with a real `mlflow server` in the same run, if it is
installed. Small batches of eight connections show what the sync of the disk costs that each acknowledgement waits for."""

import json
import os
import subprocess
import sys
import threading
import time

from mlflowserver import MlflowServer, installed
from service import Service

BATCH = 1000
CLIENT = """
import sys, time
from mlflow import MlflowClient
from mlflow.entities import Metric
client, batches = MlflowClient(sys.argv[1]), int(sys.argv[2])
run = client.create_run("0").info.run_id
points = [[Metric(f"m{i % 10}", i * 0.5, 1_700_000_000_000 + b * 1000 + i, b * 1000 + i) for i in range(1000)]
          for b in range(batches)]
start = time.perf_counter()
for batch in points:
    client.log_batch(run, metrics=batch)
print(batches * 1000 / (time.perf_counter() - start))
"""


def bodies(run, batches, size=BATCH):
    """Returns the bodies of the requests. They are written before the measurement, which is only that of the server."""
    return [json.dumps({"run_id": run, "metrics": [
        {"key": f"m{i % 10}", "value": i * 0.5, "timestamp": 1_700_000_000_000 + b * size + i, "step": b * size + i}
        for i in range(size)]}).encode() for b in range(batches)]


def points_a_second(new_client, batches, connections=1, size=BATCH):
    clients = [new_client() for _ in range(connections)]
    prepared = [bodies(client.new_run(), batches, size) for client in clients]

    def send(client, requests):
        for body in requests:
            client.post("runs/log-batch", body)

    threads = [threading.Thread(target=send, args=pair) for pair in zip(clients, prepared)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return connections * batches * size / (time.perf_counter() - start)


def with_real_client(program, url, token, batches):
    """Returns the points per second of the real client in a process of its own."""
    environment = dict(os.environ, MLFLOW_TRACKING_TOKEN=token)
    done = subprocess.run([program.parent / "python", "-c", CLIENT, url, str(batches)], env=environment, check=True,
                          capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def main():
    program = installed()
    ours, theirs = {}, {}
    with Service(sys.argv[1]) as service:
        ours["log-batch"] = points_a_second(service.mlflow, 200)
        ours["log-batch-parallel"] = points_a_second(service.mlflow, 50, 8)
        ours["log-batch-small"] = points_a_second(service.mlflow, 100, 8, 10)
        if program:
            ours["log-batch-client"] = with_real_client(
                program, f"http://127.0.0.1:{service.port}", service.token, 100)
    if program:
        with MlflowServer(program) as server:
            theirs["log-batch"] = points_a_second(server.client, 10)
            theirs["log-batch-client"] = with_real_client(program, f"http://127.0.0.1:{server.port}", "", 10)
    for name, points in ours.items():
        ratio = f" {points / theirs[name]:.1f} mlflow-server" if name in theirs else ""
        print(f"{name} {points:.0f} points/s{ratio}")


main()
