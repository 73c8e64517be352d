# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a program without a window does not load Qt Gui, directly or through a library that it needs."""

import subprocess
import sys


def main():
    listing = subprocess.run(["ldd", sys.argv[1]], capture_output=True, text=True, check=True).stdout
    loaded = [line.split()[0] for line in listing.splitlines() if line.split()]
    if not any("Qt6Core" in name for name in loaded):
        print("Qt6Core is not among the libraries: the check reads the wrong file")
        return 1
    gui = [name for name in loaded if any(word in name for word in ("Qt6Gui", "Qt6Widgets", "Qt6Charts"))]
    print("\n".join(gui) if gui else f"{len(loaded)} libraries, no window among them")
    return 1 if gui else 0


sys.exit(main())
