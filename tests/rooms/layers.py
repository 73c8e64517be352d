# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the layers, as a table: which rooms CMake may link to which. (That sources include no more than is linked
is checked by includes.py.)"""

import pathlib
import sys

# Folders and their layer; the most specific comes first.
LAYERS = [
    ("app/roostd", "roostd"),
    ("app/roostctl", "roostctl"),
    ("app/roost", "window"),
    ("ui", "ui"),
    ("models/items", "items"),
    ("models/transfer", "items"),
    ("models/importers", "importers"),
    ("models/workspaces", "workspaces"),
    ("models/backends/local", "local"),
    ("models/backends/azureml", "azureml"),
    ("models/backends/mlflow", "mlflow"),
    ("models/backends/mirror", "mirror"),
    ("models/service", "service"),
    ("models/supervisor", "supervisor"),
    ("models/rest", "rest"),
    ("models/wire", "wire"),
    ("models", "values"),  # core, and rooms that read and write files of one kind
    ("tests/support", "tests"),
]
ALLOWED = {
    "roostd": {"service", "supervisor", "values"},
    "roostctl": {"workspaces", "importers", "items", "local", "azureml", "mlflow", "rest", "wire", "values"},
    "window": {"window", "ui", "workspaces", "items", "local", "azureml", "mlflow", "rest", "values"},
    "ui": {"ui", "items", "values"},
    "items": {"items", "values"},
    "workspaces": {"local", "azureml", "mlflow", "mirror", "rest", "values"},  # the one table of all kinds
    "local": {"azureml", "rest", "wire", "values"},  # after the service is found, it is accessed as Azure ML
    "azureml": {"rest", "wire", "values"},
    "mlflow": {"rest", "wire", "values"},
    "mirror": {"wire", "values"},  # it wraps any workspace
    "service": {"service", "wire", "values"},
    "supervisor": {"supervisor", "service", "values"},  # of the service, only the formats of plan and events
    "importers": {"rest", "wire", "values"},
    "rest": {"wire", "values"},
    "wire": {"values"},
    "values": {"values"},
    "tests": {"values"},
}
GRAPHICAL = {"Qt6::Gui", "Qt6::Widgets", "Qt6::Charts", "Qt6::Svg", "KF6::SyntaxHighlighting"}
# Dependencies that must never be allowed, to test the table itself.
FORBIDDEN = [("ui/runs", "models/service"), ("ui/runs", "models/backends/azureml"), ("ui/runs", "app/roost"),
             ("app/roost", "models/service"), ("app/roostctl", "ui/widgets"), ("models/items", "models/backends/mlflow"),
             ("models/items", "models/rest"), ("models/items", "ui/widgets"), ("models/core", "models/items"),
             ("models/backends/mlflow", "models/backends/azureml"), ("models/backends/azureml", "models/items"),
             ("models/service/api", "models/backends/azureml"), ("models/service/jobs", "models/items"),
             ("models/service/jobs", "models/supervisor"), ("models/items", "models/workspaces"), ("ui/shell", "models/workspaces")]


def layer_of(folder):
    for prefix, layer in LAYERS:
        if folder == prefix or folder.startswith(prefix + "/"):
            return layer
    return None


def fault_of(folder, other):
    """Returns why a room in `folder` may not link a room in `other`; empty if it may."""
    layer, below = layer_of(folder), layer_of(other)
    if layer is None or below is None:
        return f"the folder {folder if layer is None else other} has no place among the layers"
    return "" if below in ALLOWED[layer] else f"{layer} must not link {below}"


def faults_in(lines):
    rooms = {}
    for line in lines:
        name, folder, links, private = line.split("|")
        rooms[name] = (folder, [one for one in (links + "," + private).split(",") if one])
    for name, (folder, links) in rooms.items():
        for link in links:
            if link in rooms and (fault := fault_of(folder, rooms[link][0])):
                yield f"{name} links {link}: {fault}"
            if link in GRAPHICAL and layer_of(folder) not in ("ui", "window"):
                yield f"{name} links {link}: nothing is drawn there"


def main():
    for folder, other in FORBIDDEN:
        if not list(faults_in([f"one|{folder}|two|", f"two|{other}||"])):
            sys.exit(f"the table lets {folder} link {other}")
    lines = [line for line in pathlib.Path(sys.argv[1]).read_text().splitlines() if line.strip()]
    faults = list(faults_in(lines))
    if len(lines) < 10:
        faults.append(f"only {len(lines)} rooms are listed: the check reads the wrong file")
    print(f"the links of {len(lines)} rooms checked")
    print(*faults, sep="\n")
    return 1 if faults else 0


sys.exit(main())
