# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A typical training script that uses MLflow and knows nothing about Roost. Run by mlflow_client.py."""

import math
import os
import pathlib
import tempfile

import mlflow
import mlflow.pyfunc
import numpy


class Doubler(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input: list[float], params=None) -> list[float]:
        return [2 * x for x in model_input]


work = pathlib.Path(tempfile.mkdtemp())
mlflow.set_experiment("interop")
with mlflow.start_run(run_name="wren") as run:
    mlflow.log_params({"lr": 0.1, "epochs": 3})
    for step in range(20):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    mlflow.log_metrics({"acc": 0.75, "broken": math.nan}, step=3)
    mlflow.set_tag("kind", "bird")
    (work / "note.txt").write_text("hello")
    (work / "empty.txt").touch()
    mlflow.log_artifact(str(work / "note.txt"))
    mlflow.log_artifact(str(work / "empty.txt"), "sub")
    mlflow.log_text("percent", "odd/a%b.txt")
    mlflow.pyfunc.log_model(name="model", python_model=Doubler(), registered_model_name="doubler",
                            pip_requirements=[])

client = mlflow.MlflowClient()
back = client.get_run(run.info.run_id)
assert back.info.status == "FINISHED", back.info.status
assert back.data.params == {"lr": "0.1", "epochs": "3"}, back.data.params
assert back.data.metrics["loss"] == 1 / 20 and math.isnan(back.data.metrics["broken"]), back.data.metrics
assert len(client.get_metric_history(run.info.run_id, "loss")) == 20
assert {"note.txt", "sub", "odd"} <= {f.path for f in client.list_artifacts(run.info.run_id)}
assert pathlib.Path(client.download_artifacts(run.info.run_id, "odd/a%b.txt")).read_text() == "percent"
assert pathlib.Path(client.download_artifacts(run.info.run_id, "sub/empty.txt")).read_bytes() == b""
client.set_registered_model_alias("doubler", "best", 1)
assert mlflow.pyfunc.load_model("models:/doubler@best").predict([1.0, 2.5]) == [2.0, 5.0]
assert len(mlflow.search_runs(experiment_names=["interop"], filter_string="metrics.loss < 1 and tags.kind = 'bird'")) == 1
assert client.get_experiment_by_name("nothing") is None

# A resumed run, a nested run, and logging after the end.
with mlflow.start_run(run_id=run.info.run_id):
    mlflow.log_metric("again", 1)
with mlflow.start_run() as parent, mlflow.start_run(nested=True) as child:
    mlflow.log_metric("x", 1)
found = client.search_runs([parent.info.experiment_id], f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
assert [r.info.run_id for r in found] == [child.info.run_id]

# The files of a model belong to the model; the run lists only its own files. Repeated calls do no harm, and the first
# context of a data set stays.
assert "models" not in {f.path for f in client.list_artifacts(run.info.run_id)}
client.delete_run(child.info.run_id)
client.delete_run(child.info.run_id)
data = mlflow.data.from_numpy(numpy.array([1.0, 2.0]), name="numbers")
with mlflow.start_run(run_id=parent.info.run_id):
    mlflow.log_input(data, context="training")
    mlflow.log_input(data, context="evaluation")
inputs = client.get_run(parent.info.run_id).inputs.dataset_inputs
assert [tag.value for one in inputs for tag in one.tags] == ["training"], inputs
without = client.search_runs([parent.info.experiment_id], "tags.kind IS NULL")
assert [r.info.run_id for r in without] == [parent.info.run_id], without

# The registry: prompts, numbers that are not used again, and files that are sent in one piece if parts are not
# accepted.
assert mlflow.genai.register_prompt("greet", template="Hello {{name}}").version == 1
assert mlflow.genai.load_prompt("prompts:/greet/1").format(name="wren") == "Hello wren"
client.create_registered_model("count")
for number in ("1", "2"):
    assert client.create_model_version("count", f"runs:/{run.info.run_id}/sub", run.info.run_id).version == number
client.delete_model_version("count", "2")
assert client.create_model_version("count", f"runs:/{run.info.run_id}/sub", run.info.run_id).version == "3"
client.set_registered_model_alias("count", "ünï", "3")
assert client.get_model_version_by_alias("count", "ünï").version == "3"
os.environ["MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"] = "true"
os.environ["MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE"] = "1000"
(work / "large.bin").write_bytes(b"x" * 20_000)
client.log_artifact(run.info.run_id, str(work / "large.bin"))
assert len(pathlib.Path(client.download_artifacts(run.info.run_id, "large.bin")).read_bytes()) == 20_000
print("run", run.info.run_id)
