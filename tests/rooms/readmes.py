# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that each room has a README.md whose statements are correct. The line `Links:` names the rooms that CMake
lists, `Start reading:` names files of the room. In every README and in the documents at the top, each path, class
and function in backticks exists. A README above other rooms names each of them."""

import pathlib
import re
import sys

import sources

LINKS = re.compile(r"^Links: (.*?)\.?$(?=\n\n|\n*\Z)", re.M | re.S)
START = re.compile(r"^Start reading: (.*?)$(?=\n\n|\n*\Z)", re.M | re.S)
QUOTED = re.compile(r"`([^`\n]+)`")
CODE_FILE = re.compile(r"^[\w./*-]+\.(?:h|cpp|py|md|sql|qrc|cmake|sh)$|^CMakeLists\.txt$")
FROM_TOP = re.compile(r"^(?:models|ui|app|tests|packaging|resources|translations)/[\w./*-]+$")
FOLDER = re.compile(r"^[\w-]+(?:/[\w-]+)*/$")
NAME = re.compile(r"^(?:\w+::)*([A-Z][a-z]\w*|[a-z]\w*(?=\())(?:\([^()]*\)|<\w+>)?$")
WORD = re.compile(r"[A-Za-z_]\w*")
LINK = re.compile(r"\]\(([^)#:]+)\)")


class Tree:
    """The names of all files and the words of the code."""

    def __init__(self, names, words):
        self.names, self.words = set(names), words
        self.folders = {str(folder) for name in names for folder in pathlib.PurePath(name).parents}

    def has(self, folder, path):
        """Returns whether `path`, as written in a README of `folder`, exists: below the folder or from the top, with or
        without extension."""
        for base in (f"{folder}/{path}".removeprefix("./"), path):
            base = base.rstrip("/")
            if base in self.names or base in self.folders or base + ".h" in self.names or base + ".cpp" in self.names:
                return True
            if "*" in base and any(pathlib.PurePath(name).match(base) for name in self.names):
                return True
        return False


def room_faults(folder, links, text, tree):
    """Returns the faults in what the README of a room in `folder` says about the room; `links` are the rooms that it
    links."""
    stated, start = LINKS.search(text), START.search(text)
    if not stated:
        yield f"a line 'Links:' names the rooms that this one links; these are: {', '.join(sorted(links)) or 'none'}"
    else:
        named = set(re.findall(r"`(\w+)`", stated.group(1)))
        for more in sorted(named - links):
            yield f"names the link {more}, which CMake does not have"
        for less in sorted(links - named):
            yield f"does not name the link {less}"
    if not start or not QUOTED.findall(start.group(1)):
        yield "a line 'Start reading:' names the files to read first"
    elif not all(f"{folder}/{file}" in tree.names for file in QUOTED.findall(start.group(1))):
        yield f"'Start reading:' names what is no file of the room: {start.group(1)}"


def word_faults(folder, text, tree):
    """Returns the faults in the names that a README contains in backticks, and in its links."""
    for quoted in [*QUOTED.findall(text), *LINK.findall(text)]:
        if CODE_FILE.match(quoted) or FROM_TOP.match(quoted) or (FOLDER.match(quoted) and folder != "."):
            if not tree.has(folder, quoted):
                yield f"names {quoted}, which is not there"
        elif (name := NAME.match(quoted)) and name.group(1) not in tree.words:
            yield f"names {quoted}, which no file of the code has"


def faults_of(readmes, rooms, tree):
    """Returns the faults of a dict of folders and READMEs; `rooms` is a dict of folders and the rooms that each
    links."""
    for folder, links in rooms.items():
        if folder not in readmes:
            yield f"{folder}: no README.md says what belongs here"
        else:
            yield from (f"{folder}/README.md: {fault}" for fault in room_faults(folder, links, readmes[folder], tree))
    for folder, text in readmes.items():
        yield from (f"{folder}/README.md: {fault}" for fault in word_faults(folder, text, tree))
        for room in rooms:
            if str(pathlib.PurePath(room).parent) == folder and pathlib.PurePath(room).name not in WORD.findall(text):
                yield f"{folder}/README.md: does not name the room {room}"


def main():
    tree = Tree(["a/b.h", "a/c/d.h"], {"Big", "run"})
    wrong = {"a": "# a\n\n`B/`, `x.h`, `Small`, `stop()`, [e](e.md)\n\nLinks: `core`, `logs`.\n\nStart reading: `z.h`.\n"}
    sources.expect(len(list(faults_of(wrong, {"a": {"core", "files"}}, tree))) == 9,
                   "a wrong link, a missing one, five names that are not there and a wrong file to start with")
    sources.expect(len(list(faults_of({"a": "# a\n"}, {"a": set(), "a/c": set()}, tree))) == 4, "a README without statements, and none")
    right = "`c/`, `b.h`, `Big`, `Big::run()`, `c`\n\nLinks: `core`.\n\nStart reading: `b.h`.\n"
    sources.expect(not list(faults_of({"a": right}, {"a": {"core"}}, tree)), "that a right one is right")
    root, listed = sys.argv[1:3]
    lines = [line.split("|") for line in pathlib.Path(listed).read_text().splitlines() if line.strip()]
    room_names = {name for name, *_ in lines}
    rooms = {}
    for _, folder, links, private in lines:
        rooms.setdefault(folder, set()).update(one for one in (links + "," + private).split(",") if one in room_names)
    folders = ("models", "ui", "app", "tests", "packaging", "resources", "translations")
    words = set()
    for name in sources.listed(root, folders, (".h", ".cpp", ".py", ".cmake", ".txt")):
        words.update(WORD.findall(sources.read(root, name)))
    readmes = {name.rsplit("/", 1)[0]: sources.read(root, name) for name in sources.listed(root, folders, ("/README.md",))}
    tree = Tree(sources.listed(root, (".",), ("",)), words)
    faults = list(faults_of(readmes, rooms, tree))
    for name in ("README.md", "CONTRIBUTING.md", "GLOSSARY.md"):
        faults += [f"{name}: {fault}" for fault in word_faults(".", sources.read(root, name), tree)]
    sources.finish(faults, len(readmes) + 3, "READMEs")


main()
