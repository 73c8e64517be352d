# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures metric points per second through log-batch, with 1000 points per request and one client: roostd compared
with a real `mlflow server` in the same run, if the interop environment contains it."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

from service import Mlflow, Service

BATCH = 1000


def bodies(run, batches):
    """Returns the bodies of the requests. They are written before the measurement, which is only that of the server."""
    return [json.dumps({"run_id": run, "metrics": [
        {"key": f"m{i % 10}", "value": i * 0.5, "timestamp": 1_700_000_000_000 + b * BATCH + i, "step": b * BATCH + i}
        for i in range(BATCH)]}).encode() for b in range(batches)]


def points_a_second(client, batches):
    run = client.new_run()
    prepared = bodies(run, batches)
    start = time.perf_counter()
    for body in prepared:
        client.post("runs/log-batch", body)
    return batches * BATCH / (time.perf_counter() - start)


def reference():
    """Returns the points per second of the real server; None if it is not installed."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "roost"
    servers = sorted(cache.glob("**/bin/mlflow"))
    if not servers:
        return None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [servers[0], "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
             "--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", folder],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            for _ in range(240):
                try:
                    client = Mlflow("127.0.0.1", port, {})
                    client.new_run()
                    return points_a_second(client, 10)
                except (OSError, RuntimeError):
                    time.sleep(0.5)
            return None
        finally:
            os.killpg(server.pid, 15)
            server.wait(30)


def main():
    with Service(sys.argv[1]) as service:
        ours = points_a_second(service.mlflow(), 200)
    theirs = reference()
    ratio = f" {ours / theirs:.1f} mlflow-server" if theirs else ""
    print(f"log-batch {ours:.0f} points/s{ratio}")


main()
