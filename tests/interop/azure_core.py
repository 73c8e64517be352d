# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a script that logs with azureml-core, Azure's SDK v1, like that of the article, unmodified as a job of roostd.
Usage: azure_core.py PROGRAMS (the folder of roostctl and roostd).
azureml-core requires a Python before 3.13: one on this machine, or one that the uv of the package index can
download. Without either, the test is skipped."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from packages import python_with, skip

HERE = pathlib.Path(__file__).parent
VERSIONS = ("3.11", "3.10", "3.9")
JOB = """
command: {python} azure_core_script.py
code: .
environment: azureml:AzureML-system-python@latest
compute: local
experiment_name: core
"""


def expect(truth, words):
    if not truth:
        sys.exit("expected: " + words)


def older_python():
    places = [os.environ.get("PATH", ""), *map(str, pathlib.Path.home().glob(".pyenv/versions/*/bin"))]
    for version in VERSIONS:
        found = shutil.which("python" + version, path=os.pathsep.join(places))
        if found and subprocess.run([found, "-c", "import venv, ensurepip"], capture_output=True).returncode == 0:
            return found
    uv = python_with("uv", "uv").parent / "uv"
    fetched = subprocess.run([uv, "python", "install", VERSIONS[0]], capture_output=True, text=True, timeout=900)
    if fetched.returncode != 0:
        skip(f"there is no Python {', '.join(VERSIONS)}, and uv cannot fetch one:\n" + fetched.stderr[-500:])
    return subprocess.run([uv, "python", "find", VERSIONS[0]], capture_output=True, text=True, check=True).stdout.strip()


def main():
    programs = pathlib.Path(sys.argv[1])
    python = python_with("azureml-core", "azureml.core", older_python())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source = folder / "source"
        source.mkdir()
        shutil.copy(HERE / "azure_core_script.py", source)
        (source / "job.yml").write_text(JOB.format(python=python))
        env = dict(os.environ, XDG_RUNTIME_DIR=str(folder), XDG_CONFIG_HOME=str(folder / "config"))

        def console(*words):
            return subprocess.run([programs / "roostctl", "--workspace", folder / "ws", *words], env=env,
                                  capture_output=True, text=True, timeout=600)

        subprocess.run([programs / "roostctl", "workspace", "create", folder / "ws"], env=env, check=True,
                       capture_output=True)
        try:
            done = console("submit", "--stream", str(source / "job.yml"))
            print(done.stdout, done.stderr[-3000:], sep="\n")
            expect(done.returncode == 0, "the script runs to its end")
            seen = json.loads(re.search(r"^SEEN (.*)$", done.stdout, re.M)[1])
            expect(seen["metrics"] == {"best": 0.75, "loss": [1.0, 0.5]}, f"metrics as azureml-core reads them: {seen}")
            expect("outputs/model.pt" in seen["files"], f"outputs are files of the run: {seen}")
            expect("Write the file below outputs/" in seen["refused"], f"an upload is refused in words: {seen}")
            expect(seen["children"] == [["fold-0", "Completed"], ["fold-1", "Failed"]], f"child runs: {seen}")
            runs = json.loads(console("runs", "list", "--json").stdout)
            expect(len(runs) == 3, f"the run and its children: {[run['id'] for run in runs]}")
        finally:
            console("service", "stop", "--force")
    print("fine")


main()
