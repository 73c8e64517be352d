# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a line or logs a metric now and then; each says when it was, so that a reader knows how long it took.

ticking.py line COUNT             "tick 1764000000.123"
ticking.py metric COUNT SINCE     the metric "tick", whose value is the seconds since SINCE, over MLflow's REST API
"""

import http.client
import json
import os
import random
import sys
import time
import urllib.parse

STEP = 0.15


class Metrics:
    """One persistent connection, like that of the MLflow client."""

    def __init__(self):
        address = urllib.parse.urlsplit(os.environ["MLFLOW_TRACKING_URI"])
        self.path = address.path.rstrip("/") + "/api/2.0/mlflow/runs/log-metric"
        self.connection = http.client.HTTPConnection(address.netloc, timeout=30)
        self.headers = {"Content-Type": "application/json",
                        "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")}

    def log(self, step, since):
        now = time.time()
        body = {"run_id": os.environ["MLFLOW_RUN_ID"], "key": "tick", "value": now - since,
                "timestamp": int(now * 1000), "step": step}
        self.connection.request("POST", self.path, json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"log-metric was answered with {answer.status}")


def main():
    what, count = sys.argv[1], int(sys.argv[2])
    metrics = Metrics() if what == "metric" else None
    for step in range(count):
        # Not synchronous with readers that poll at regular intervals.
        time.sleep(STEP * random.uniform(0.5, 1.5))
        if metrics:
            metrics.log(step, float(sys.argv[3]))
        else:
            print("tick", repr(time.time()), flush=True)


main()
