# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the sample pytorch-birds in the environment of its own conda file: pip installs the real MLflow client, the
PyTorch of the machine is used, and the training logs its metrics into its run.
Usage: sample.py PROGRAMS (the folder of roostctl and roostd) SAMPLE."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from packages import VERSIONS, skip_without_index

EPOCHS = 2
CLIENT = f"mlflow-skinny=={VERSIONS['mlflow-skinny']}"
JOB = f"""
command: >-
  python -c "import mlflow; print('client', mlflow.__version__, flush=True)" &&
  python pytorch_train.py --num_epochs {EPOCHS} --output_dir ./outputs
code: .
environment:
  conda_file: conda_dependencies.yml
compute: azureml:local
experiment_name: pytorch-birds
"""
# A script that prints the run as MLflow's own client reads it, for the environment of the run.
LOOK = """
import json, mlflow, sys
client = mlflow.MlflowClient()
run = client.get_run(sys.argv[1])
print(json.dumps({
    "status": run.info.status,
    "params": run.data.params,
    "val_acc": [point.value for point in client.get_metric_history(sys.argv[1], "val_acc")],
    "runs": len(client.search_runs([run.info.experiment_id])),
    "outputs": sorted(file.path for file in client.list_artifacts(sys.argv[1], "outputs")),
    "model": client.download_artifacts(sys.argv[1], "outputs/model.pt", sys.argv[2]),
}))
"""


def expect(truth, words):
    if not truth:
        sys.exit("expected: " + words)


def prepare(sample, folder):
    """Creates a copy of the sample whose environment uses the PyTorch of the machine instead of a download of
    gigabytes."""
    shutil.copytree(sample, folder)
    conda = folder / "conda_dependencies.yml"
    text = conda.read_text()
    expect("mlflow-skinny>=2.10" in text, "the sample asks for MLflow's client")
    conda.write_text(text.replace("mlflow-skinny>=2.10", CLIENT) + "variables:\n  ROOST_SYSTEM_SITE_PACKAGES: 1\n")
    (folder / "job.yml").write_text(JOB)


def look(console, workspace, folder, env):
    status = json.loads(console("service", "status", "--json").stdout)
    python, = (workspace / "environments").glob("*/env/bin/python")
    endpoint = next((folder / "roost").glob("*.json"))
    secrets = json.loads(endpoint.read_text())
    expect(status["running"], f"the service goes on: {status}")
    done = subprocess.run([python, "-c", LOOK, "birds", str(folder)], capture_output=True, text=True, timeout=300,
                          env=env | {"MLFLOW_TRACKING_URI": f"http://127.0.0.1:{secrets['port']}",
                                     "MLFLOW_TRACKING_TOKEN": secrets["token"], "GIT_PYTHON_REFRESH": "quiet"})
    expect(done.returncode == 0, "MLflow's client finds the run: " + done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def main():
    programs, sample = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    skip_without_index()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        workspace = folder / "ws"
        prepare(sample, folder / "birds")
        env = os.environ | {"XDG_RUNTIME_DIR": str(folder), "NO_PROXY": "127.0.0.1"}

        def console(*words):
            return subprocess.run([programs / "roostctl", "--workspace", workspace, *words], env=env, timeout=1500,
                                  capture_output=True, text=True)

        subprocess.run([programs / "roostctl", "workspace", "create", workspace], env=env, check=True, timeout=120)
        try:
            done = console("submit", folder / "birds" / "job.yml", "--name", "birds", "--stream")
            expect(done.returncode == 0, "the sample completes: " + done.stdout[-3000:] + done.stderr[-3000:])
            expect(f"client {VERSIONS['mlflow-skinny']}" in done.stdout, "it has the real client: " + done.stdout[-2000:])
            expect("could not be logged" not in done.stdout and "printed only" not in done.stdout, done.stdout[-2000:])
            found = look(console, workspace, folder, env)
            print(json.dumps(found, indent=1))
            expect(found["status"] == "FINISHED" and found["runs"] == 1, "one run, the job itself, that has ended")
            expect(len(found["val_acc"]) == EPOCHS, "a point of each epoch")
            expect(found["params"].get("num_epochs") == str(EPOCHS), "its parameters")
            expect("outputs/model.pt" in found["outputs"] and "outputs/model.onnx" in found["outputs"], "both models")
            expect(pathlib.Path(found["model"]).stat().st_size > 100_000, "the model's bytes, downloaded")
        finally:
            console("service", "stop", "--force")
    print("fine")


main()
