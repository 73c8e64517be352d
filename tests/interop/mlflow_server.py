# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests Roost with a real MLflow server, opened as a workspace by its URL: lists a run that the real client has logged,
reads its metrics, files and model, and reports in a sentence which features such a server lacks. When the server has
stopped, shows what it answered last, with its age, and says what needs the server.
Usage: mlflow_server.py PROGRAMS (the folder of roostctl and, if it was built, roost)."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from packages import python_with

SCRIPT = """
import mlflow, pathlib
mlflow.set_experiment("birds")
with mlflow.start_run(run_name="calm-finch") as run:
    mlflow.log_param("learning_rate", 0.01)
    for step in range(5):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    pathlib.Path("model.bin").write_bytes(b"weights" * 100)
    mlflow.log_artifact("model.bin", "outputs")
    print(run.info.run_id)
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, server):
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url + "/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
        if server.poll() is not None:
            sys.exit(f"the MLflow server ended with {server.returncode}")
    sys.exit("the MLflow server did not listen within three minutes")


def stop(server):
    """Stops the server, whose slow exit is not part of the test."""
    os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(20)


class Console:
    def __init__(self, programs, url, env):
        self.command, self.env = [programs / "roostctl", "--workspace", url], env

    def run(self, *words, code=0):
        done = subprocess.run([*self.command, *words], env=self.env, capture_output=True, text=True, timeout=120)
        if done.returncode != code:
            sys.exit(f"roostctl {' '.join(words)} ended with {done.returncode}, not {code}: {done.stdout}{done.stderr}")
        return done

    def json(self, *words):
        return json.loads(self.run(*words, "--json").stdout)


def expect(truth, words):
    if not truth:
        sys.exit("expected: " + words)


def read(console, run, folder):
    runs = console.json("runs", "list")
    expect([one["id"] for one in runs] == [run], f"the one run: {runs}")
    expect(runs[0]["experiment"] == "birds" and runs[0]["status"] == "Completed", f"as it ended: {runs[0]}")
    metrics = console.run("runs", "metrics", run).stdout
    expect("loss" in metrics and "0.2" in metrics, f"its metric: {metrics}")
    outputs = console.run("runs", "outputs", run).stdout
    expect("outputs/model.bin" in outputs, f"its file: {outputs}")
    console.run("models", "register", "birds", "--run", run, "--path", "outputs/model.bin")
    versions = console.run("models", "list").stdout
    expect("birds" in versions, f"its model: {versions}")
    target = folder / "download"
    target.mkdir()
    console.run("models", "download", "birds", "--to", str(target))
    found = list(target.rglob("model.bin"))
    expect(len(found) == 1 and found[0].read_bytes() == b"weights" * 100, "the model's bytes, downloaded")
    refused = console.run("computes", "list", code=1)
    expect("compute" in refused.stderr.lower(), f"what is lacking is said: {refused.stderr}")


def read_without_server(console, run):
    listed = console.run("runs", "list", "--json")
    expect([one["id"] for one in json.loads(listed.stdout)] == [run], f"the run as it was last known: {listed.stdout}")
    expect("As of" in listed.stderr and "out of reach" in listed.stderr, f"its age and the reason: {listed.stderr}")
    expect("loss" in console.run("runs", "metrics", run).stdout, "its metric as it was last known")
    expect("birds" in console.run("models", "list").stdout, "its model as it was last known")
    refused = console.run("runs", "tag", run, "team=birds", code=1)
    expect("out of reach" in refused.stderr, f"that nothing was changed: {refused.stderr}")


def look(programs, url, run, folder, env):
    """Opens each page of the server in the window. Checks only that pictures of all pages were written."""
    if not (programs / "roost").exists():
        return
    pictures = pathlib.Path(os.environ.get("ROOST_INTEROP_PICTURES", folder / "pictures"))
    # As in tests/e2e: without a D-Bus, its library never frees a few bytes.
    env = env | {"ASAN_OPTIONS": "detect_leaks=0"}
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x800x24 -nolisten tcp", programs / "roost", "--workspace",
                    url, "--run", run, "--screenshots", pictures], env=env, check=True, timeout=300)
    expect(len(list(pictures.glob("*.png"))) >= 5, "a picture of each page")


def main():
    programs = pathlib.Path(sys.argv[1])
    python = python_with("mlflow", "mlflow")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        url = f"http://127.0.0.1:{free_port()}"
        env = dict(os.environ, MLFLOW_TRACKING_URI=url, NO_PROXY="127.0.0.1", GIT_PYTHON_REFRESH="quiet",
                   XDG_CONFIG_HOME=str(folder / "config"), XDG_DATA_HOME=str(folder / "data"),
                   XDG_CACHE_HOME=str(folder / "cache"))
        server = subprocess.Popen(
            [python.parent / "mlflow", "server", "--host", "127.0.0.1", "--port", url.rsplit(":", 1)[1], "--workers",
             "1", "--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", folder / "files"],
            cwd=folder, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(url, server)
            made = subprocess.run([python, "-c", SCRIPT], env=env, cwd=folder, check=True, capture_output=True,
                                  text=True, timeout=300)
            run = [line for line in made.stdout.split() if len(line) == 32][-1]
            read(Console(programs, url, env), run, folder)
            look(programs, url, run, folder, env)
        finally:
            stop(server)
        read_without_server(Console(programs, url, env), run)
    print("fine")


if __name__ == "__main__":
    main()
