# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the first page of runs/search with 100,000 runs (ROOST_BENCH_RUNS), each with 10 metrics and 5 parameters,
and the memory of the server: roostd compared with a real `mlflow server` on the same data, if it is installed."""

import os
import statistics
import sys
import time

from mlflowserver import MlflowServer, installed, resident
from searchdata import write_mlflow, write_workspace
from service import Service

RUNS = int(os.environ.get("ROOST_BENCH_RUNS", "100000"))
SEARCHES = {
    "newest": ("", []),
    "metric+param-by-metric": ("metrics.m1 < 0.5 and params.p0 = '3'", ["metrics.m2 DESC"]),
    "rare-param-by-metric": ("params.p4 = '4711'", ["metrics.m2 DESC"]),
    "rare-metric-by-start": ("metrics.m1 < 0.001", ["attributes.start_time DESC"]),
    "metric-by-param": ("metrics.m1 > 0.2", ["params.p2 ASC"]),
    "tag-by-end": ("tags.mlflow.runName LIKE 'run-1%'", ["attributes.end_time ASC"]),
    "two-metrics-by-name": ("metrics.m1 > 0.9 and metrics.m3 > 0.9", ["attributes.run_name ASC"]),
}


def milliseconds(new_client, repeats):
    """Returns the median of each search, and the ids that it found. A search that takes longer than the client waits
    counts with that time, and is not repeated."""
    found = {}
    client = new_client()
    for name, (condition, order) in SEARCHES.items():
        times, ids = [], None
        for _ in range(repeats):
            start = time.perf_counter()
            try:
                page = client.post("runs/search", {"experiment_ids": ["0"], "filter": condition, "order_by": order,
                                                   "max_results": 100})
                ids = [run["info"]["run_id"] for run in page.get("runs", [])]
            except TimeoutError:
                client = new_client()
            times.append((time.perf_counter() - start) * 1000)
            if ids is None:
                break
        found[name] = statistics.median(times), ids
    return found


def ours():
    with Service(sys.argv[1]) as service:
        service.stop()
        write_workspace(service.workspace / "roost.db", RUNS)
        service.start()
        found = milliseconds(service.mlflow, 9)
        return found, resident(service.process.pid)


def theirs():
    program = installed()
    if not program:
        return {}, 0
    with MlflowServer(program) as server:
        server.stop()
        write_mlflow(server.database, RUNS)
        server.start()
        found = milliseconds(server.client, 2)
        return found, server.memory()


def main():
    mine, memory = ours()
    other, other_memory = theirs()
    for name, (time_taken, ids) in mine.items():
        ratio = ""
        if name in other:
            ratio = f" {other[name][0] / time_taken:.1f} mlflow-server"
            if other[name][1] is None:
                ratio += " (which did not answer in time)"
            elif other[name][1] != ids:
                ratio += f" (the pages differ: {len(ids)} and {len(other[name][1])} runs)"
        print(f"search-{name} {time_taken:.1f} ms{ratio}")
    ratio = f" {other_memory / memory:.1f} mlflow-server" if other_memory else ""
    print(f"search-memory {memory / 1e6:.0f} MB{ratio}")


main()
