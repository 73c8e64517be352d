# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends metrics and parameters to MLflow: through its client if it is installed, else through its REST API with the
standard library. If logging fails, the training continues without a long delay."""

import inspect
import json
import os
import queue
import threading
import time
import urllib.request


def start():
    """Returns a log with metric(key, value, step), param(key, value) and end()."""
    if not os.environ.get("MLFLOW_TRACKING_URI"):
        print("No MLFLOW_TRACKING_URI: metrics are printed only.", flush=True)
        return Silence()
    try:
        return Client()
    except ImportError:
        return Rest()
    except Exception as problem:
        print(f"Metrics are printed only: {problem}", flush=True)
        return Silence()


class Silence:
    def metric(self, key, value, step):
        pass

    def param(self, key, value):
        pass

    def end(self):
        pass


class Client:
    """Logs with the mlflow package, as any script does."""

    def __init__(self):
        import mlflow
        self._mlflow = mlflow
        self._warned = False
        if not mlflow.active_run():
            mlflow.start_run()

    def _call(self, function, *args):
        try:
            function(*args)
        except Exception as problem:
            if not self._warned:
                print(f"Some metrics could not be logged: {problem}", flush=True)
            self._warned = True

    def metric(self, key, value, step):
        self._call(self._mlflow.log_metric, key, value, step)

    def param(self, key, value):
        self._call(self._mlflow.log_param, key, value)

    def end(self):
        self._call(self._mlflow.end_run)


class Rest:
    """Logs through MLflow's REST API: a thread sends the values in batches, in order."""

    def __init__(self):
        self._base = os.environ["MLFLOW_TRACKING_URI"].rstrip("/") + "/api/2.0/mlflow/"
        self._token = os.environ.get("MLFLOW_TRACKING_TOKEN", "")
        self._run = os.environ.get("MLFLOW_RUN_ID", "")
        self._warned = False
        self._waiting = queue.Queue()
        self._thread = threading.Thread(target=self._send_all, daemon=True)
        if not self._run:
            experiment = os.environ.get("MLFLOW_EXPERIMENT_ID", "0")
            answer = self._post("runs/create", {"experiment_id": experiment, "start_time": int(time.time() * 1000)})
            self._run = answer["run"]["info"]["run_id"]
        self._thread.start()

    def metric(self, key, value, step):
        self._waiting.put(("metrics", {"key": key, "value": value, "timestamp": int(time.time() * 1000), "step": step}))

    def param(self, key, value):
        self._waiting.put(("params", {"key": key, "value": str(value)}))

    def end(self):
        """Waits a few seconds until the rest is sent. The process that started the run also ends the run."""
        self._waiting.put(None)
        self._thread.join(10)

    def _post(self, call, body):
        request = urllib.request.Request(self._base + call, json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        if self._token:
            request.add_header("Authorization", "Bearer " + self._token)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"{}")

    def _send_all(self):
        ended = False
        while not ended:
            batch = {"run_id": self._run, "metrics": [], "params": []}
            item = self._waiting.get()
            while True:
                if item is None:
                    ended = True
                    break
                batch[item[0]].append(item[1])
                if len(batch["metrics"]) >= 1000 or len(batch["params"]) >= 100:
                    break
                try:
                    item = self._waiting.get_nowait()
                except queue.Empty:
                    break
            if batch["metrics"] or batch["params"]:
                self._send(batch)

    def _send(self, batch):
        for attempt in range(3):
            try:
                self._post("runs/log-batch", batch)
                return
            except Exception as problem:
                if attempt == 2 and not self._warned:
                    print(f"Some metrics could not be logged: {problem}", flush=True)
                    self._warned = True
                time.sleep(0.5 * (attempt + 1))


def plain_onnx_export():
    """Returns the options for the older exporter: that of newer PyTorch requires a package that may be missing."""
    import torch
    return {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
