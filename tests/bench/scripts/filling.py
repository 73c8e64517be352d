# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a workspace like one that has been in use: filling.py RUNS METRICS POINTS LINES.
Each rank writes LINES lines. The first one creates RUNS more runs and gives its own METRICS metrics of POINTS points.
"""

import http.client
import json
import math
import os
import sys
import time
import urllib.parse

RUNS, METRICS, POINTS, LINES = map(int, sys.argv[1:5])


class Mlflow:
    def __init__(self):
        address = urllib.parse.urlsplit(os.environ["MLFLOW_TRACKING_URI"])
        self.path = address.path.rstrip("/") + "/api/2.0/mlflow/"
        self.connection = http.client.HTTPConnection(address.netloc, timeout=60)
        self.headers = {"Content-Type": "application/json",
                        "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")}

    def post(self, call, body):
        self.connection.request("POST", self.path + call, json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{call} was answered with {answer.status}: {text[:200]!r}")
        return json.loads(text)


def fill(mlflow):
    now = int(time.time() * 1000)
    for number in range(RUNS):
        run = mlflow.post("runs/create", {"experiment_id": "0", "start_time": now - number * 60_000,
                                          "run_name": f"earlier-{number}"})["run"]["info"]["run_id"]
        mlflow.post("runs/log-batch", {"run_id": run, "metrics": [
            {"key": "loss", "value": 1 / (number + 1), "timestamp": now, "step": 0}]})
        mlflow.post("runs/update", {"run_id": run, "status": "FINISHED", "end_time": now - number * 60_000 + 30_000})
    for metric in range(METRICS):
        points = [{"key": f"metric {metric}", "value": math.exp(-step / POINTS) + math.sin(step * (metric + 1)) / 20,
                   "timestamp": now + step, "step": step} for step in range(POINTS)]
        for first in range(0, POINTS, 1000):
            mlflow.post("runs/log-batch",
                        {"run_id": os.environ["MLFLOW_RUN_ID"], "metrics": points[first:first + 1000]})


def main():
    rank = int(os.environ.get("RANK", "0"))
    sys.stdout.write("".join(f"rank {rank} step {line} loss {1 / (line + 1):.5f}\n" for line in range(LINES)))
    sys.stdout.flush()
    if rank == 0:
        fill(Mlflow())
        os.makedirs("outputs", exist_ok=True)
        with open("outputs/model.pt", "wb") as model:
            model.write(bytes(1_000_000))


main()
