# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The namespace of a source is the room it lies in."""

import re
import sys

import sources

# Folders and their namespace; the most particular comes first. models/core has the values that all rooms speak of,
# so they are named without a prefix. The rooms of models/items, of ui and of models/logs share one namespace each.
NAMESPACES = [
    ("models/core", "Roost"),
    ("models/backends/azureml", "Roost::AzureMl"),
    ("models/backends/mlflow", "Roost::Mlflow"),
    ("models/backends/local", "Roost::Local"),
    ("models/cause", "Roost::Causes"),
    ("models/jobfile", "Roost::JobFile"),
    ("models/logs", "Roost::Logs"),
    ("models/items", "Roost::Items"),
    ("models/wire", "Roost::Wire"),
    ("models/supervisor", "Roost::Supervision"),  # its class is called Supervisor
    ("models/service/store", "Roost::Service::Store"),
    ("models/service/launch", "Roost::Service::Launch"),
    ("models/service/api/azureml", "Roost::Service::AzureMl"),
    ("models/service/api/mlflow", "Roost::Service::Mlflow"),
    ("models/service/api/blob", "Roost::Service::Blob"),
    ("models/service/api/roost", "Roost::Service::Extensions"),
    ("app/roostctl", "Roost::Ctl"),
    ("app/roost", "Roost::App"),
    ("ui", "Roost::Ui"),
]
OPENED = re.compile(r"^(?:inline )?namespace (Roost(?:::\w+)*) \{$", re.M)
FORWARD = re.compile(r"^namespace (Roost(?:::\w+)*) \{\n(?:(?:class|struct|enum class) [\w: ]+;\n)+\} // namespace [\w:]+\n", re.M)
# `main` lies in no namespace.
WITHOUT = re.compile(r"^app/\w+/main\.cpp$")


def namespace_of(name):
    """The namespace that the file `name` should have."""
    for folder, namespace in NAMESPACES:
        if name.startswith(folder + "/"):
            return namespace
    # models/files: Roost::Files, models/service/jobs: Roost::Service::Jobs.
    parts = name.split("/")[1:-1]
    return "::".join(["Roost", *(part.capitalize() for part in parts)])


def faults_of(texts):
    """Faults in a dict of names and texts."""
    faults = []
    for name, text in texts.items():
        if WITHOUT.match(name):
            continue
        wanted = namespace_of(name)
        opened = OPENED.findall(FORWARD.sub("", text))
        # A group of functions of a room may have a namespace within that of the room.
        wrong = [one for one in opened if one != wanted and not one.startswith(wanted + "::")]
        for one in wrong:
            faults.append(f"{name}: the namespace {one}; this room is {wanted}")
        if not opened:
            faults.append(f"{name}: no namespace; this room is {wanted}")
    return faults


def main():
    sources.expect(faults_of({"models/files/a.h": "namespace Roost {\n"}), "a wrong namespace")
    sources.expect(faults_of({"models/files/a.h": "int a;\n"}), "a file without a namespace")
    sources.expect(not faults_of({"models/files/a.h": "namespace Roost::Files {\n"}), "that a right one is right")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    sources.finish(faults_of(texts), len(texts), "files")


main()
