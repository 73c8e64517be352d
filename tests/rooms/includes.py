# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that each include of a file of the tree is written from its top and is in the room itself or in a room that it
links: headers may use the public links, sources also the private links. Nothing in models/ includes Qt Gui."""

import pathlib
import re
import sys

import sources

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<((?:models|ui|app|tests)/[^>\n]+)>)', re.M)
GRAPHICAL = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<(?:Q(?:Widget|Application|GuiApplication|Icon|Color|Font|Pixmap|Image|Painter)|QtGui|QtWidgets)\b", re.M)
# Files that Qt's compilers and protoc write.
MADE = re.compile(r"(?:\.moc|\.pb\.h|(?:^|/)moc_\w+\.cpp)$|^ui_")


def read_rooms(text):
    """Returns the rooms as CMake lists them: name -> folder, public links, private links."""
    rooms = {}
    for line in text.splitlines():
        if line.strip():
            name, folder, links, private = line.split("|")
            rooms[name] = (folder, [one for one in links.split(",") if one], [one for one in private.split(",") if one])
    return rooms


def reach(rooms, names):
    """Returns the named rooms and all rooms that their headers pass on."""
    seen, todo = set(), list(names)
    while todo:
        name = todo.pop()
        if name in rooms and name not in seen:
            seen.add(name)
            todo += rooms[name][1]
    return seen


def room_of(file, rooms_by_folder):
    """Returns the room whose folder is the nearest one above `file`; None if there is none."""
    for folder in pathlib.PurePath(file).parents:
        if str(folder) in rooms_by_folder:
            return rooms_by_folder[str(folder)]
    return None


def faults_of(texts, rooms):
    """Returns the faults in a dict of names and texts, and the number of includes checked."""
    rooms_by_folder = {folder: name for name, (folder, _, _) in rooms.items()}
    faults, checked = [], 0
    for name, text in texts.items():
        room = room_of(name, rooms_by_folder)
        if room is None:
            continue
        _, links, private = rooms[room]
        allowed = reach(rooms, links if name.endswith(".h") else links + private) | {room}
        code = sources.without_comments(text)
        if name.startswith("models/") and GRAPHICAL.search(code):
            faults.append(f"{name}: nothing in models/ may use Qt Gui or Widgets")
        for quoted, angled in INCLUDE.findall(code):
            include = quoted or angled
            checked += 1
            if MADE.search(include):
                continue
            if angled or include not in texts:
                faults.append(f'{name}: {include} is not written "from the top of the tree"')
            elif (other := room_of(include, rooms_by_folder)) is None:
                faults.append(f'{name}: "{include}" lies in no room')
            elif other not in allowed:
                faults.append(f'{name}: "{include}" reaches the room {other}, which {room} does not link')
    return faults, checked


def main():
    rooms = read_rooms("low|models/low||\nhidden|models/hidden||\nhigh|models/high|low|hidden\n")
    files = {"models/low/a.h": "", "models/hidden/a.h": "", "models/high/b.h": "", "models/high/b.cpp": ""}

    def faults(name, text):
        return faults_of({**files, name: text}, rooms)[0]
    sources.expect(faults("models/low/c.cpp", '#include "models/high/b.h"\n'), "an include of a room that is not linked")
    sources.expect(faults("models/high/c.h", '#include "models/hidden/a.h"\n'), "a private link in a header")
    sources.expect(faults("models/high/c.h", '#include "b.h"\n'), "an include from the folder itself")
    sources.expect(faults("models/high/c.h", '#include <models/low/a.h>\n'), "an include with angles")
    sources.expect(faults("models/high/c.h", '#include <QIcon>\n'), "an include of Qt Gui")
    sources.expect(not faults("models/high/c.cpp", '#include "models/hidden/a.h"\n#include "models/low/a.h"\n#include "c.moc"\n'),
                   "that right ones are right")
    root, listed = sys.argv[1:3]
    texts = {name: sources.read(root, name) for name in sources.listed(root, ("models", "ui", "app", "tests"))}
    found, checked = faults_of(texts, read_rooms(pathlib.Path(listed).read_text()))
    sources.finish(found, checked, "includes")


main()
