# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What these tests share. Other people's packages, each in an environment of its own in the user's cache folder, installed once and reused.
Where the package index is out of reach a test is skipped (exit code 77) in plain words."""

import json
import os
import pathlib
import subprocess
import sys
import time

SKIPPED = 77


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIPPED)


def python_with(package, module):
    """The interpreter of an environment in which `module` of `package` can be imported."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    folder = cache / "roost" / "interop" / package
    python = folder / "bin" / "python"
    probe = [str(python), "-c", f"import {module}; from importlib.metadata import version; "
                                f"print('{package}', version('{package}'), flush=True)"]
    if python.exists() and subprocess.run(probe, timeout=300).returncode == 0:
        return python
    folder.parent.mkdir(parents=True, exist_ok=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)]).returncode != 0:
        skip("python3 cannot make a virtual environment here (on Debian: install python3-venv).")
    try:
        done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], timeout=900,
                              capture_output=True, text=True)
    except subprocess.TimeoutExpired:
        skip(f"installing the package {package} took longer than 15 minutes.")
    if done.returncode != 0:
        skip(f"the package {package} cannot be installed, the package index is out of reach:\n" + done.stderr[-500:])
    subprocess.run(probe, check=True, timeout=300)
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
