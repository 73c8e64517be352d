# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts that one room owns: SQL, the keys of the two protocols' JSON, the keys of preferences, the name of this
machine as a compute."""

import re
import sys

import sources

SQL = re.compile(r"\b(SELECT\s+[\w*(]|INSERT (OR \w+ )?INTO\b|UPDATE \w+ SET\b|DELETE FROM\b|CREATE (TABLE|INDEX)\b|"
                 r"(LEFT |INNER )?JOIN \w+|ORDER BY\b|GROUP BY\b|WHERE \w|PRAGMA\b)")
SQL_OWNER = "models/service/store/"

# Keys of more than one word cannot be meant otherwise: "experimentId", "run_uuid".
KEY = re.compile(r"^(?:[a-z]+(?:[A-Z][a-z0-9]*)+|[a-z]+(?:_[a-z0-9]+)+)$")
KEY_OWNER = "models/wire/"
# Rooms that speak the two protocols, or could be tempted to.
KEY_ROOMS = ("models/service/api/", "models/backends/", "models/items/", "models/transfer/", "ui/", "app/roost/")
LITERAL = r'u?"([^"\\]+)"(?:_s|_L1|sv)?'
# Files whose stored form has keys of its own.
OWN_FORMATS = ("models/items/submit/submitmemory.cpp",)
# Read or written by key, and the lists that objects are made of. Words of URLs and of filters are no keys of JSON.
KEYED = re.compile(r'(?:\[\s*|(?<!captures)\.(?:value|contains|insert|find_field(?:_unordered)?|at|take)\(\s*)' + LITERAL + r'\s*(?:\]|\)|,)')
OBJECT = re.compile(r"\bQJsonObject\b[^;]*;")
LISTED = re.compile(r"\{\s*" + LITERAL + r"\s*,")

PREFERENCE = re.compile(r"\bQSettings\b")
PREFERENCE_OWNER = "ui/settings/"

LOCAL = re.compile(r'(?:[=!]=\s*u?"local"|\bcompare\(\s*u?"local"|u?"local"(?:_s|_L1)?\s*[=!]=|startsWith\(\s*u?"local")')
LOCAL_OWNER = "models/core/"


def without_comments(text):
    return sources.TOKEN.sub(lambda m: "\n" * m.group(0).count("\n") if m.group("comment") else m.group(0), text)


def keys_in(text):
    code = without_comments(text)
    found = KEYED.findall(code)
    for made in OBJECT.finditer(code):
        found += LISTED.findall(made.group(0))
    return {key for key in found if KEY.match(key)}


def faults_of(texts):
    """Faults in a dict of names and texts."""
    vocabulary = set()
    for name, text in texts.items():
        if name.startswith(KEY_OWNER):
            vocabulary |= keys_in(text)
    faults = []
    for name, text in texts.items():
        if not name.startswith(SQL_OWNER):
            for line, literal in sources.literals(text):
                if SQL.search(literal):
                    faults.append(f"{name}:{line}: SQL belongs to {SQL_OWNER}: {literal[:60]}")
        if name.startswith(KEY_ROOMS) and name not in OWN_FORMATS:
            for key in sorted(keys_in(text) & vocabulary):
                faults.append(f'{name}: the key "{key}" of a protocol belongs to {KEY_OWNER}')
        code = without_comments(text)
        if not name.startswith(PREFERENCE_OWNER) and PREFERENCE.search(code):
            faults.append(f"{name}: preferences are read and written by {PREFERENCE_OWNER}")
        if not name.startswith(LOCAL_OWNER) and (found := LOCAL.search(code)):
            line = code.count("\n", 0, found.start()) + 1
            faults.append(f'{name}:{line}: whether a compute is this machine is asked of {LOCAL_OWNER}, not by comparing "local"')
    return faults


def main():
    wrong = {"models/wire/run.cpp": 'run.id = json[u"run_uuid"_s].toString();',
             "models/service/api/run.cpp": 'const QJsonObject answer{{u"run_uuid"_s, 1}}; run("SELECT id FROM runs"); // "SELECT id FROM x"\n',
             "ui/shell/a.cpp": "QSettings settings;", "models/items/b.cpp": 'if (name == u"local"_s) {}'}
    sources.expect(len(faults_of(wrong)) == 4, "SQL, a key, a preference and a comparison in a wrong room")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    sources.finish(faults_of(texts), len(texts), "files")


main()
