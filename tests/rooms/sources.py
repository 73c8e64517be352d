# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: the sources of the tree, their comments and their literals."""

import pathlib
import re
import subprocess
import sys

TOKEN = re.compile(
    r'(?P<comment>//(?:[^\n\\]|\\.)*|/\*.*?\*/)'
    r'|(?P<literal>(?<![0-9A-Za-z_])(?:u8|[uUL])?(?:R"(?P<mark>[^()\\\s"]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<text>(?:[^"\\\n]|\\.)*)")'
    r'|(?<![0-9A-Za-z_])(?:u8|[uUL])?\'(?:[^\'\\\n]|\\.)+\')', re.DOTALL)

JOINT = re.compile(r"(?:_\w+|sv)?[\s)]*[+%]?\s*(?:Q\w+\(\s*)*")


def listed(root, folders=("models", "ui", "app"), endings=(".h", ".cpp")):
    """Returns the names of the sources in `folders`, from the top of the tree, as git lists them."""
    answer = subprocess.run(["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", *folders],
                            capture_output=True, text=True, check=False)
    # A tree without git, such as an unpacked archive, is read from the disk.
    names = answer.stdout.splitlines() or [str(path.relative_to(root)) for folder in folders
                                           for path in pathlib.Path(root, folder).rglob("*")
                                           if "build" not in path.relative_to(root).parts]
    return sorted(name for name in names if name.endswith(endings) and pathlib.Path(root, name).is_file())


def read(root, name):
    return pathlib.Path(root, name).read_text(errors="replace")


def code_alone(text):
    """Returns the text without comments and with empty literals. The line numbers do not change."""
    def blank(match):
        if match.group("comment"):
            return "\n" * match.group(0).count("\n")
        return '""' + "\n" * match.group(0).count("\n")
    return TOKEN.sub(blank, text)


def without_comments(text):
    """Returns the text without comments. The line numbers do not change."""
    return TOKEN.sub(lambda match: "\n" * match.group(0).count("\n") if match.group("comment") else match.group(0), text)


def comments(text):
    """Returns pairs of a line number and the text of the comment in it."""
    for match in TOKEN.finditer(text):
        if match.group("comment"):
            yield text.count("\n", 0, match.start()) + 1, match.group("comment")


def literals(text):
    """Returns pairs of a line number and the content of a string literal."""
    for match in TOKEN.finditer(text):
        content = match.group("text") if match.group("text") is not None else match.group("raw")
        if content is not None:
            yield text.count("\n", 0, match.start()) + 1, content


def joined_literals(text):
    """Like literals(), but those that the compiler or `+` and `%` join are one, and line breaks are blanks."""
    code = without_comments(text)
    pieces = []  # line, content, end
    for match in TOKEN.finditer(code):
        content = match.group("text") if match.group("text") is not None else match.group("raw")
        if content is None:
            continue
        if pieces and JOINT.fullmatch(code, pieces[-1][2], match.start()):
            line, before, _ = pieces[-1]
            pieces[-1] = (line, before + content, match.end())
        else:
            pieces.append((code.count("\n", 0, match.start()) + 1, content, match.end()))
    return [(line, re.sub(r"\\[nt]", " ", content)) for line, content, _ in pieces]


def unit(name):
    """Returns the unit of a file; a header and its source are one unit."""
    return name.rsplit(".", 1)[0]


def finish(faults, looked_at, what):
    """Ends a check: prints what was checked and each fault. To check nothing is a fault too."""
    print(f"{looked_at} {what} checked")
    print(*faults, sep="\n")
    if looked_at == 0:
        print("nothing was found: the check looks in the wrong place")
    sys.exit(1 if faults or looked_at == 0 else 0)


def expect(found, what):
    """Fails unless a check has found a fault. Each check first proves with this that it detects faults."""
    if not found:
        sys.exit(f"the check does not see {what}")
