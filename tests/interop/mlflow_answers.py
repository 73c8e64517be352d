# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""roostd compared with MLflow's own server: both receive the requests of mlflow_cases.py, and their answers are
compared by status, error code, message and content.
Usage: mlflow_answers.py ROOSTD [PYTHON]
PYTHON: an interpreter with MLflow, instead of the one in the cache folder. ROOST_MLFLOW_SHOW=1 prints both answers
where they differ."""

import http.client
import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile

import mlflow_cases
from mlflow_server import free_port, stop, wait_for
from packages import python_with, wait_for_endpoint

# Differences that are answers of another release of MLflow, consequences of such answers, or words that the two servers
# interpret differently.
MOST_DIFFERENT = 95


class Side:
    """One of the two servers, and the values of its answers that later requests use (such as {run})."""

    def __init__(self, port, token=None):
        self.port, self.token, self.kept = port, token, {}

    def fill(self, value):
        if isinstance(value, str):
            for name, known in self.kept.items():
                value = value.replace("{" + name + "}", known)
            return value
        if isinstance(value, dict):
            return {self.fill(key): self.fill(inner) for key, inner in value.items()}
        return [self.fill(inner) for inner in value] if isinstance(value, list) else value

    def send(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        sent = {"Content-Type": "application/json"} if body is not None else {}
        sent.update(headers or {})
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if body is not None and not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        connection.request(method, path, body=body.encode() if isinstance(body, str) else body, headers=sent)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def plain(self, value, parent=""):
        """Returns an answer without the parts that differ between any two servers: times, generated names, the order of
        pairs."""
        if isinstance(value, dict):
            plain = {key: self.plain(inner, key) for key, inner in value.items()
                     if key not in ("sqlstate", "error_class", "stack_trace", "workspace")}
            # Absent and empty are the same to clients.
            return {key: inner for key, inner in plain.items() if inner not in ({}, [], "", None)}
        if isinstance(value, list):
            items = [self.plain(item) for item in value]
            pairs = all(isinstance(item, dict) and "key" in item for item in items)
            pairs = pairs and len({item["key"] for item in items}) == len(items)
            return sorted(items, key=lambda item: item["key"]) if pairs else items
        if isinstance(value, int) and value > 10**12 and "time" in parent:
            return "<time>"
        if not isinstance(value, str):
            return value
        for name, known in self.kept.items():
            if len(known) > 8:
                value = value.replace(known, f"<{name}>")
            elif known and value == known and parent == "experiment_id":
                return f"<{name}>"
        if parent == "run_name" or (parent == "value" and re.fullmatch(r"[a-z]+-[a-z]+-\w+", value)):
            return re.sub(r"^[a-z]+-[a-z]+-\w+$", "<invented>", value)
        return value


def named(header):
    """Returns a header without the second form of a file name, which roostd adds."""
    return header and header.split("; filename*=")[0]


def difference(one, two, path=""):
    """Returns the first difference between two answers: a path and both values."""
    if isinstance(one, dict) and isinstance(two, dict):
        for key in sorted(one.keys() | two.keys()):
            if one.get(key) != two.get(key):
                return difference(one.get(key), two.get(key), f"{path}/{key}")
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        for at, (left, right) in enumerate(zip(one, two)):
            if left != right:
                return difference(left, right, f"{path}/{at}")
    return path, json.dumps(one, ensure_ascii=False)[:600], json.dumps(two, ensure_ascii=False)[:600]


class Both:
    """Sends a request to both servers and compares the answers."""

    def __init__(self, real, ours):
        self.real, self.ours = real, ours
        self.counts = {"same": 0, "other words": 0, "deliberate": 0, "differ": 0}
        self.told = []

    def __call__(self, method, path, body=None, keep=None, headers=None, deliberate=None, only=None):
        answers = []
        for side in (self.real, self.ours):
            try:
                status, head, bytes_ = side.send(method, side.fill(path), side.fill(body), side.fill(headers))
            except (OSError, http.client.HTTPException) as problem:
                status, head, bytes_ = 0, {}, repr(problem).encode()
            try:
                answer = json.loads(bytes_)
            except ValueError:
                answer = bytes_.decode("utf-8", "replace")
            for name, way in (keep or {}).items():
                at = answer
                for step in way.split("/"):
                    at = at[int(step)] if isinstance(at, list) else at.get(step, "") if isinstance(at, dict) else ""
                side.kept[name] = str(at)
            answers.append((status, head, answer, side))
        verdict = self.judge(answers, only)
        if verdict != "same" and (deliberate or answers[0][0] in (0, 500)):
            verdict = "deliberate"  # MLflow's own server crashes, or roostd differs on purpose
        self.counts[verdict] += 1
        if verdict in ("other words", "differ"):
            status, our_status = answers[0][0], answers[1][0]
            at, left, right = difference(*(side.plain(answer) for _, _, answer, side in answers))
            self.told.append((verdict, f"{method} {path}", json.dumps(body, default=repr)[:200] if body is not None else "",
                              f"{status} {at} {left}", f"{our_status} {at} {right}"))

    @staticmethod
    def judge(answers, only):
        (status, head, answer, side), (our_status, our_head, our_answer, our_side) = answers
        if status != our_status:
            return "differ"
        if only:  # names of headers, if these are compared instead of the body
            return "same" if all(named(head.get(name)) == named(our_head.get(name)) for name in only) else "differ"
        one, two = side.plain(answer) or {}, our_side.plain(our_answer) or {}
        if status == 200 or not isinstance(answer, dict) or not isinstance(our_answer, dict):
            return "same" if one == two or status in (404, 405) and not isinstance(answer, dict) else "differ"
        if one.get("error_code") != two.get("error_code"):
            return "differ"
        return "same" if one.get("message") == two.get("message") else "other words"


def start_real(python, folder):
    port = free_port()
    server = subprocess.Popen([python, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
                               "--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination",
                               str(folder / "artifacts")], cwd=folder, start_new_session=True,
                              env=dict(os.environ, MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="true"),
                              stdout=open(folder / "mlflow.log", "wb"), stderr=subprocess.STDOUT)
    wait_for(f"http://127.0.0.1:{port}", server)
    return server, Side(port)


def main():
    python = sys.argv[2] if len(sys.argv) > 2 else str(python_with("mlflow", "mlflow"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        service = subprocess.Popen([*shlex.split(sys.argv[1]), "serve", "--workspace", str(folder / "ws"), "--create"],
                                   env=dict(os.environ, XDG_RUNTIME_DIR=str(folder)))
        server = None
        try:
            endpoint = wait_for_endpoint(folder, service)
            server, real = start_real(python, folder)
            both = Both(real, Side(endpoint["port"], endpoint["token"]))
            mlflow_cases.send(both)
        finally:
            if server:
                stop(server)
            service.send_signal(signal.SIGTERM)
            service.wait(30)
    for verdict, request, body, theirs, ours in both.told:
        print(f"{verdict}: {request} {body}")
        if verdict == "differ" or os.environ.get("ROOST_MLFLOW_SHOW"):
            print(f"    MLflow: {theirs}\n    roostd: {ours}")
    print(f"{sum(both.counts.values())} requests: " + ", ".join(f"{n} {what}" for what, n in both.counts.items()))
    if both.counts["differ"] > MOST_DIFFERENT:
        sys.exit(f"roostd answers otherwise in more than {MOST_DIFFERENT} cases")


if __name__ == "__main__":
    main()
