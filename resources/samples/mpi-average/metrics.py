# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends metrics of the run to MLflow's REST API with only the standard library."""

import json
import os
import time
import urllib.request


def log(step, **values):
    """Sends one value of each metric. If it cannot be sent, the training continues."""
    address = os.environ.get("MLFLOW_TRACKING_URI", "").rstrip("/")
    if not address:
        return
    now = int(time.time() * 1000)
    body = {"run_id": os.environ.get("MLFLOW_RUN_ID", ""),
            "metrics": [{"key": key, "value": value, "timestamp": now, "step": step} for key, value in values.items()]}
    request = urllib.request.Request(address + "/api/2.0/mlflow/runs/log-batch", json.dumps(body).encode(),
                                     {"Content-Type": "application/json",
                                      "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")})
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except OSError as problem:
        print(f"Step {step} could not be logged: {problem}", flush=True)
