# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks habits of the tree that no compiler checks, with one function each: licence lines, the length of files,
QPromise in one place, colours only in the theme, escaped markup, '$' in expressions for a complete string, conflict
markers, a README in each folder of code, equal copies of what samples share."""

import pathlib
import re
import sys

import sources

LONGEST = 500
# '$' also matches before a line break at the end of the text. It is allowed for lines of logs, which contain none.
OF_LINES = ("models/cause/", "models/logs/")
LITERAL = r'R"\((?:.*?)\)"|"(?:[^"\\\n]|\\.)*"'
# Folders above rooms that are not rooms themselves.
HALLS = (".", "models", "ui", "app", "tests", "models/service", "models/backends")
SHARED = ("breaking.py", "metrics.py")


def licence(name, text):
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(text.splitlines()[:4]):
        yield f"{name}: the two SPDX lines are missing"


def length(name, text):
    lines = text.count("\n")
    if lines > LONGEST:
        yield f"{name}: {lines} lines; split it by subject (limit {LONGEST})"


def promise(name, text):
    if re.search(r"\bQPromise\b", sources.without_comments(text)) and name != "models/core/future.h" and name.endswith((".h", ".cpp")):
        yield f"{name}: only models/core/future.h uses QPromise; use Promise"


def colours(name, text):
    if name.startswith("ui/") and not name.startswith("ui/theme/") and re.search(r"\bQColor\s*[({]\s*[\"0-9]", text):
        yield f"{name}: only ui/theme names colours; use a role"


def markup(name, text):
    if name.startswith("ui/") and "Qt::RichText" in text and "toHtmlEscaped" not in text:
        yield f"{name}: a label with markup must escape the texts that it shows"


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


def whole_strings(name, text):
    if name.startswith(("models/", "ui/", "app/")) and not name.startswith(OF_LINES) and name.endswith((".h", ".cpp")):
        for line in loose_ends(text):
            yield f"{name}:{line}: '$' also matches before a last line break; use wholeMatch() or \\\\z"


def conflicts(name, text):
    if re.search(r"^(?:<{7} |>{7} )", text, re.M):
        yield f"{name}: marks of a conflict between two changes"


def readmes(names):
    """Finds folders of code without a README. A subfolder of a room is described by the README of the room."""
    known = set(names)
    for folder in sorted({pathlib.PurePath(name).parent for name in names if name.split("/")[0] in ("models", "ui", "app", "tests")
                          and name.endswith((".h", ".cpp", ".py", ".sh"))}):
        above = [str(one) for one in (folder, *folder.parents) if one == folder or str(one) not in HALLS]
        if not any(f"{one}/README.md" in known for one in above):
            yield f"{folder}: no README.md says what belongs here"


def copies(texts):
    """Finds shared files of samples that differ. A sample is one folder that can be copied elsewhere, so each has its
    own copy of them."""
    for shared in SHARED:
        if len({text for name, text in texts.items() if name.startswith("resources/samples/") and name.endswith("/" + shared)}) > 1:
            yield f"resources/samples: the copies of {shared} differ"


CODE = (licence, length, promise, colours, markup, whole_strings)
SAMPLES = {
    licence: ("ui/a.h", "int a;\n"),
    length: ("tests/a.cpp", "\n" * 501),
    promise: ("ui/a.cpp", "QPromise<int> a;"),
    colours: ("ui/a.cpp", 'QColor("#ffffff")'),
    markup: ("ui/a.cpp", "label->setTextFormat(Qt::RichText);"),
    whole_strings: ("ui/a.cpp", 'const QRegularExpression a(u"^a$"_s);'),
    conflicts: ("a.txt", "<" * 7 + " HEAD\n"),
}


def main():
    for check, sample in SAMPLES.items():
        sources.expect(list(check(*sample)), check.__name__)
    sources.expect(list(readmes(["ui/a/b.cpp", "ui/README.md"])), "a folder without a README")
    sources.expect(list(copies({f"resources/samples/{one}/metrics.py": one for one in "ab"})), "copies that differ")
    root = sys.argv[1]
    names = sources.listed(root, (".",), ("",))
    texts = {name: sources.read(root, name) for name in names}
    code = [name for name in names if name.endswith((".h", ".cpp", ".py", ".sh"))]
    faults = [fault for name in code for check in CODE for fault in check(name, texts[name])]
    faults += [fault for name in names for fault in conflicts(name, texts[name])]
    faults += [*readmes(names), *copies(texts)]
    sources.finish(faults, len(names), "files")


main()
