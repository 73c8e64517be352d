# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`roostd serve --data-dir` as a tracking server of its own, for the real MLflow client: with and without a token, with
each kind of artifact root, and with an artifacts destination in MLflow's layout.
Usage: mlflow_serve.py ROOSTD [PYTHON]
PYTHON: an interpreter with MLflow, instead of the one in the cache folder."""

import concurrent.futures
import contextlib
import http.client
import json
import os
import pathlib
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time

from mlflow_server import free_port
from packages import python_with, wait_for_endpoint

HERE = pathlib.Path(__file__).parent
checked = 0


def expect(truth, words):
    global checked
    checked += 1
    if not truth:
        sys.exit("expected: " + words)


class Server:
    """A tracking server, its address and its token."""

    def __init__(self, roostd, folder, *options, port=None):
        self.folder, self.port = folder, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.home = folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.output = folder / "output.txt"
        self.service = subprocess.Popen(
            [*shlex.split(roostd), "serve", "--data-dir", str(folder / "data"), "--port", str(self.port), *options],
            env=dict(os.environ, XDG_RUNTIME_DIR=str(folder)), cwd=self.home, stdout=open(self.output, "wb"))
        self.token = wait_for_endpoint(folder, self.service)["token"] if "--no-auth" not in options else None
        self.wait()

    def wait(self):
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                if self.send("GET", "/health")[0] == 200:
                    return
            time.sleep(0.02)
        sys.exit("the server does not answer")

    def send(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = dict(headers or {})
        if self.token and "Authorization" not in sent:
            sent["Authorization"] = "Bearer " + self.token
        if isinstance(body, (dict, list)):
            body, sent["Content-Type"] = json.dumps(body), "application/json"
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def json(self, method, path, body=None, status=200):
        got, _, text = self.send(method, path, body)
        expect(got == status, f"{status}, not {got}, from {method} {path} {body}: {text[:300]}")
        return json.loads(text)

    def run(self, python, script, *arguments):
        env = dict(os.environ, MLFLOW_TRACKING_URI=self.url, NO_PROXY="127.0.0.1", GIT_PYTHON_REFRESH="quiet",
                   MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="true")
        env.pop("MLFLOW_TRACKING_TOKEN", None)
        if self.token:
            env["MLFLOW_TRACKING_TOKEN"] = self.token
        began = time.monotonic()
        done = subprocess.run([python, str(HERE / script), *arguments], env=env, cwd=self.home, timeout=600,
                              capture_output=True, text=True)
        expect(done.returncode == 0, f"{script} {arguments} succeeds: {done.stdout[-2000:]}{done.stderr[-4000:]}")
        return done.stdout + done.stderr, time.monotonic() - began

    def stop(self):
        """Stops the server while a connection is kept."""
        kept = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        kept.request("GET", "/health")
        kept.getresponse().read()
        self.service.send_signal(signal.SIGTERM)
        code = self.service.wait(30)
        expect(code == 0, f"it ends with 0 on SIGTERM, not {code}")


@contextlib.contextmanager
def serving(roostd, *options, folder=None, port=None):
    with tempfile.TemporaryDirectory() as own:
        server = Server(roostd, pathlib.Path(folder or own), *options, port=port)
        try:
            yield server
            server.stop()
        finally:
            server.service.kill()
            server.service.wait()


API = "/api/2.0/mlflow/"


def access(server):
    """Requests that are accepted, and those that are refused."""
    wanted = 401 if server.token else 200
    search = API + "experiments/search?max_results=1"
    expect(server.send("GET", search, headers={"Authorization": ""})[0] == wanted, f"{wanted} without a token")
    for header, value in (("Host", "example.org"), ("Origin", "http://example.org"), ("Origin", "null")):
        expect(server.send("POST", API + "experiments/search", {"max_results": 1}, {header: value})[0] == 403,
               f"403 for {header}: {value}")
    expect(server.send("POST", API + "experiments/search", {"max_results": 1},
                       {"Origin": f"http://localhost:{server.port}"})[0] == 200, "200 for an origin of this machine")
    expect(server.send("OPTIONS", API + "runs/create")[0] == 204, "204 for OPTIONS")
    expect(server.json("GET", "/api/3.0/mlflow/server-info")["workspaces_enabled"] is False, "server-info")


def default_experiment(server, location):
    found = server.json("GET", API + "experiments/get?experiment_id=0")["experiment"]
    expect((found["name"], found["artifact_location"]) == ("Default", location), f"Default at {location}: {found}")


def relative_location(server):
    made = server.json("POST", API + "experiments/create", {"name": "near", "artifact_location": "near/here"})
    found = server.json("GET", API + f"experiments/get?experiment_id={made['experiment_id']}")["experiment"]
    expect(found["artifact_location"] == str(server.home / "near" / "here"), f"a location in the folder: {found}")


def local_sources(server):
    """A model version may have a source on this machine only inside the artifacts of its run."""
    made = server.json("POST", API + "experiments/create", {"name": "local"})["experiment_id"]
    run = server.json("POST", API + "runs/create", {"experiment_id": made})["run"]["info"]
    uri, run_id = run["artifact_uri"], run["run_id"]
    expect(uri.startswith("file:///"), f"a file URI: {uri}")
    path = uri[len("file://"):]
    server.json("POST", API + "registered-models/create", {"name": "m"})

    def create(status, source, **more):
        return server.json("POST", API + "model-versions/create", {"name": "m", "source": source, **more}, status)

    for source in (uri, uri + "/model", uri + "/.", uri + "/model/..", path, path + "/model", "mlflow-artifacts:/models",
                   "mlflow-artifacts:/models///", "mlflow-artifacts://host:9000/models/artifact/..../"):
        create(200, source, run_id=run_id)
    for source, more in ((uri, {}), (path, {}), ("/tmp", {"run_id": run_id}), ("file:///tmp", {}),
                         (uri + "/../..", {"run_id": run_id}), (path + "-other", {"run_id": run_id})):
        text = create(400, source, **more)["message"]
        expect("To use a local path as a model version source" in text, f"the reason: {text}")
    expect("is not a valid remote uri" in create(500, "file://123.456.789.123/x", run_id=run_id)["message"], "no host")
    for source in ("mlflow-artifacts://host:9000/models/../../../", "mlflow-artifacts://host:9000/models/artifact%00"):
        expect("If supplying a source as an http, https," in create(400, source, run_id=run_id)["message"], source)
    model = server.json("POST", API + "logged-models", {"experiment_id": made})["model"]["info"]
    create(200, model["artifact_uri"], model_id=model["model_id"])
    create(400, "file:///path/to/model", model_id=model["model_id"])
    # The files that the run's client wrote there are listed and sent.
    pathlib.Path(path, "model").mkdir(parents=True)
    pathlib.Path(path, "model", "w.bin").write_bytes(b"w")
    listed = server.json("GET", API + f"artifacts/list?run_id={run_id}&path=model")
    expect(listed["files"] == [{"path": "model/w.bin", "is_dir": False, "file_size": 1}], f"the file: {listed}")
    expect(server.send("GET", f"/get-artifact?run_id={run_id}&path=model/w.bin")[2] == b"w", "its bytes")
    version = create(200, uri + "/model", run_id=run_id)["model_version"]["version"]
    expect(server.send("GET", f"/model-versions/get-artifact?name=m&version={version}&path=w.bin")[2] == b"w",
           "the bytes of the version's file")


def proxied_files(server, destination):
    """Files lie in the destination in MLflow's layout."""
    files = "/api/2.0/mlflow-artifacts/artifacts"
    for path, content in (("a.txt", b"0"), ("dir/b.txt", b"1")):
        server.json("PUT", f"{files}/{path}", content)
        expect((destination / path).read_bytes() == content, f"{path} in the destination")
        status, head, got = server.send("GET", f"{files}/{path}")
        expect((status, got, head["Content-Type"]) == (200, content, "text/plain"), f"{path} as it was sent")
    expect(server.json("GET", files)["files"] == [{"path": "a.txt", "is_dir": False, "file_size": 1},
                                                  {"path": "dir", "is_dir": True}], "the list")
    server.json("POST", API + "registered-models/create", {"name": "top"})
    server.json("POST", API + "model-versions/create", {"name": "top", "source": "mlflow-artifacts:", "run_id": "1"})
    got = server.send("GET", "/model-versions/get-artifact?name=top&version=1&path=a.txt")
    expect(got[2] == b"0", f"the file of a version whose source is the root: {got}")


