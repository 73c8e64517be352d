# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the import and the export of runs with the real programs: imports what the real MLflow client has logged from a
real MLflow server, imports it from Roost into a second MLflow server, imports an offline run of the real W&B client and
event files of the real writer of TensorBoard, and reads exported Parquet files with PyArrow and pandas.
Usage: history.py PROGRAMS (the folder of roostctl and roostd)."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from mlflow_server import expect, free_port, stop, wait_for
from packages import python_with

LOG = """
import mlflow, pathlib, warnings
warnings.simplefilter("ignore")
import mlflow.pyfunc, numpy
mlflow.set_experiment("birds")
client = mlflow.MlflowClient()
with mlflow.start_run(run_name="parent", description="a note") as parent:
    mlflow.log_params({"lr": 0.01, "model": "net"})
    mlflow.set_tag("team", "wings")
    client.log_batch(parent.info.run_id, [mlflow.entities.Metric("loss", 1 / (i + 1), 1700000000000 + i, i) for i in range(1000)])
    client.log_batch(parent.info.run_id, [mlflow.entities.Metric("loss", 1 / (i + 1), 1700000000000 + i, i) for i in range(1000, 2000)])
    mlflow.log_metric("odd", float("nan"), step=0)
    mlflow.log_input(mlflow.data.from_numpy(numpy.array([1, 2]), name="pictures"), context="training")
    pathlib.Path("weights.bin").write_bytes(b"weights" * 300000)
    pathlib.Path("empty.txt").write_bytes(b"")
    mlflow.log_artifact("weights.bin", "outputs/deep folder")
    mlflow.log_artifact("empty.txt")
    with mlflow.start_run(run_name="child", nested=True):
        mlflow.log_metric("loss", 3.0)

class Same(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input):
        return model_input

with mlflow.start_run(run_name="model") as run:
    info = mlflow.pyfunc.log_model(name="net", python_model=Same(), params={"depth": "3"})
    mlflow.log_metric("acc", 0.5, model_id=info.model_id)
version = mlflow.register_model(info.model_uri, "net", tags={"stage": "first"})
client.set_registered_model_alias("net", "champion", version.version)
client.update_registered_model("net", "nets of birds")
with mlflow.start_run(run_name="gone") as gone:
    pass
client.delete_run(gone.info.run_id)
"""

LOOK = """
import json, mlflow, sys
client = mlflow.MlflowClient()
def walk(run, folder):
    for one in client.list_artifacts(run, folder):
        if one.is_dir:
            yield from walk(run, one.path)
        else:
            yield [one.path, one.file_size or 0]
runs = {}
for experiment in client.search_experiments():
    for run in client.search_runs([experiment.experiment_id]):
        history = client.get_metric_history(run.info.run_id, "loss")
        runs[run.info.run_name] = {
            "id": run.info.run_id, "experiment": experiment.name, "status": run.info.status, "start": run.info.start_time,
            "end": run.info.end_time, "params": dict(run.data.params), "tags": dict(run.data.tags),
            "loss": sorted([m.step, m.timestamp, m.value] for m in history),
            "datasets": [[one.dataset.name, one.dataset.digest] for one in run.inputs.dataset_inputs],
            "outputs": [one.model_id for one in run.outputs.model_outputs] if run.outputs else [],
            "files": sorted(walk(run.info.run_id, None))}
models = {}
for model in client.search_registered_models():
    whole = client.get_registered_model(model.name)
    models[model.name] = {"description": whole.description, "aliases": {k: int(v) for k, v in whole.aliases.items()},
                          "tags": [v.tags for v in client.search_model_versions(f"name = '{model.name}'")]}
loaded = None
if "net" in models and len(sys.argv) > 1:
    import numpy, mlflow.pyfunc
    loaded = mlflow.pyfunc.load_model("models:/net@champion").predict(numpy.array([5])).tolist()
print(json.dumps({"runs": runs, "models": models, "loaded": loaded}))
"""
EVENTS = """
import sys
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.summary.writer.event_file_writer import EventFileWriter
for name in ("one", "two"):
    writer = EventFileWriter(f"{sys.argv[1]}/{name}")
    for step in range(500):
        writer.add_event(Event(wall_time=1700000000 + step, step=step,
                               summary=Summary(value=[Summary.Value(tag="loss", simple_value=1 / (step + 1))])))
    writer.close()
"""

OFFLINE = """
import os, sys
os.environ["WANDB_MODE"] = "offline"
os.environ["WANDB_SILENT"] = "true"
import wandb
run = wandb.init(project="cats", name="calm-cat", dir=sys.argv[1], config={"lr": 0.1, "net": {"depth": 3}})
for step in range(3000):
    run.log({"loss": 1 / (step + 1), "train": {"acc": step / 3000}}, step=step)
run.finish(exit_code=0)
"""

