# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a source includes the headers that it uses, even if the dev preset precompiles them
(packaging/cmake/Precompiled.cmake). Otherwise includes would be missing in presets without precompiled headers."""

import pathlib
import re
import sys

import sources

ANGLE = re.compile(r"^\s*#\s*include\s+<([^>]+)>", re.M)
DECLARED = re.compile(r"^class (Q\w+);$", re.M)
QUOTED = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
# Nearly every header of Qt includes these.
EVERYWHERE = {"QObject", "QString", "QStringList", "QList", "QByteArray", "QHash", "QWidget", "QBoxLayout"}
STANDARD = {
    "algorithm": r"std::(?:ranges::\w+|sort|max|min|clamp|any_of|all_of)\b",
    "array": r"std::array\b",
    "chrono": r"std::chrono\b",
    "expected": r"std::(?:expected|unexpected)\b",
    "functional": r"std::function\b",
    "memory": r"std::(?:unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared)\b",
    "mutex": r"std::(?:mutex|lock_guard|scoped_lock|unique_lock)\b",
    "optional": r"std::(?:optional|nullopt)\b",
    "utility": r"std::(?:move|pair|exchange|as_const|forward)\b",
    "vector": r"std::vector\b",
}


def precompiled(cmake):
    """Returns the headers that the CMake text names, with a pattern that shows that a source uses them."""
    uses = {}
    for header in re.findall(r"<([\w/]+)>", cmake):
        if header in STANDARD:
            uses[header] = re.compile(STANDARD[header])
        elif header.startswith("Q") and header not in EVERYWHERE:
            uses[header] = re.compile(rf"\b{header}\b")
    return uses


def missing(name, texts, uses):
    """Returns the headers in `uses` that the file uses but does not include, neither itself nor through a header of the
    tree. A header may declare a class instead."""
    included, seen, todo = set(), set(), [name]
    while todo:
        one = todo.pop()
        if one not in seen and one in texts:
            seen.add(one)
            included.update(ANGLE.findall(texts[one]))
            todo += QUOTED.findall(texts[one])
    if name.endswith(".h"):
        included.update(DECLARED.findall(texts[name]))
    code = re.sub(r"^\s*(?:#.*|class Q\w+;)$", "", sources.code_alone(texts[name]), flags=re.M)
    return sorted(header for header, use in uses.items() if header not in included and use.search(code))


def main():
    uses = precompiled("set(core_headers <QTimer> <algorithm>)")
    sources.expect(missing("a.cpp", {"a.cpp": "QTimer t; std::sort(a);"}, uses) == ["QTimer", "algorithm"], "a missing include")
    sources.expect(not missing("a.cpp", {"a.cpp": '#include "a.h"\nQTimer t;', "a.h": "#include <QTimer>\n"}, uses),
                   "that a header brings an include")
    sources.expect(not missing("a.h", {"a.h": "class QTimer;\nQTimer *t;"}, uses), "a class that a header declares")
    sources.expect(missing("a.cpp", {"a.cpp": "class QTimer;\nQTimer t;"}, uses) == ["QTimer"], "a class that a source declares")
    root = sys.argv[1]
    uses = precompiled(pathlib.Path(root, "packaging/cmake/Precompiled.cmake").read_text())
    texts = {name: sources.read(root, name) for name in sources.listed(root, ("models", "ui", "app", "tests"))}
    faults = [f"{name}: uses <{header}> without including it" for name in texts for header in missing(name, texts, uses)]
    sources.finish(faults, len(texts), "files")


main()