def transfers(server, destination):
    """An upload that ends early leaves nothing, and of uploads to one name one whole file remains."""
    path = "/api/2.0/mlflow-artifacts/artifacts/same.bin"
    with socket.create_connection(("127.0.0.1", server.port)) as early:
        token = f"Authorization: Bearer {server.token}\r\n" if server.token else ""
        early.sendall(f"PUT {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{token}Content-Length: 100000\r\n\r\n".encode())
        early.sendall(b"x" * 50000)
    contents = [bytes([65 + i]) * 3_000_000 for i in range(4)]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for status, _, text in pool.map(lambda content: server.send("PUT", path, content), contents):
            expect(status == 200, f"each upload is accepted: {text}")
    expect((destination / "same.bin").read_bytes() in contents, "one whole file")
    until = time.monotonic() + 30
    left = [server.folder / "data" / ".uploads", destination / ".roost-uploads"]
    while any(list(folder.glob("*")) for folder in left) and time.monotonic() < until:
        time.sleep(0.05)
    expect(not any(list(folder.glob("*")) for folder in left), "nothing is left of the upload that ended early")


def artifacts_of(server):
    """Each run, with the folder in which its artifacts should lie."""
    runs = server.json("POST", API + "runs/search", {"experiment_ids": ["0"], "max_results": 10})["runs"]
    return [(run["info"]["run_id"], run["info"]["artifact_uri"]) for run in runs]


