# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room has a README.md whose statements hold: the line `Links:` names the rooms that CMake was told of, and each
file that the README names is there."""

import pathlib
import re
import sys

LINKS = re.compile(r"^Links: (.*?)\.?$(?=\n\n|\n*\Z)", re.M | re.S)
FILE = re.compile(r"`([\w/]+\.(?:h|cpp|py|md|sql|txt))`")


def faults_of(folder, links, text, exists):
    """Faults of the README `text` of a room in `folder` that links the rooms `links`; `exists` looks a path up."""
    stated = LINKS.search(text)
    if not stated:
        yield f"{folder}/README.md: a line 'Links:' names the rooms that this one links; these are: {', '.join(sorted(links)) or 'none'}"
    else:
        named = set(re.findall(r"`(\w+)`", stated.group(1)))
        for more in sorted(named - links):
            yield f"{folder}/README.md: names the link {more}, which CMake does not have"
        for less in sorted(links - named):
            yield f"{folder}/README.md: does not name the link {less}"
    for file in FILE.findall(text):
        if not exists(f"{folder}/{file}") and not exists(file):
            yield f"{folder}/README.md: names {file}, which is not there"


def main():
    wrong = "# a\n\nLinks: `core`, `logs`.\n\nStart reading: `b.h`.\n"
    if len(list(faults_of("a", {"core", "files"}, wrong, lambda path: False))) != 3:
        sys.exit("the check does not see a wrong link, a missing one and a missing file")
    if list(faults_of("a", {"core"}, "Links: `core`.\n", lambda path: True)):
        sys.exit("the check does not see that a right one is right")
    root = pathlib.Path(sys.argv[1])
    lines = [line for line in pathlib.Path(sys.argv[2]).read_text().splitlines() if line.strip()]
    names = {line.split("|")[0] for line in lines}
    faults, checked = [], 0
    for line in lines:
        name, folder, links, private = line.split("|")
        if not folder.startswith(("models", "ui")):
            continue
        readme = root / folder / "README.md"
        if not readme.exists():
            faults.append(f"{folder}: no README.md says what belongs here")
            continue
        checked += 1
        linked = {one for one in (links + "," + private).split(",") if one in names}
        faults += faults_of(folder, linked, readme.read_text(), lambda path: (root / path).exists())
    print(f"the READMEs of {checked} rooms looked at")
    print(*faults, sep="\n")
    return 1 if faults or not checked else 0


sys.exit(main())
