# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A script of a person with the real MLflow client; mlflow_serve.py runs it.
Usage: mlflow_serve_script.py proxied | local | absent"""

import pathlib
import sys
import tempfile
import time

import mlflow
from mlflow import MlflowClient

MAJOR = int(mlflow.__version__.split(".")[0])


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input


def artifacts():
    """Logs files, lists and downloads them."""
    client = MlflowClient()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "my.file").write_text("Hello")
        (folder / "100% sure.txt").write_text("odd")
        with mlflow.start_run() as run:
            mlflow.log_artifact(str(folder / "my.file"))
            mlflow.log_artifacts(str(folder), "dir")
        run_id = run.info.run_id
        assert {file.path for file in client.list_artifacts(run_id)} == {"my.file", "dir"}
        assert {file.path for file in client.list_artifacts(run_id, "dir")} == {"dir/my.file", "dir/100% sure.txt"}
        found = pathlib.Path(mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path="."))
        assert (found / "my.file").read_text() == "Hello"
        assert (found / "dir" / "100% sure.txt").read_text() == "odd"
    assert run.info.artifact_uri.startswith(client.get_experiment("0").artifact_location)


def models():
    """Logs a model, registers it and loads it by its alias."""
    with mlflow.start_run():
        if MAJOR >= 3:
            info = mlflow.pyfunc.log_model(name="net", python_model=Model(), pip_requirements=[])
        else:
            info = mlflow.pyfunc.log_model("net", python_model=Model(), pip_requirements=[])
        mlflow.log_text("dir", "dir/my.file")
    version = mlflow.register_model(info.model_uri, "net")
    MlflowClient().set_registered_model_alias("net", "best", version.version)
    assert mlflow.pyfunc.load_model("models:/net@best").predict([1, 2]) == [1, 2]


def prompts():
    """Registers two versions of a prompt, finds and loads them."""
    genai = mlflow.genai if MAJOR >= 3 else mlflow
    genai.register_prompt("greet", template="Hello {{name}}")
    genai.register_prompt("greet", template="Hi {{name}}", commit_message="shorter")
    assert genai.load_prompt("prompts:/greet/1").template == "Hello {{name}}"
    assert genai.load_prompt("prompts:/greet/2").format(name="Ann") == "Hi Ann"
    if MAJOR >= 3:
        genai.set_prompt_alias("greet", "live", 2)
        assert genai.load_prompt("prompts:/greet@live").version == 2
        assert [prompt.name for prompt in genai.search_prompts()] == ["greet"]
    assert "greet" not in [model.name for model in MlflowClient().search_registered_models()]


def timed(name, call, most):
    began = time.monotonic()
    try:
        call()
        text = ""
    except Exception as problem:  # what a person reads
        text = str(problem)
    seconds = time.monotonic() - began
    assert seconds < most, f"{name} took {seconds:.1f} s"
    print(f"{name}: {seconds:.1f} s: {text}")
    return text


def absent():
    """Calls what Roost lacks: each ends at once, in a sentence that says so."""

    @mlflow.trace
    def traced(x):
        return x + 1

    def call_traced():
        assert traced(1) == 2
        if MAJOR >= 3:
            mlflow.flush_trace_async_logging()

    timed("a traced function", call_traced, 20)
    client = MlflowClient()
    wanted = {"search_traces": lambda: client.search_traces(experiment_ids=["0"])}
    if MAJOR >= 3:
        import pandas
        from mlflow.genai.scorers import scorer

        @scorer
        def fits(outputs):
            return True

        data = pandas.DataFrame({"inputs": [{"q": "a"}], "outputs": ["b"]})
        wanted["evaluate"] = lambda: mlflow.genai.evaluate(data=data, scorers=[fits])
        if hasattr(client, "list_webhooks"):
            wanted["list_webhooks"] = client.list_webhooks
    for name, call in wanted.items():
        text = timed(name, call, 30)
        # The client of evaluate warns in the server's words, and then fails on the trace that it did not get.
        assert name == "evaluate" or "Roost has no" in text, f"{name} says: {text}"


if sys.argv[1] == "absent":
    absent()
else:
    mlflow.set_experiment(experiment_id="0")
    artifacts()
    models()
    prompts()
print("fine")
