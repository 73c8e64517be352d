# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks habits of the tree that no compiler checks: licence lines, QPromise in one place, colours only in the theme,
escaped markup, the length of files, a README in each folder of code, no conflict markers, equal copies of what
samples share, no '$' in an expression for a complete string."""

import pathlib
import re
import subprocess
import sys

LONGEST = 500

# '$' also matches before a line break at the end of the text. It is allowed for lines of logs, which contain no line
# break.
OF_LINES = ("models/cause/", "models/logs/")
LITERAL = r'R"\((?:.*?)\)"|"(?:[^"\\\n]|\\.)*"'


def loose_ends(text):
    """Returns the lines with an expression in which an unescaped '$' means the end of the text."""
    found = []
    for made in re.finditer(r"QRegularExpression\b(?!::)[^;\"]*?(?:" + LITERAL + r")[^;]*;|wholeMatch\([^;]*;", text, re.DOTALL):
        for literal in re.finditer(LITERAL, made.group(0), re.DOTALL):
            expression = re.sub(r"\\\\.|\[\^?\]?[^\]]*\]", "", literal.group(0).removesuffix('"'))
            if re.search(r"\$(?=$|[|)])", expression):
                found.append(text.count("\n", 0, made.start() + literal.start()) + 1)
    for rule in re.finditer(r'"\^(?:[^"\\\n]|\\.)*(?<!\\)\$"', text):
        found.append(text.count("\n", 0, rule.start()) + 1)
    return sorted(set(found))


def main():
    source = pathlib.Path(sys.argv[1])
    listed = subprocess.run(["git", "-C", source, "ls-files", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, text=True, check=False)
    names = listed.stdout.splitlines() or [str(p.relative_to(source)) for p in source.rglob("*") if p.is_file()]
    faults = []
    folders = set()
    code = [n for n in names if re.search(r"\.(h|cpp|py|sh)$", n) and not n.startswith("build/")]
    for name in code:
        path = source / name
        if not path.exists():
            continue
        text = path.read_text(errors="replace")
        head = "\n".join(text.splitlines()[:4])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            faults.append(f"{name}: the two SPDX lines are missing")
        lines = text.count("\n")
        if lines > LONGEST and not name.startswith("tests/"):
            faults.append(f"{name}: {lines} lines; split it by job (limit {LONGEST})")
        if re.search(r"\bQPromise\b", text) and name not in ("models/core/future.h",) and name.endswith((".h", ".cpp")):
            faults.append(f"{name}: QPromise is used in models/core/future.h alone; use Promise")
        if name.startswith("ui/") and not name.startswith("ui/theme/") and re.search(r"\bQColor\s*\(\s*[\"0-9]", text):
            faults.append(f"{name}: colours are named by role in ui/theme alone")
        if name.startswith(("models/", "ui/", "app/")) and not name.startswith(OF_LINES) and name.endswith((".h", ".cpp")):
            for line in loose_ends(text):
                faults.append(f"{name}:{line}: '$' also fits before a last line break; use wholeMatch() or \\\\z")
        if name.startswith("ui/") and "Qt::RichText" in text and "toHtmlEscaped" not in text:
            faults.append(f"{name}: what a label shows as markup must be escaped where it comes from others")
        if name.split("/")[0] in ("models", "ui", "app", "tests"):
            folders.add(str(pathlib.PurePath(name).parent))
    for name in names:
        text = (source / name).read_bytes() if (source / name).is_file() else b""
        if re.search(rb"^(<{7} |>{7} )", text, re.MULTILINE):
            faults.append(f"{name}: marks of a conflict between two changes; write what shall stand")
    for folder in sorted(folders):
        if not (source / folder / "README.md").exists():
            parents = [str(p) for p in pathlib.PurePath(folder).parents]
            # A subfolder of a room is described by the README of the room.
            if not any((source / p / "README.md").exists() and p not in (".", "models", "ui", "app", "tests",
                       "models/service", "models/backends") for p in parents):
                faults.append(f"{folder}: no README.md says what belongs here")
    # A sample is one folder that can be copied elsewhere, so files that two samples need are in both.
    for shared in ("breaking.py", "metrics.py"):
        texts = {(source / "resources/samples" / sample / shared).read_bytes() for sample in ("pytorch-ddp", "mpi-average")}
        if len(texts) > 1:
            faults.append(f"resources/samples: {shared} differs between pytorch-ddp and mpi-average")
    print(f"{len(code)} files looked at")
    for fault in faults:
        print(fault)
    return 1 if faults or not code else 0


sys.exit(main())
