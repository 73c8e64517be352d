# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the files that a submission sends with those that pathspec, the matcher of Azure's SDKs, accepts: with the
same folder, ignore files of random rules, and `roostctl submit --dry-run`.
Usage: ignore_rules.py PROGRAMS (the folder of roostctl and roostd)."""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from packages import python_with

ROUNDS = 40
NAMES = ("a", "b", "ab", "ba", ".a", "a b", "x.py", "x.pyc", "é", "[a]", "#c", "!d", "data", "DATA")
PIECES = ("a", "b", "ab", ".a", "x.py", "*.py", "*", "**", "?", "a*", "*b", "[ab]", "[!a]", "[a-c]*", "?b", "\\#c", "\\!d",
          "\\[a\\]", "a b", "a\\ ", "é", "data", "[[]a]", "a**", "***")
# Reads {"rules": [lines], "paths": [paths]} and prints the paths that the rules accept. Omits lines that pathspec
# rejects, since they end a submission with Azure's SDK.
PEER = """
import json, sys
import pathspec
for line in sys.stdin:
    case = json.loads(line)
    patterns = []
    for rule in case["rules"]:
        try:
            patterns.append(pathspec.patterns.GitWildMatchPattern(rule))
        except ValueError:
            pass
    spec = pathspec.PathSpec(patterns)
    print(json.dumps([path for path in case["paths"] if not spec.match_file(path)]), flush=True)
"""


def random_rule(chance):
    rule = "/".join(chance.choice(PIECES) for _ in range(chance.choice((1, 1, 1, 2, 2, 3))))
    return chance.choice(("", "", "", "!")) + chance.choice(("", "", "/")) + rule + chance.choice(("", "", "/", " "))


def make_files(folder):
    paths = []
    for first in NAMES:
        (folder / first).mkdir(parents=True)
        for second in NAMES:
            paths.append(f"{first}/{second}")
            (folder / first / second).write_text("")
        below = folder / first / "deep" / "a"
        below.mkdir(parents=True)
        for third in NAMES:
            paths.append(f"{first}/deep/a/{third}")
            (below / third).write_text("")
    for name in ("c", "abc", "z.py", "A"):
        paths.append(name)
        (folder / name).write_text("")
    return paths


def main():
    programs = pathlib.Path(sys.argv[1])
    python = python_with("pathspec", "pathspec")
    peer = subprocess.Popen([python, "-c", PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        code = folder / "code"
        paths = make_files(code)
        (folder / "job.yml").write_text("command: ls\ncode: code\nenvironment: azureml:AzureML-system-python@latest\n"
                                        "compute: local\n")
        env = dict(os.environ, XDG_RUNTIME_DIR=str(folder), XDG_CONFIG_HOME=str(folder / "config"))
        console = [programs / "roostctl", "--workspace", folder / "ws"]
        subprocess.run([*console[:1], "workspace", "create", folder / "ws"], env=env, check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        faults = 0
        try:
            for seed in range(ROUNDS):
                chance = random.Random(seed)
                rules = [random_rule(chance) for _ in range(chance.randint(1, 8))]
                (code / ".amlignore").write_text("\n".join(rules) + "\n")
                done = subprocess.run([*console, "--json", "submit", "--dry-run", folder / "job.yml"], env=env,
                                      capture_output=True, text=True, timeout=120)
                # roostctl also returns 1 if no file is left.
                if done.returncode not in (0, 1) or not done.stdout:
                    sys.exit(f"{rules}: roostctl ended with {done.returncode}: {done.stdout}{done.stderr}")
                sent = {file["path"] for file in json.loads(done.stdout)["files"]} - {".amlignore"}
                peer.stdin.write(json.dumps({"rules": rules, "paths": paths}) + "\n")
                peer.stdin.flush()
                expected = set(json.loads(peer.stdout.readline()))
                if sent != expected:
                    faults += 1
                    print(f"{rules}: sent only here {sorted(sent - expected)[:5]}, "
                          f"only with pathspec {sorted(expected - sent)[:5]}")
        finally:
            subprocess.run([*console, "service", "stop"], env=env, timeout=120, stdout=subprocess.DEVNULL)
            peer.stdin.close()
            peer.wait(60)
    print(f"{ROUNDS} ignore files, {len(paths)} files, {faults} differ")
    sys.exit(1 if faults else 0)


main()
