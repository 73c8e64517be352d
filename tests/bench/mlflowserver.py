# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real `mlflow server` on SQLite, for the duration of a benchmark."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from service import Mlflow


def installed():
    """Returns the program: the one in ROOST_MLFLOW, or that of the interop environment. None if there is none."""
    if named := os.environ.get("ROOST_MLFLOW"):
        return pathlib.Path(named)
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "roost"
    return next(iter(sorted(cache.glob("**/bin/mlflow"))), None)


class MlflowServer:
    def __init__(self, program):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="roost-bench-mlflow-"))
        self.database = self.folder / "mlflow.db"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "server", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1",
             "--backend-store-uri", f"sqlite:///{self.database}", "--artifacts-destination", self.folder],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        for _ in range(240):
            try:
                self.client().post("experiments/search", {"max_results": 1})
                return
            except (OSError, RuntimeError):
                time.sleep(0.5)
        raise RuntimeError("mlflow server did not come up within 120 s")

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:  # a worker that is busy with a long query does not leave
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(30)

    def client(self):
        return Mlflow("127.0.0.1", self.port, {})

    def memory(self):
        """Returns the resident bytes of all its processes."""
        return sum(resident(pid) for pid in processes_of_group(self.process.pid))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def processes_of_group(group):
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == group:
                    yield int(entry.name)
            except ProcessLookupError:
                pass


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0
