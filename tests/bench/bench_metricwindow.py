# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures random windows of one metric with 10 million points (ROOST_BENCH_POINTS), 1000 columns each, as the service
answers them over HTTP. The points are written with SQL; the service then summarizes them as those of an older version."""

import http.client
import json
import os
import random
import sqlite3
import sys
import time

from service import Service

POINTS = int(os.environ.get("ROOST_BENCH_POINTS", "10000000"))
WINDOWS = 400
START = 1_700_000_000_000


def write_points(file):
    database = sqlite3.connect(file, isolation_level=None)
    database.executescript("PRAGMA synchronous=OFF; BEGIN;")
    run = database.execute("SELECT seq FROM runs").fetchone()[0]
    database.execute("INSERT INTO metric_keys(id, key) VALUES(1, 'loss')")
    chance = random.Random(1)
    database.executemany(
        f"INSERT INTO metrics VALUES({run}, 1, ?1, ?1, {START} + ?1 * 10, ?2, 0)",
        ((number, chance.random()) for number in range(1, POINTS + 1)))
    database.execute(
        "INSERT INTO latest_metrics(run, key, count, step, timestamp_ms, value) "
        "SELECT run, key, seq, step, timestamp_ms, value FROM metrics WHERE seq = ?", (POINTS,))
    database.execute("COMMIT")
    database.close()


def wait_for_summaries(file):
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    start = time.perf_counter()
    while database.execute("SELECT count(*) FROM latest_metrics WHERE is_summarized = 0").fetchone()[0]:
        time.sleep(0.2)
        if time.perf_counter() - start > 1800:
            raise RuntimeError("the metric was not summarized within 30 minutes")
    size = database.execute("SELECT count(*) FROM metric_buckets").fetchone()[0]
    database.close()
    return time.perf_counter() - start, size


def milliseconds(service, run, axis):
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    headers = {"Authorization": f"Bearer {service.token}"}
    first, last = (1, POINTS) if axis == "step" else (START, START + POINTS * 10)
    chance = random.Random(2)
    times = []
    for number in range(WINDOWS):
        width = (last - first) * (1 if number < 5 else 10 ** -(chance.random() * 5))
        begin = first + (last - first - width) * chance.random()
        start = time.perf_counter()
        connection.request("GET", f"/roost/v1/runs/{run}/metrics/window?key=loss&axis={axis}&from={begin}"
                                  f"&to={begin + width}&columns=1000", headers=headers)
        body = connection.getresponse().read()
        times.append((time.perf_counter() - start) * 1000)
        assert 0 < len(json.loads(body)["buckets"]) <= 2000
    return sorted(times)


def main():
    with Service(sys.argv[1]) as service:
        run = service.mlflow().new_run()
        service.stop()
        write_points(service.workspace / "roost.db")
        service.start()
        seconds, rows = wait_for_summaries(service.workspace / "roost.db")
        print(f"metric-window-summarize {POINTS / seconds:.0f} points/s ({rows} rows)")
        for axis in "step", "time":
            times = milliseconds(service, run, axis)
            print(f"metric-window-{axis} {times[len(times) // 2]:.2f} ms median, {times[int(len(times) * 0.99)]:.2f} ms "
                  f"p99, {times[-1]:.2f} ms longest")


main()
