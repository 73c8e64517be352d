# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A typical training script with azureml-core. Prints its view of the run as one line of JSON."""

import json
import pathlib

from azureml.core import Run

run = Run.get_context()
run.tag("model", "resnet18")
for loss in (1.0, 0.5):
    run.log("loss", loss)
run.log("best", 0.75)
pathlib.Path("outputs").mkdir(exist_ok=True)
pathlib.Path("outputs/model.pt").write_text("weights")
for fold in range(2):
    child = run.child_run(name=f"fold-{fold}")
    child.log("fold", fold)
    child.complete() if fold == 0 else child.fail(error_details="no luck")
try:
    run.upload_file("outputs/notes.txt", __file__)
    refused = ""
except Exception as problem:  # azureml-core raises the exceptions of its generated clients
    refused = str(problem)
run.flush()
# azureml-core prefixes the name with the names of the parent runs, separated by ">".
children = sorted([child.display_name.split(">")[-1], child.get_status()] for child in run.get_children())
print("SEEN", json.dumps({"metrics": run.get_metrics(), "files": run.get_file_names(), "tags": run.get_tags(),
                          "children": children, "refused": refused}), flush=True)
run.complete()
