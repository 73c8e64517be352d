# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each C++ file is formatted by clang-format; the check prints the command that formats the others."""

import subprocess
import sys


def main():
    source, formatter = sys.argv[1:3]
    listed = subprocess.run(["git", "-C", source, "ls-files", "--cached", "--others", "--exclude-standard",
                             "*.cpp", "*.h"], capture_output=True, text=True, check=True).stdout.split("\n")
    names = sorted({name for name in listed if name and not name.startswith("build/")})
    if not names:
        print("no C++ file is listed by git")
        return 1
    asked = subprocess.run([formatter, "--dry-run", "-Werror", *names], cwd=source, capture_output=True, text=True,
                           check=False)
    faults = sorted({line.split(":")[0] for line in asked.stderr.splitlines() if ": error:" in line})
    print(f"{len(names)} files checked")
    if faults:
        print("not formatted; run: packaging/buildroot exec -- clang-format -i " + " ".join(faults))
    elif asked.returncode:
        print(asked.stderr)
    return 1 if asked.returncode else 0


sys.exit(main())
