# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared functions of these tests: packages of other projects, in one version each, in environments in the user's cache
folder that are installed once and reused. A test is skipped (exit code 77), with the reason, only if the package
index cannot be reached; a package that cannot be installed from a reachable index is a failure."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
VERSIONS = {"mlflow": "3.17.2", "mlflow-skinny": "3.17.2", "azure-ai-ml": "1.35.2",
            "azureml-core": "1.61.0.post4", "uv": "0.13.9", "pathspec": "0.12.1", "wandb": "0.23.1",
            "tensorboard": "2.21.0", "pyarrow": "26.0.1", "pandas": "3.1.1"}
# A small package without dependencies that every index has and will keep.
SMALL = "six==1.17.0"


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIPPED)


def skip_without_index(python=sys.executable):
    """Returns if the package index that pip uses can be reached."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run([str(python), "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir",
                                   "--dest", folder, SMALL], timeout=300, capture_output=True, text=True)
        except subprocess.TimeoutExpired:
            skip("the package index does not answer within five minutes.")
        if done.returncode != 0:
            skip(f"the package index is out of reach, it does not even give {SMALL}:\n" + done.stderr[-500:])


def python_with(package, module, interpreter=sys.executable, extra=()):
    """Returns the interpreter of an environment of `interpreter` in which `module` of `package` can be imported; `extra`
    are packages beside it."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    folder = cache / "roost" / "interop" / package
    python = folder / "bin" / "python"
    wanted = f"{package} {VERSIONS[package]}"
    probe = [str(python), "-c", f"import {', '.join([module, *extra])}; from importlib.metadata import version; "
                                f"print('{package}', version('{package}'))"]

    def has_it():
        done = subprocess.run(probe, timeout=300, capture_output=True, text=True)
        return done.returncode == 0 and done.stdout.strip().endswith(wanted)

    if not python.exists() or not has_it():
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([str(interpreter), "-m", "venv", "--clear", str(folder)], check=True)
        done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", wanted.replace(" ", "=="),
                               *(f"{one}=={VERSIONS[one]}" for one in extra)], timeout=1500,
                              capture_output=True, text=True)
        if done.returncode != 0:
            skip_without_index(python)
            sys.exit(f"{wanted} cannot be installed, though the package index answers:\n" + done.stderr[-2000:])
        if not has_it():
            sys.exit(f"{wanted} was installed and cannot be imported")
    print(wanted, flush=True)
    return python


def wait_for_endpoint(runtime, service):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = list((runtime / "roost").glob("*.json"))
        if found:
            return json.loads(found[0].read_text())
        if service.poll() is not None:
            sys.exit(f"roostd ended with {service.returncode}")
        time.sleep(0.1)
    sys.exit("roostd did not listen within a minute")
