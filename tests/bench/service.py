# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A roostd with a separate workspace, for the duration of a benchmark."""

import http.client
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time


class Service:
    def __init__(self, programs):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="roost-bench-"))
        self.workspace = self.folder / "workspace"
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(self.folder / "runtime"))
        (self.folder / "runtime").mkdir(mode=0o700)
        self.programs = pathlib.Path(programs)
        self.start()

    def start(self):
        for old in (self.folder / "runtime" / "roost").glob("*.json"):
            old.unlink()
        self.process = subprocess.Popen(
            [self.programs / "roostd", "serve", "--workspace", self.workspace, "--create", "--name", "Bench"],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.port, self.token = self._endpoint()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def kill(self):
        self.process.kill()
        self.process.wait(20)

    def get(self, target):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", target, headers={"Authorization": f"Bearer {self.token}"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{target}: {answer.status} {content[:300]!r}")
        return json.loads(content)

    def _endpoint(self):
        for _ in range(200):
            found = list((self.folder / "runtime" / "roost").glob("*.json"))
            if found:
                endpoint = json.loads(found[0].read_text())
                return endpoint["port"], endpoint["token"]
            if self.process.poll() is not None:
                raise RuntimeError(self.process.stderr.read().decode())
            time.sleep(0.05)
        raise RuntimeError("roostd did not come up within 10 s")

    def mlflow(self):
        return Mlflow("127.0.0.1", self.port, {"Authorization": f"Bearer {self.token}"})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Mlflow:
    """The MLflow REST API over one persistent connection."""

    def __init__(self, host, port, headers):
        self.connection = http.client.HTTPConnection(host, port, timeout=60)
        self.headers = dict(headers, **{"Content-Type": "application/json"})

    def post(self, call, body):
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.connection.request("POST", f"/api/2.0/mlflow/{call}", text, self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{call}: {answer.status} {content[:300]!r}")
        return json.loads(content)

    def new_run(self):
        run = self.post("runs/create", {"experiment_id": "0", "start_time": int(time.time() * 1000)})
        return run["run"]["info"]["run_id"]
