# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills roostd with SIGKILL at 200 random moments (ROOST_BENCH_KILLS) while a client logs batches over HTTP, and repeats
each batch until it is acknowledged. Every point must then be stored exactly once. Fails otherwise."""

import http.client
import json
import os
import random
import sys
import threading
import time

from service import Service

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else int(os.environ.get("ROOST_BENCH_KILLS", "200"))
BATCH = 50


class Client(threading.Thread):
    """Logs batches, and repeats a batch that is not acknowledged."""

    def __init__(self, service, number):
        super().__init__()
        self.service = service
        self.run_id = service.mlflow().new_run()
        self.number = number
        self.acknowledged = 0
        self.repeats = 0
        self.stops = False

    def run(self):
        while not self.stops:
            first = self.acknowledged * BATCH
            body = {"run_id": self.run_id, "metrics": [
                {"key": f"m{i % 3}", "value": i * 0.5, "timestamp": i, "step": i} for i in range(first, first + BATCH)],
                "params": [{"key": f"p{self.acknowledged}", "value": "x"}] if self.acknowledged < 100 else []}
            while True:
                try:
                    self.service.mlflow().post("runs/log-batch", body)
                    self.acknowledged += 1
                    break
                except (OSError, http.client.HTTPException, json.JSONDecodeError):
                    self.repeats += 1
                    time.sleep(0.02)


def points(service, run):
    found = []
    for key in "m0", "m1", "m2":
        token = ""
        while True:
            page = service.get(f"/api/2.0/mlflow/metrics/get-history?run_id={run}&metric_key={key}&max_results=20000"
                               + (f"&page_token={token}" if token else ""))
            found += [(key, int(point["step"]), point["value"]) for point in page.get("metrics", [])]
            token = page.get("next_page_token")
            if not token:
                break
    return found


def main():
    seed = int(os.environ.get("ROOST_BENCH_SEED", random.randrange(10 ** 9)))
    chance = random.Random(seed)
    with Service(sys.argv[1]) as service:
        clients = [Client(service, number) for number in range(2)]
        for client in clients:
            client.start()
        for _ in range(KILLS):
            time.sleep(chance.random() * 0.15)
            service.kill()
            service.start()
        time.sleep(0.2)
        for client in clients:
            client.stops = True
        for client in clients:
            client.join(60)
        total = 0
        for client in clients:
            stored = points(service, client.run_id)
            expected = [(f"m{i % 3}", i, i * 0.5) for i in range(client.acknowledged * BATCH)]
            if sorted(stored) != sorted(expected):
                sys.exit(f"seed {seed}: {len(stored)} points are stored instead of {len(expected)}")
            total += len(stored)
        repeats = sum(client.repeats for client in clients)
        print(f"ingest-kills {KILLS} kills, {total} points each exactly once, {repeats} repeated requests, seed {seed}")


main()