def copied_lines(server, roostctl, python):
    """The lines that roostctl prints are all that a client needs."""
    for form in ("shell", "python"):
        lines = subprocess.run([*shlex.split(roostctl), "--workspace", str(server.folder / "data"), "workspace", "show",
                                "--client", form], env=dict(os.environ, XDG_RUNTIME_DIR=str(server.folder)), text=True,
                               capture_output=True, timeout=60)
        expect(lines.returncode == 0 and "secret" in lines.stderr, f"the lines: {lines.stdout}{lines.stderr}")
        script = ("import mlflow\nwith mlflow.start_run() as run:\n    mlflow.log_metric('a', 1)\n"
                  "print(mlflow.get_run(run.info.run_id).data.metrics)\n")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MLFLOW_TRACKING")}
        clean["NO_PROXY"] = "127.0.0.1"
        if form == "shell":
            command = ["bash", "-c", lines.stdout + f"\nexec {shlex.quote(python)} -c {shlex.quote(script)}"]
        else:
            command = [python, "-c", lines.stdout + "\n" + script]
        done = subprocess.run(command, env=clean, cwd=server.home, capture_output=True, text=True, timeout=300)
        expect("{'a': 1.0}" in done.stdout, f"a client with the {form} lines logs: {done.stdout}{done.stderr}")


def refused_starts(roostd, busy):
    with tempfile.TemporaryDirectory() as folder:
        data = str(pathlib.Path(folder) / "data")
        env = dict(os.environ, XDG_RUNTIME_DIR=folder)
        for options, code, words in (
                (["--data-dir", data, "--port", str(busy)], 1, "in use"),
                (["--data-dir", data, "--workspace", data], 2, "one of them"),
                (["--data-dir", data, "--host", "0.0.0.0"], 2, "this machine only"),
                (["--data-dir", data, "--port", "0"], 2, "1 to 65535"),
                (["--data-dir", data, "--default-artifact-root", "s3://b/p"], 2, "s3://b/p"),
                (["--data-dir", data, "--artifacts-destination", "gs://b"], 2, "folder of this machine"),
                (["--data-dir", data, "--artifacts-destination", data + "/runs"], 1, "mlartifacts"),
                (["--data-dir", data, "--artifacts-destination", folder], 1, "data of the service"),
                (["--data-dir", "/proc/none"], 1, "could not be created")):
            done = subprocess.run([*shlex.split(roostd), "serve", *options], env=env, capture_output=True, text=True,
                                  timeout=60)
            expect(done.returncode == code and words in done.stderr, f"{code} \"{words}\": {options} {done.stderr}")


def main():
    roostd = sys.argv[1]
    beside = pathlib.Path(roostd).parent / "roostctl"
    roostctl = os.environ.get("ROOSTCTL") or (str(beside) if beside.exists() else None)
    python = sys.argv[2] if len(sys.argv) > 2 else str(python_with("mlflow", "mlflow"))
    for options in ([], ["--no-auth"]):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            with serving(roostd, *options) as server:
                access(server)
                default_experiment(server, "mlflow-artifacts:/0")
                relative_location(server)
                server.run(python, "mlflow_serve_script.py", "proxied")
                refused_starts(roostd, server.port)
                if roostctl:
                    copied_lines(server, roostctl, python)
            with serving(roostd, "--default-artifact-root", root.as_uri(), *options) as server:
                default_experiment(server, root.as_uri() + "/0")
                server.run(python, "mlflow_serve_script.py", "local")
                for run, uri in artifacts_of(server):
                    expect((root / "0" / run / "artifacts" / "dir" / "my.file").exists(), f"files at {uri}")
                local_sources(server)
            port, kept, files = free_port(), root / "kept", root / "files"
            http_root = f"http://127.0.0.1:{port}/api/2.0/mlflow-artifacts/artifacts"
            with serving(roostd, "--default-artifact-root", http_root, "--artifacts-destination", str(files), *options,
                         folder=kept, port=port) as server:
                proxied_files(server, files)
                transfers(server, files)
                if options:  # this client's plain requests carry no token
                    server.run(python, "mlflow_serve_script.py", "proxied")
                token = server.token
            # Root and destination are kept for later starts, and the token with the port.
            with serving(roostd, *options, folder=kept, port=port) as server:
                expect(server.token == token, "the same token at the same port")
                default_experiment(server, http_root + "/0")
                server.json("PUT", "/api/2.0/mlflow-artifacts/artifacts/later.txt", b"2")
                expect((files / "later.txt").exists(), "the same destination")
        with tempfile.TemporaryDirectory() as folder:
            files = pathlib.Path(folder).resolve() / "files"
            with serving(roostd, "--artifacts-destination", str(files), *options) as server:
                server.run(python, "mlflow_serve_script.py", "proxied")
                for run, uri in artifacts_of(server):
                    expect((files / "0" / run / "artifacts" / "dir" / "my.file").exists(), f"files of {uri}")
                expect(any(list(files.glob(form)) for form in ("0/models/m-*/artifacts/MLmodel", "0/*/artifacts/net/MLmodel")),
                       "logged models in the destination")
                text, seconds = server.run(python, "mlflow_serve_script.py", "absent")
                expect("Roost has no traces" in text, f"the client shows what is absent: {text}")
                expect(seconds < 120, f"calls for what is absent end at once, not after {seconds:.0f} s")
    print(f"fine: {checked} checks")


if __name__ == "__main__":
    main()