READ = """
import json, math, sys
import pandas, pyarrow.parquet
folder = sys.argv[1]
points = pyarrow.parquet.read_table(folder + "/metrics.parquet")
runs = pyarrow.parquet.read_table(folder + "/runs.parquet")
lines = [json.loads(line) for line in open(folder + "/metrics.jsonl")]
csv = pandas.read_csv(folder + "/metrics.csv")
frame = pandas.read_parquet(folder + "/metrics.parquet")
plain = pandas.read_parquet(folder + "/plain.parquet")
assert frame.equals(plain), "gzip and plain differ"
assert points.num_rows == len(lines) == len(csv) == len(frame), (points.num_rows, len(lines), len(csv), len(frame))
for column in ("run_id", "run_name", "metric", "step"):
    assert points.column(column).to_pylist() == [line[column] for line in lines] == csv[column].tolist(), column
values = points.column("value").to_pylist()
for value, line, text in zip(values, lines, csv["value"]):
    same = float(line["value"])
    assert (math.isnan(value) and math.isnan(same) and math.isnan(text)) or value == same == text, (value, line, text)
times = [one.isoformat(timespec="milliseconds").replace("+00:00", "Z") for one in points.column("timestamp").to_pylist()]
assert times == [line["timestamp"] for line in lines] == csv["timestamp"].tolist()
metadata = pyarrow.parquet.ParquetFile(folder + "/metrics.parquet").metadata
assert metadata.row_group(0).column(3).statistics.min == 0
print(json.dumps({"rows": points.num_rows, "runs": runs.num_rows, "columns": runs.column_names}))
"""


