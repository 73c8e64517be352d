# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""roostd against the real MLflow client: an unmodified script logs params, metrics, artifacts and a model.

Usage: mlflow_client.py ROOSTD. The client is installed once into the user's cache folder and reused; where the
package index is out of reach the test is skipped (exit code 77) in plain words."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
HERE = pathlib.Path(__file__).parent


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIPPED)


def python_with_mlflow():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    folder = cache / "roost" / "interop" / "mlflow"
    python = folder / "bin" / "python"
    probe = [str(python), "-c", "import mlflow; print('mlflow', mlflow.__version__)"]
    if python.exists() and subprocess.run(probe, timeout=120).returncode == 0:
        return python
    folder.parent.mkdir(parents=True, exist_ok=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)]).returncode != 0:
        skip("python3 cannot make a virtual environment here (on Debian: install python3-venv).")
    try:
        done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", "mlflow"], timeout=900,
                              capture_output=True, text=True)
    except subprocess.TimeoutExpired:
        skip("installing the mlflow package took longer than 15 minutes.")
    if done.returncode != 0:
        skip("the mlflow package cannot be installed, the package index is out of reach:\n" + done.stderr[-500:])
    subprocess.run(probe, check=True, timeout=120)
    return python


def wait_for_endpoint(runtime, service):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = list((runtime / "roost").glob("*.json"))
        if found:
            return json.loads(found[0].read_text())
        if service.poll() is not None:
            sys.exit(f"roostd ended with {service.returncode}")
        time.sleep(0.1)
    sys.exit("roostd did not listen within a minute")


def main():
    roostd = sys.argv[1]
    python = python_with_mlflow()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        env = dict(os.environ, XDG_RUNTIME_DIR=str(folder))
        service = subprocess.Popen([roostd, "serve", "--workspace", str(folder / "ws"), "--create"], env=env)
        try:
            endpoint = wait_for_endpoint(folder, service)
            client_env = dict(os.environ, MLFLOW_TRACKING_URI=f"http://127.0.0.1:{endpoint['port']}",
                              MLFLOW_TRACKING_TOKEN=endpoint["token"], NO_PROXY="127.0.0.1",
                              GIT_PYTHON_REFRESH="quiet")
            done = subprocess.run([str(python), str(HERE / "mlflow_script.py")], env=client_env, timeout=600,
                                  capture_output=True, text=True)
            print(done.stdout, done.stderr[-3000:], sep="\n")
            if done.returncode != 0:
                sys.exit("the script failed")
            run = done.stdout.split("run ")[-1].strip()
            assert (folder / "ws" / "runs" / run / "note.txt").read_text() == "hello"
            assert list((folder / "ws" / "runs" / run / "models").glob("m-*/MLmodel"))
        finally:
            service.send_signal(signal.SIGTERM)
            code = service.wait(30)
        if code != 0:
            sys.exit(f"roostd ended with {code}")
        if list((folder / "roost").glob("*.json")):
            sys.exit("the endpoint file was left behind")
    print("fine")


main()
