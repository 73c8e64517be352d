# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""roostd against Microsoft's azure-ai-ml SDK: azure_script.py submits, streams and registers.
Usage: azure_sdk.py ROOSTD.
AZUREML_DEV_URL_MFE is the SDK's own variable for another resource manager."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from packages import python_with, wait_for_endpoint

HERE = pathlib.Path(__file__).parent
TRAINING = """
import pathlib, sys
print("training with", sys.argv[1:], flush=True)
pathlib.Path("outputs").mkdir(exist_ok=True)
pathlib.Path("outputs/model.txt").write_text("weights")
"""


def main():
    roostd = sys.argv[1]
    python = python_with("azure-ai-ml", "azure.ai.ml")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source = folder / "code"
        source.mkdir()
        (source / "train.py").write_text(TRAINING)
        service = subprocess.Popen([roostd, "serve", "--workspace", str(folder / "ws"), "--create", "--name", "Birds"],
                                   env=dict(os.environ, XDG_RUNTIME_DIR=str(folder)))
        try:
            endpoint = wait_for_endpoint(folder, service)
            env = dict(os.environ, AZUREML_DEV_URL_MFE=f"http://127.0.0.1:{endpoint['port']}", NO_PROXY="127.0.0.1",
                       ROOST_TOKEN=endpoint["token"], ROOST_CONFIG=str(folder / "ws" / "config.json"))
            done = subprocess.run([python, HERE / "azure_script.py", source], env=env, timeout=600,
                                  capture_output=True, text=True)
            print(done.stdout, done.stderr[-3000:], sep="\n")
            if done.returncode != 0:
                sys.exit("the script failed")
            if "training with ['--epochs', '2']" not in done.stdout:
                sys.exit("the run's log was not streamed")
            if (folder / "ws" / "models" / "birds" / "1" / "model.txt").read_text() != "weights":
                sys.exit("the model is not what the run wrote")
        finally:
            service.send_signal(signal.SIGTERM)
            code = service.wait(30)
        if code != 0:
            sys.exit(f"roostd ended with {code}")
    print("fine")


main()
