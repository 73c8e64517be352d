# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the namespace of a source is that of its room."""

import re
import sys

import scopes
import sources

# Folders and their namespace; the most specific comes first. models/core has the values that all rooms use, so they
# are named without a prefix. The rooms of models/items, of ui and of models/logs share one namespace each.
NAMESPACES = [
    ("models/core", "Roost"),
    ("models/backends/azureml", "Roost::AzureMl"),
    ("models/backends/mlflow", "Roost::Mlflow"),
    ("models/backends/mirror", "Roost::Mirror"),
    ("models/backends/local", "Roost::Local"),
    ("models/cause", "Roost::Causes"),
    ("models/jobfile", "Roost::JobFile"),
    ("models/logs", "Roost::Logs"),
    ("models/items", "Roost::Items"),
    ("models/wire", "Roost::Wire"),
    ("models/supervisor", "Roost::Supervision"),  # its class is named Supervisor
    ("models/service/store", "Roost::Service::Store"),
    ("models/service/launch", "Roost::Service::Launch"),
    ("models/tensorboard", "Roost::TensorBoard"),
    ("models/service/api/azureml", "Roost::Service::AzureMl"),
    ("models/service/api/mlflow", "Roost::Service::Mlflow"),
    ("models/service/api/blob", "Roost::Service::Blob"),
    ("models/service/api/roost", "Roost::Service::Extensions"),
    ("app/roostctl", "Roost::Ctl"),
    ("app/roost", "Roost::App"),
    ("ui", "Roost::Ui"),
]
# Forward declarations of classes of another room.
FORWARD = re.compile(r"^namespace \w+(?:::\w+)* \{\n(?:(?:class|struct|enum class) [\w: ]+;\n)+\}[^\n]*\n", re.M)
# Q_INIT_RESOURCE must not be used in a namespace.
RESOURCE = re.compile(r"^(?:static )?void \w+\(\)\n\{\n    Q_INIT_RESOURCE\(\w+\);\n\}\n", re.M)
# `main` and its helpers are not in a namespace.
PROGRAM = re.compile(r"^app/\w+/main\.cpp$")
# Templates of Qt and of the standard library are specialised in their own namespace.
SPECIALISED = re.compile(r"\b(?:std|Qt)\b")

# What may be outside of any namespace.
GLOBAL = re.compile(r"^(?:using\b|(?:inline )?namespace\b|(?:class|struct|union|enum class) [\w:]+$|Q_[A-Z_]+\(.*\)$|extern \"\" |static_assert\b)")


def outside(text):
    """The declarations of a text that are outside of all braces, each on one line."""
    code, depth, found = scopes.DIRECTIVE.sub("", sources.code_alone(text)), 0, ""
    for letter in code:
        depth += letter == "{"
        found += letter if depth == 0 or (depth == 1 and letter == "{") else ""
        if letter == "}":
            depth -= 1
            found += ";" if depth == 0 else ""
    return [" ".join(one.split()) for one in found.split(";") if one.strip()]


def namespace_of(name):
    """Returns the namespace that the file `name` should have."""
    for folder, namespace in NAMESPACES:
        if name.startswith(folder + "/"):
            return namespace
    # models/files: Roost::Files, models/service/jobs: Roost::Service::Jobs.
    parts = name.split("/")[1:-1]
    return "::".join(["Roost", *(part.capitalize() for part in parts)])


def faults_of(texts):
    """Returns the faults in a dict of names and texts."""
    faults = []
    for name, text in texts.items():
        wanted = namespace_of(name)
        if PROGRAM.match(name):
            continue
        for other in (FORWARD, RESOURCE):
            text = other.sub(lambda match: "\n" * match.group(0).count("\n"), text)
        found = scopes.scopes(text)
        opened = 0
        for one in found:
            own = [one.name] if one.kind == "namespace" else []
            place = "::".join(part for part in one.namespaces + own if part)
            # A group of functions may have a namespace within that of its room.
            is_right = place == wanted or place.startswith(wanted + "::")
            opened += is_right
            if not is_right and place and not SPECIALISED.match(place):
                faults.append(f"{name}:{one.first}: the namespace {place}; this room is {wanted}")
            elif not place and not one.classes and one.kind != "namespace":
                faults.append(f"{name}:{one.first}: {one.name or 'a function'} lies in no namespace; this room is {wanted}")
        for declaration in outside(text):
            if not GLOBAL.match(declaration):
                faults.append(f"{name}: outside of any namespace: {declaration[:60]}")
        if not opened:
            faults.append(f"{name}: no namespace; this room is {wanted}")
    return faults


def main():
    def sees(what, text):
        sources.expect(faults_of({"models/files/a.h": text}), what)
    sees("a wrong namespace", "namespace Roost {\n}\n")
    sees("a wrong namespace in a right one of another room", "namespace Roost::Logs {\nclass A\n{\n};\n}\n")
    sees("a second namespace", "namespace Roost::Files {\nint a;\n}\nnamespace Other {\nint a;\n}\n")
    sees("namespaces one in another", "namespace Roost\n{\nnamespace Ui\n{\nint a;\n}\n}\n")
    sees("a class after the namespace", "namespace Roost::Files {\nint a;\n}\nclass A\n{\n};\n")
    sees("a file without a namespace", "int a;\n")
    sees("a constant after the namespace", "namespace Roost::Files {\nint a;\n}\nconstexpr int b = 2;\n")
    sees("an enum after the namespace", "namespace Roost::Files {\nint a;\n}\nenum class E { A };\n")
    right = "namespace Roost {\nclass Job;\n} // namespace Roost\n\nnamespace Roost::Files {\nnamespace {\nint a() { return 1; }\n}\nnamespace Names {\n}\n}\n"
    sources.expect(not faults_of({"models/files/a.h": right}), "that a right one is right")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    sources.finish(faults_of(texts), len(texts), "files")


main()
