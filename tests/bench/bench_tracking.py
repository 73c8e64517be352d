# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""roostd as a tracking server, compared with a real `mlflow server` on SQLite in the same run, if the interop
environment contains it: the time from the start of the process to the first reply, runs/create, a page of runs/search,
get-history of a long metric, runs/get, and the memory while a file of 1 GB (ROOST_BENCH_MB) is sent and received.
ROOST_BENCH_RUNS is the number of runs. All requests are plain HTTP over one kept connection.
Usage: bench_tracking.py PROGRAMS [MLFLOW] (the program `mlflow` of an environment)"""

import contextlib
import http.client
import json
import os
import pathlib
import shlex
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = int(os.environ.get("ROOST_BENCH_RUNS", "2000"))
PAGE = min(1000, RUNS)
POINTS = 50_000
MEGABYTES = int(os.environ.get("ROOST_BENCH_MB", "1024"))
API = "/api/2.0/mlflow/"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Client:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def send(self, method, path, body=None):
        headers = {"Content-Type": "application/json"} if isinstance(body, dict) else {}
        self.connection.request(method, path, json.dumps(body).encode() if isinstance(body, dict) else body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]!r}")
        return content

    def post(self, call, body):
        return json.loads(self.send("POST", API + call, body))


def seconds(call, times):
    """Returns the median time of a call."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


@contextlib.contextmanager
def server(command, port, folder):
    """Starts a server and returns its process and the seconds until its first reply."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=dict(os.environ, XDG_RUNTIME_DIR=str(folder),
                                                             MLFLOW_DISABLE_TELEMETRY="true"),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while True:
            try:
                Client(port).send("GET", "/health")
                break
            except (OSError, http.client.HTTPException):
                if process.poll() is not None or time.perf_counter() - begin > 180:
                    raise
                time.sleep(0.001)
        yield process, time.perf_counter() - begin
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def roostd(programs, folder):
    port = free_port()
    program = shlex.split(os.environ.get("ROOSTD", str(pathlib.Path(programs) / "roostd")))
    return [*program, "serve", "--data-dir", str(folder / "data"), "--port", str(port), "--no-auth"], port


def mlflow(program, folder):
    port = free_port()
    return [program, "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--backend-store-uri",
            f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", str(folder / "files")], port


def fill(client):
    """Returns a run with a long metric, in an experiment with many runs."""
    experiment = client.post("experiments/create", {"name": "bench"})["experiment_id"]
    for number in range(RUNS):
        run = client.post("runs/create", {"experiment_id": experiment, "start_time": number + 1})["run"]["info"]["run_id"]
        client.post("runs/log-batch", {
            "run_id": run,
            "metrics": [{"key": f"m{i}", "value": number * 0.37 + i, "timestamp": 1, "step": 1} for i in range(6)],
            "params": [{"key": f"p{i}", "value": f"value {number % 7}"} for i in range(5)],
            "tags": [{"key": f"t{i}", "value": "text"} for i in range(3)]})
    for begin in range(0, POINTS, 1000):
        client.post("runs/log-batch", {"run_id": run, "metrics": [
            {"key": "long", "value": i * 0.5, "timestamp": i, "step": i} for i in range(begin, begin + 1000)]})
    return experiment, run


def measured(client):
    """Returns the seconds of each call."""
    experiment, run = fill(client)
    search = {"experiment_ids": [experiment], "max_results": PAGE, "filter": "metrics.m1 > 1",
              "order_by": ["metrics.m2 DESC"]}
    return {
        "create-run": seconds(lambda: client.post("runs/create", {"experiment_id": experiment, "start_time": 1}), 50),
        f"search-{PAGE}-of-{RUNS}": seconds(lambda: client.post("runs/search", search), 5),
        f"history-{POINTS}": seconds(lambda: client.send("GET", API + f"metrics/get-history?run_id={run}&metric_key="
                                                         f"long&max_results={POINTS}"), 5),
        "get-run": seconds(lambda: client.send("GET", API + f"runs/get?run_id={run}"), 50),
    }


def peak_megabytes(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0


def transfer(client, process, folder):
    """Sends and receives a big file; returns the rates in MB a second and the growth of the memory in MB."""
    big = folder / "big.bin"
    with open(big, "wb") as file:
        for _ in range(MEGABYTES):
            file.write(os.urandom(4096) * 256)
    path = "/api/2.0/mlflow-artifacts/artifacts/big.bin"
    before = peak_megabytes(process)
    begin = time.perf_counter()
    with open(big, "rb") as file:
        client.connection.request("PUT", path, file, {"Content-Length": str(big.stat().st_size)})
        client.connection.getresponse().read()
    up = MEGABYTES / (time.perf_counter() - begin)
    begin = time.perf_counter()
    client.connection.request("GET", path)
    answer, size = client.connection.getresponse(), 0
    while piece := answer.read(1 << 20):
        size += len(piece)
    down = MEGABYTES / (time.perf_counter() - begin)
    if size != big.stat().st_size:
        raise RuntimeError(f"{size} bytes came back")
    return up, down, peak_megabytes(process) - before


def starts(make, times):
    taken = []
    for _ in range(times):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            command, port = make(pathlib.Path(folder))
            with server(command, port, folder) as (_, until):
                taken.append(until)
    return statistics.median(taken)


def main():
    programs = sys.argv[1]
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "roost"
    servers = sys.argv[2:] or sorted(str(path) for path in cache.glob("**/bin/mlflow"))
    start = starts(lambda folder: roostd(programs, folder), 20)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        command, port = roostd(programs, folder)
        with server(command, port, folder) as (process, _):
            client = Client(port)
            ours = measured(client)
            up, down, memory = transfer(client, process, folder)
    theirs, reference = {}, ""
    if servers:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            folder = pathlib.Path(folder)
            command, port = mlflow(servers[0], folder)
            with server(command, port, folder) as (_, until):
                theirs = measured(Client(port))
            reference = f" {until / start:.0f} mlflow-server"
    print(f"tracking-start {start * 1000:.1f} ms{reference}")
    for name, value in ours.items():
        ratio = f" {theirs[name] / value:.1f} mlflow-server" if theirs else ""
        print(f"tracking-{name} {value * 1000:.2f} ms{ratio}")
    print(f"tracking-upload-{MEGABYTES}MB {up:.0f} MB/s")
    print(f"tracking-download-{MEGABYTES}MB {down:.0f} MB/s")
    print(f"tracking-memory-of-{MEGABYTES}MB {memory:.1f} MB")


main()