class Server:
    """A real MLflow server."""

    def __init__(self, python, folder, env):
        folder.mkdir()
        self.url = f"http://127.0.0.1:{free_port()}"
        self.env = env | {"MLFLOW_TRACKING_URI": self.url}
        self.process = subprocess.Popen(
            [python.parent / "mlflow", "server", "--host", "127.0.0.1", "--port", self.url.rsplit(":", 1)[1], "--workers",
             "1", "--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", folder / "files"],
            cwd=folder, env=self.env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def python_out(python, script, *words, env, cwd):
    done = subprocess.run([python, "-c", script, *map(str, words)], env=env, cwd=cwd, capture_output=True, text=True,
                          timeout=600)
    if done.returncode != 0:
        sys.exit(f"the script of the real client failed: {done.stdout}{done.stderr}")
    return done.stdout


class Console:
    def __init__(self, programs, env, cwd):
        self.program, self.env, self.cwd = programs / "roostctl", env, cwd

    def run(self, *words, code=0):
        done = subprocess.run([self.program, *map(str, words)], env=self.env, cwd=self.cwd, capture_output=True, text=True,
                              timeout=600)
        if done.returncode != code:
            sys.exit(f"roostctl {' '.join(map(str, words))} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def json(self, *words, code=0):
        return json.loads(self.run(*words, "--json", code=code).stdout)


def same(before, after):
    """Compares what the real client reads from the source and from the target."""
    expect(set(before["runs"]) == set(after["runs"]), f"the same runs: {set(before['runs'])}, {set(after['runs'])}")
    for name, run in before["runs"].items():
        copy = after["runs"][name]
        for what in ("experiment", "status", "start", "end", "params", "loss", "datasets"):
            expect(run[what] == copy[what], f"the same {what} of {name}: {str(run[what])[:200]}, {str(copy[what])[:200]}")
        expect(run["files"] == copy["files"], f"the same files of {name}: {run['files']}, {copy['files']}")
        expect(len(run["outputs"]) == len(copy["outputs"]), f"the logged models of {name}")
        for key, value in run["tags"].items():
            if key not in ("mlflow.parentRunId", "mlflow.log-model.history") and not key.startswith("roost.import."):
                expect(copy["tags"].get(key) == value, f"the tag {key} of {name}: {value}, {copy['tags'].get(key)}")
    parent = after["runs"]["parent"]["id"]
    expect(after["runs"]["child"]["tags"]["mlflow.parentRunId"] == parent, "the child's parent")
    expect(before["models"]["net"]["description"] == after["models"]["net"]["description"], "the model's description")
    expect(after["models"]["net"]["aliases"] == {"champion": 1}, f"its alias: {after['models']}")
    expect(after["models"]["net"]["tags"][0].get("stage") == "first", "its version's tags")


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    mlflow, wandb = python_with("mlflow", "mlflow"), python_with("wandb", "wandb")
    board, arrow = python_with("tensorboard", "tensorboard"), python_with("pyarrow", "pyarrow", extra=["pandas"])
    with tempfile.TemporaryDirectory() as top:
        top = pathlib.Path(top)
        runtime = top / "runtime"
        runtime.mkdir(mode=0o700)
        env = dict(os.environ, NO_PROXY="127.0.0.1", GIT_PYTHON_REFRESH="quiet", XDG_RUNTIME_DIR=str(runtime),
                   XDG_CONFIG_HOME=str(top / "config"), XDG_DATA_HOME=str(top / "data"))
        console = Console(programs, env, top)
        source, target = Server(mlflow, top / "source", env), Server(mlflow, top / "target", env)
        workspace = top / "workspace"
        try:
            wait_for(source.url, source.process)
            wait_for(target.url, target.process)
            python_out(mlflow, LOG, env=source.env, cwd=top)
            before = json.loads(python_out(mlflow, LOOK, "load", env=source.env, cwd=top).splitlines()[-1])
            console.run("workspace", "create", workspace)
            into_server(console, mlflow, source, target, before, top)
            into_roost(console, mlflow, source, workspace, before, top)
            folders(console, wandb, board, workspace, top)
            tables(console, arrow, workspace, top)
        finally:
            subprocess.run([programs / "roostctl", "service", "stop", "--force", "--workspace", workspace], env=env,
                           cwd=top, capture_output=True, timeout=60)
            stop(source.process)
            stop(target.process)
    print("fine")


def into_server(console, mlflow, source, target, before, top):
    first = console.json("--workspace", target.url, "import", source.url)
    expect(first["imported"] == 3 and first["leftOut"] == 0, f"three runs: {first}")
    after = json.loads(python_out(mlflow, LOOK, "load", env=target.env, cwd=top).splitlines()[-1])
    same(before, after)
    expect(after["loaded"] == [5], f"the model loads in the target: {after['loaded']}")
    again = console.json("--workspace", target.url, "import", source.url)
    expect(again["imported"] == again["updated"] == 0 and again["skipped"] == 3, f"a second import adds nothing: {again}")
    print("from MLflow into MLflow: the same")


def into_roost(console, mlflow, source, workspace, before, top):
    first = console.json("--workspace", workspace, "import", source.url)
    expect(first["imported"] == 3 and first["loggedModels"] == 1 and first["modelVersions"] == 1, f"three runs: {first}")
    endpoint = json.loads(next((top / "runtime" / "roost").glob("*.json")).read_text())
    env = source.env | {"MLFLOW_TRACKING_URI": f"http://127.0.0.1:{endpoint['port']}",
                        "MLFLOW_TRACKING_TOKEN": endpoint["token"]}
    after = json.loads(python_out(mlflow, LOOK, "load", env=env, cwd=top).splitlines()[-1])
    same(before, after)
    expect(after["loaded"] == [5], f"the model loads from Roost: {after['loaded']}")
    filtered = console.json("--workspace", workspace, "import", source.url, "--filter", "params.lr = '0.01'", "--dry-run")
    expect(filtered["found"] == 1 and filtered["skipped"] == 1, f"the filter of the source: {filtered}")
    print("from MLflow into Roost: the same")


def folders(console, wandb, board, workspace, top):
    (top / "offline").mkdir()
    python_out(wandb, OFFLINE, top / "offline", env=console.env, cwd=top)
    run = console.json("--workspace", workspace, "import", top / "offline")
    expect(run["kind"] == "wandb" and run["imported"] == 1 and run["leftOut"] == 0, f"the offline run: {run}")
    expect(run["points"] >= 6000, f"all its points: {run}")
    python_out(board, EVENTS, top / "events", env=console.env, cwd=top)
    run = console.json("--workspace", workspace, "import", top / "events")
    expect(run["kind"] == "tensorboard" and run["imported"] == 2 and run["points"] == 1000, f"the event files: {run}")
    again = console.json("--workspace", workspace, "import", top / "events")
    expect(again["skipped"] == 2 and again["imported"] == 0, f"once: {again}")
    print("from W&B and TensorBoard: all points")


def tables(console, arrow, workspace, top):
    out = top / "tables"
    done = console.json("--workspace", workspace, "export", "--all", "--format", "parquet", "--output", f"{out}/")
    console.json("--workspace", workspace, "export", "--all", "--format", "json", "--output", f"{out}/")
    console.json("--workspace", workspace, "export", "--all", "--format", "csv", "--output", f"{out}/")
    console.json("--workspace", workspace, "export", "--all", "--compression", "none", "-o", out / "plain.parquet")
    read = json.loads(python_out(arrow, READ, out, env=console.env, cwd=top))
    expect(read["rows"] == done["points"] and read["runs"] == done["runs"] == 6, f"all rows: {read}, {done}")
    expect("param.lr" in read["columns"] and "metric.loss.min" in read["columns"], f"the columns of runs: {read}")
    print(f"PyArrow and pandas read {read['rows']} points")


if __name__ == "__main__":
    main()
