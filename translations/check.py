# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation is complete when updating it from the sources changes nothing and no entry is unfinished."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

LANGUAGES = {"roost_cs.ts": [], "roost_en.ts": ["-pluralonly"]}
# All folders whose texts the window shows, as in CMakeLists.txt.
SPEAKING = ("ui", "app", *(f"models/{room}" for room in (
    "items", "transfer", "shell", "trust", "workspaces", "cause", "core", "conda", "jobfile", "snapshot", "rest", "wire",
    "backends", "keychain", "logs", "importers", "exporters", "wandb", "parquet")))


def messages(path):
    """(context, source, comment) -> translation element, of all that are not obsolete."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation.get("type") not in ("obsolete", "vanished"):
                found[(name, message.findtext("source"), message.findtext("comment"))] = translation
    return found


def main():
    lupdate, folder, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    faults = []
    for name, options in LANGUAGES.items():
        with tempfile.TemporaryDirectory() as scratch:
            fresh = pathlib.Path(scratch) / name
            shutil.copy(folder / name, fresh)
            subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", *options,
                            *(source / folder for folder in SPEAKING), "-I", source, "-ts", fresh],
                           check=True)
            now, wanted = messages(folder / name), messages(fresh)
        if not wanted:
            faults.append(f"{name}: no text was found in the sources")
        faults += [f"{name}: missing: {key[0]}: {key[1]!r}" for key in wanted.keys() - now.keys()]
        faults += [f"{name}: no longer in the sources: {key[0]}: {key[1]!r}" for key in now.keys() - wanted.keys()]
        for key, translation in now.items():
            forms = [f.text for f in translation.iter("numerusform")] or [translation.text]
            if translation.get("type") == "unfinished" or not all(forms):
                faults.append(f"{name}: unfinished: {key[0]}: {key[1]!r}")
        print(f"{name}: {len(wanted)} entries")
    for fault in faults[:40]:
        print(fault)
    if len(faults) > 40:
        print(f"... and {len(faults) - 40} more")
    return 1 if faults else 0


sys.exit(main())
