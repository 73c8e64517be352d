# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs a metric with very many points, over MLflow's REST API.

longmetric.py POINTS TICKS SINCE     the metric "long": POINTS values in batches, then the line "ready", then TICKS
                                     single points, whose value is the seconds since SINCE
"""

import http.client
import json
import math
import os
import random
import sys
import time
import urllib.parse

BATCH = 1000
STEP = 0.3


class Metrics:
    """One persistent connection, like that of the MLflow client."""

    def __init__(self):
        address = urllib.parse.urlsplit(os.environ["MLFLOW_TRACKING_URI"])
        self.path = address.path.rstrip("/") + "/api/2.0/mlflow/runs/log-batch"
        self.connection = http.client.HTTPConnection(address.netloc, timeout=60)
        self.headers = {"Content-Type": "application/json",
                        "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")}

    def log(self, first, values):
        now = int(time.time() * 1000)
        points = [{"key": "long", "value": value, "timestamp": now, "step": first + i} for i, value in enumerate(values)]
        body = json.dumps({"run_id": os.environ["MLFLOW_RUN_ID"], "metrics": points})
        self.connection.request("POST", self.path, body, self.headers)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"log-batch was answered with {answer.status}")


def main():
    count, ticks, since = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    metrics = Metrics()
    wave = [math.sin(i / 50) + random.uniform(-0.1, 0.1) for i in range(BATCH)]
    for first in range(0, count, BATCH):
        metrics.log(first, wave[: count - first])
    print("ready", flush=True)
    for step in range(ticks):
        # Not synchronous with readers that poll at regular intervals.
        time.sleep(STEP * random.uniform(0.5, 1.5))
        metrics.log(count + step, [time.time() - since])


main()
