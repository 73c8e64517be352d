# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a separate roostd with a temporary workspace and sends requests to it."""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

API_VERSION = "2024-04-01"


def container_sas(key, account, container, rights="rl"):
    """Returns a service SAS of a container, as the documentation of Azure's storage describes it."""
    expiry = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 600))
    fields = [rights, "", expiry, f"/blob/{account}/{container}", "", "", "", "2021-10-04", "c"] + [""] * 7
    signature = base64.b64encode(hmac.new(key, "\n".join(fields).encode(), hashlib.sha256).digest())
    return urllib.parse.urlencode({"sv": "2021-10-04", "se": expiry, "sr": "c", "sp": rights, "sig": signature})


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)


class Service:
    def __init__(self, program, folder):
        self.folder = pathlib.Path(folder) / "workspace"
        runtime = pathlib.Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
        self.log = open(pathlib.Path(folder) / "roostd.out", "wb")
        self.process = subprocess.Popen([program, "serve", "--workspace", str(self.folder), "--create"],
                                        env=environment, stdout=self.log, stderr=self.log)
        endpoint = self._wait_for(runtime / "roost")
        self.token = endpoint["token"]
        self.url = f"http://127.0.0.1:{endpoint['port']}"
        names = json.loads((self.folder / "config.json").read_text())
        self.subscription = f"/subscriptions/{names['subscription_id']}"
        self.workspace = (f"{self.subscription}/resourceGroups/{names['resource_group']}/providers/"
                          f"Microsoft.MachineLearningServices/workspaces/{names['workspace_name']}")

    def _wait_for(self, folder):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for file in folder.glob("*.json") if folder.is_dir() else []:
                try:
                    return json.loads(file.read_text())
                except ValueError:
                    pass
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit(f"roostd did not start: {pathlib.Path(self.log.name).read_text()}")

    def ask(self, method, url, body=None, headers=None, token=True):
        """Sends a request and returns the answer. `url` may be a path; a dict or list as body is sent as JSON. An error
        status does not raise an exception."""
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        if token:
            headers["Authorization"] = f"Bearer {self.token}"
        if url.startswith("/"):
            url = self.url + urllib.parse.quote(url, safe="/:?=&%$+,'@")
        request = urllib.request.Request(url, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return Answer(reply.status, reply.headers, reply.read())
        except urllib.error.HTTPError as reply:
            return Answer(reply.code, reply.headers, reply.read())

    def stop(self):
        self.ask("POST", "/roost/v1/stop", {"force": True})
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def content_hash(files):
    """Returns Azure ML's content hash of version 202208 over {relative path: bytes}."""
    order = sorted(files, key=str.lower)
    digest = hashlib.sha256(str(len(order)).encode())
    for name in order:
        digest.update(f"#{name}#{len(files[name])}".encode())
    for name in order:
        digest.update(files[name])
    return digest.hexdigest()
