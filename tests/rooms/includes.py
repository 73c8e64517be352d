# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every quoted include "folder/file.h" must lie in the including target's own folder or in a room it
links. A room's headers reach only its public links, its sources the private ones too."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
UNDER_MODELS_NO_GUI = re.compile(r"^\s*#\s*include\s+<(Q(Widget|Application|GuiApplication|Icon|Color|Font|Pixmap|Image|Painter)|QtGui|QtWidgets)\b", re.M)


def read_rooms(path):
    rooms = {}
    for line in pathlib.Path(path).read_text().splitlines():
        if not line.strip():
            continue
        name, folder, links, private = line.split("|")
        rooms[name] = (folder, [l for l in links.split(",") if l], [l for l in private.split(",") if l])
    return rooms


def reach(rooms, names):
    """The named rooms and all that their headers hand on."""
    seen = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name in rooms and name not in seen:
            seen.add(name)
            todo += rooms[name][1]
    return seen


def main():
    source = pathlib.Path(sys.argv[1])
    rooms = read_rooms(sys.argv[2])
    folder_of = {folder: name for name, (folder, _, _) in rooms.items()}
    faults = []
    checked = 0
    for name, (folder, links, private) in rooms.items():
        public = reach(rooms, links) | {name}
        whole = reach(rooms, links + private) | {name}
        for file in sorted((source / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            nearest = file.parent.relative_to(source)
            while str(nearest) not in folder_of:
                nearest = nearest.parent
            if folder_of[str(nearest)] != name:
                continue  # a room inside this one
            text = file.read_text()
            where = file.relative_to(source)
            if folder.startswith("models/") and UNDER_MODELS_NO_GUI.search(text):
                faults.append(f"{where}: nothing in models/ may use Qt Gui or Widgets")
            for include in INCLUDE.findall(text):
                checked += 1
                target = source / include
                if not target.exists():
                    if "/" in include or not (file.parent / include).exists() and not include.endswith(".moc"):
                        if not include.endswith(".moc") and not include.startswith("ui_"):
                            faults.append(f'{where}: "{include}" is not written from the top of the tree')
                    continue
                owner = pathlib.PurePath(include).parent
                while str(owner) not in folder_of and str(owner) != ".":
                    owner = owner.parent
                room = folder_of.get(str(owner))
                allowed = public if file.suffix == ".h" else whole
                if room is None:
                    faults.append(f'{where}: "{include}" lies in no room')
                elif room not in allowed:
                    faults.append(f'{where}: "{include}" reaches the room {room}, which {name} does not link')
    if checked == 0:
        faults.append("no include was found: the check looks in the wrong place")
    print(f"{checked} includes in {len(rooms)} rooms checked")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
