# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests app/run without a display, with doubles of the programs that it builds and starts, in a temporary source
tree."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

APP_RUN = pathlib.Path(sys.argv.pop(1)).resolve()
BUILT = {
    # The newest run of the workspace is not the submitted one.
    "roostctl": r"""case "$*" in
        *" submit "*) [ ! -e refuse ] || { echo "roostctl: no room" >&2; exit 1; }; echo mine ;;
        *"runs logs mine --follow") echo "an epoch"; exit "$(cat outcome)" ;;
        *"runs list"*) echo '[{"id": "newest"}]' ;;
        esac""",
    "roost": r"""echo "$*" >>windows
        while [ "$1" != --screenshots ]; do shift; done
        mkdir -p "$2" && touch "$2/01-home.png" """,
}
TOOLS = {
    "cmake": "exit 0",
    "xvfb-run": 'while [ "$1" != roost ]; do shift; done; exec "$@"',
}


class AppRun(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="roost-app-run-")
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)
        for name in "app/run", "packaging/disk.sh":
            (self.tree / name).parent.mkdir()
            shutil.copy(APP_RUN.parent.parent / name, self.tree / name)
        (self.tree / "outcome").write_text("0")
        for place, programs in ("build/release/bin", BUILT), ("tools", TOOLS):
            (self.tree / place).mkdir(parents=True)
            for name, body in programs.items():
                (self.tree / place / name).write_text("#!/bin/sh\n" + body + "\n")
                (self.tree / place / name).chmod(0o755)

    def run_it(self, *words):
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment |= {"ROOST_IN_TOOLCHAIN": "1", "XDG_DATA_HOME": str(self.tree / "data"),
                        "PATH": f"{self.tree}/tools:{os.environ['PATH']}"}
        return subprocess.run([self.tree / "app/run", *words], env=environment, capture_output=True, text=True, timeout=30)

    def windows(self):
        file = self.tree / "windows"
        return file.read_text() if file.exists() else ""

    def test_the_submitted_run_is_pictured(self):
        old = self.tree / "build/screenshots/09-stale.png"
        old.parent.mkdir()
        old.touch()
        done = self.run_it()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("an epoch\n", done.stdout)
        self.assertIn("--run mine ", self.windows())
        self.assertTrue(done.stdout.endswith("\n01-home.png\n"), done.stdout)
        self.assertFalse(old.exists())

    def test_a_failed_run_is_pictured_and_reported(self):
        (self.tree / "outcome").write_text("3")
        done = self.run_it()
        self.assertEqual(done.returncode, 3)
        self.assertIn("--run mine ", self.windows())

    def test_without_a_run_there_are_no_pictures(self):
        (self.tree / "refuse").touch()
        done = self.run_it()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.windows(), "")
        self.assertIn("no room", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_a_disk_too_small_for_the_build_is_reported_first(self):
        double = self.tree / "tools/df"
        double.write_text("#!/bin/sh\necho Filesystem\necho /dev/x 9000 8993 7 99% /\n")
        double.chmod(0o755)
        done = self.run_it()
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"build would take about \d+ MB, and its disk has 7 MB left\. Make room")
        self.assertEqual(self.windows(), "")

    def test_a_named_folder_is_not_cleared(self):
        folder = self.tree / "mine"
        folder.mkdir()
        other = folder / "02-holiday.png"
        other.touch()
        os.utime(other, (1_000_000_000, 1_000_000_000))
        done = self.run_it("--screenshots", str(folder))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(other.exists())
        self.assertNotIn("holiday", done.stdout)


unittest.main()
