# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""roostd against the real MLflow client: an unmodified script logs params, metrics, artifacts and a model.

Usage: mlflow_client.py ROOSTD."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from packages import python_with, wait_for_endpoint

HERE = pathlib.Path(__file__).parent


def main():
    roostd = sys.argv[1]
    python = python_with("mlflow", "mlflow")
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
