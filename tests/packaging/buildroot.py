# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests packaging/buildroot with doubles of the tools that it calls, in a temporary cache folder."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

BUILDROOT = pathlib.Path(sys.argv.pop(1)).resolve()
NO_NETWORK = "E: Temporary failure resolving 'mirror.test'"

# Each double waits while the file "hold" exists, and fails with the text of the file "trouble".
COMMON = r"""#!/bin/bash
work() {
    echo "$0 $$" >>"$DOUBLES/calls"
    while [ -e "$DOUBLES/hold" ]; do sleep 0.02; done
    [ ! -e "$DOUBLES/trouble" ] || { cat "$DOUBLES/trouble" >&2; exit 100; }
}
"""
DOUBLES = {
    # A root consists only of cmake, as files or (for an ordinary user) as a tar archive.
    "mmdebstrap": r"""
        work
        made=$(mktemp -d) && mkdir -p "$made/usr/bin" && install /dev/null "$made/usr/bin/cmake"
        while [ "$1" != trixie ]; do shift; done
        if [ "$2" = - ]; then tar -c -C "$made" .; else cp -r "$made/." "$2"; fi
        rm -r "$made" """,
    "bwrap": r"""
        printf '%s\n' "$@" >"$DOUBLES/entered"
        for word in "$@"; do shift; [ "$word" != -- ] || exec "$@"; done""",
    "apt-get": r"""case "$*" in
            indextargets*) exit ;;
            update*) [ ! -e "$DOUBLES/trouble" ] || sed 's/^E:/W:/' "$DOUBLES/trouble" ;;
            install*) work; shift; printf '%s\n' "$@" >>"$DOUBLES/installed" ;;
        esac""",
    "dpkg-query": r"""sed 's/^/installed /' "$DOUBLES/installed" 2>/dev/null || true""",
    "dpkg": "echo amd64",
    "sudo": 'exec "$@"',
    "newuidmap": "exit 1",
    # The user that a case simulates: root or an ordinary user.
    "id": r"""case $1 in -u) echo "$DOUBLES_UID" ;; *) echo somebody ;; esac""",
    "grep": r"""case "$*" in *"/etc/subuid") exit 0 ;; esac; exec /usr/bin/grep "$@" """,
}


def wait_until(what, condition):
    for _ in range(1500):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError(f"waited in vain until {what}")


class Run:
    """One call of buildroot. Its output is written to a file, so that it can be read during the call."""

    def __init__(self, case, *words, **environment):
        self.said = tempfile.TemporaryFile("w+")
        self.out = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([BUILDROOT, *words], stdin=subprocess.DEVNULL, stdout=self.out,
                                        stderr=self.said, env=case.environment | environment)
        case.addCleanup(self.close)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.said.close()
        self.out.close()

    def lines(self):
        self.said.seek(0)
        return self.said.read().splitlines()

    def says(self, text):
        return any(text in line for line in self.lines())

    def end(self):
        code = self.process.wait(timeout=30)
        self.out.seek(0)
        return code, self.out.read()


class Buildroot(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="roost-buildroot-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        tools = self.folder / "tools"
        tools.mkdir()
        for name, body in DOUBLES.items():
            (tools / name).write_text(COMMON + body + "\n")
            (tools / name).chmod(0o755)
        self.environment = {name: value for name, value in os.environ.items() if name != "ROOST_BUILDROOT"} | {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "DOUBLES": str(self.folder),
            "DOUBLES_UID": "0",
            "ROOST_TOOLCHAIN": "root",
            "ROOST_YES": "1",
        }
        self.addCleanup(self.release)  # first, so that no process is left waiting

    def hold(self):
        (self.folder / "hold").touch()

    def release(self):
        (self.folder / "hold").unlink(missing_ok=True)

    def calls(self):
        """Returns the processes of the doubles that are running."""
        file = self.folder / "calls"
        return [int(line.split()[1]) for line in file.read_text().splitlines()] if file.exists() else []

    def root(self):
        return pathlib.Path(Run(self, "where").end()[1].strip())

    def test_two_starts_at_once_build_one_root(self):
        self.hold()
        first = Run(self, "exec", "--", "echo", "first")
        wait_until("a root is being made", self.calls)
        second = Run(self, "exec", "--", "echo", "second")
        wait_until("the second waits", lambda: second.says("waiting"))
        self.release()
        self.assertEqual(first.end(), (0, "first\n"))
        self.assertEqual(second.end(), (0, "second\n"))
        self.assertEqual(len(self.calls()), 1)
        self.assertEqual(len(second.lines()), 1, second.lines())

    def test_an_interrupted_build_leaves_nothing_behind(self):
        for uid in "0", "1000":
            with self.subTest(uid=uid):
                self.hold()
                before = len(self.calls())
                run = Run(self, "exec", "--", "echo", "made", DOUBLES_UID=uid)
                wait_until("a root is being made", lambda: len(self.calls()) > before)
                maker = self.calls()[-1]
                run.process.send_signal(signal.SIGTERM)
                self.assertEqual(run.end()[0], 130)
                self.assertFalse(pathlib.Path(f"/proc/{maker}").exists(), "mmdebstrap was left running")
                root = self.root()
                self.assertFalse(root.exists() or root.with_name(root.name + ".part").exists())
                self.release()
                again = Run(self, "exec", "--", "echo", "made", DOUBLES_UID=uid)
                self.assertEqual(again.end(), (0, "made\n"))
                self.assertFalse(again.says("waiting"), again.lines())
                shutil.rmtree(root)

    def test_leftovers_of_a_killed_build_are_rebuilt(self):
        self.hold()
        killed = Run(self, "exec", "--", "echo", "never")
        wait_until("a root is being made", self.calls)
        killed.process.kill()
        next_one = Run(self, "exec", "--", "echo", "made")
        wait_until("the next one waits for what is left", lambda: next_one.says("waiting"))
        self.release()
        self.assertEqual(next_one.end(), (0, "made\n"))
        self.assertTrue(next_one.says("an interrupted toolchain was found"), next_one.lines())
        self.assertEqual(len(self.calls()), 2)

    def test_a_root_in_use_is_not_rebuilt(self):
        self.assertEqual(Run(self, "exec", "--", "true").end()[0], 0)
        mark = self.root() / "mark"
        mark.touch()
        gate = self.folder / "gate"
        gate.touch()
        inside = Run(self, "exec", "--", "sh", "-c", f"echo in; while [ -e {gate} ]; do sleep 0.02; done; test -e {mark}")
        wait_until("somebody is inside", lambda: inside.out.seek(0) or inside.out.read())
        fresh = Run(self, "--fresh", "exec", "--", "echo", "fresh")
        wait_until("the other waits", lambda: fresh.says("waiting"))
        beside = Run(self, "exec", "--", "echo", "beside")
        self.assertEqual(beside.end(), (0, "beside\n"))
        self.assertTrue(mark.exists())
        self.assertEqual(len(self.calls()), 1)
        gate.unlink()
        self.assertEqual(inside.end()[0], 0)
        self.assertEqual(fresh.end(), (0, "fresh\n"))
        self.assertFalse(mark.exists())
        self.assertEqual(len(self.calls()), 2)

    def test_no_network_is_one_sentence(self):
        (self.folder / "trouble").write_text(NO_NETWORK + "\nE: Failed to fetch something\nE: And much more\n")
        for toolchain in "root", "system":
            with self.subTest(toolchain=toolchain):
                run = Run(self, "exec", "--", "echo", "never", ROOST_TOOLCHAIN=toolchain)
                self.assertEqual(run.end(), (1, ""))
                announced, said = run.lines()  # what it tries to do, and why it failed
                self.assertIn("the network or the package mirror is out of reach", said)
                self.assertLess(len(said), 200)

    def test_a_checkout_behind_a_link_is_entered(self):
        real, link = self.folder / "real", self.folder / "link"
        shutil.copytree(BUILDROOT.parent, real / "packaging")
        link.symlink_to(real)
        elsewhere = tempfile.TemporaryDirectory(prefix="roost-home-", dir="/var/tmp")
        self.addCleanup(elsewhere.cleanup)
        done = subprocess.run([link / "packaging/buildroot", "exec", "--", "pwd", "-P"], cwd=link, text=True, timeout=30,
                              env=self.environment | {"PWD": str(link), "HOME": elsewhere.name}, capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (0, f"{real.resolve()}\n"), done.stderr)
        entered = (self.folder / "entered").read_text().splitlines()
        bound = {entered[i + 2] for i, word in enumerate(entered) if word == "--bind"}
        self.assertIn(str(real.resolve()), bound)
        self.assertIn(elsewhere.name, bound)
        # A symbolic link in a bound folder cannot be the target of another bind.
        self.assertNotIn(str(link), bound)

    def test_a_disk_too_small_is_reported_first(self):
        double = self.folder / "tools/df"
        double.write_text("#!/bin/sh\necho Filesystem\necho /dev/x 9000 8993 7 99% /\n")
        double.chmod(0o755)
        run = Run(self, "exec", "--", "echo", "never")
        self.assertEqual(run.end(), (1, ""))
        self.assertRegex("\n".join(run.lines()), r"would take about \d+ MB, and its disk has 7 MB left")
        self.assertEqual(self.calls(), [])
        self.assertEqual(list(self.folder.glob("cache/**/*.part")), [])

    def test_another_error_is_quoted(self):
        (self.folder / "trouble").write_text("Reading lists\nE: You don't have enough free space in /var/cache/apt.\n")
        for toolchain in "root", "system":
            with self.subTest(toolchain=toolchain):
                run = Run(self, "exec", "--", "echo", "never", ROOST_TOOLCHAIN=toolchain)
                self.assertEqual(run.end(), (1, ""))
                self.assertIn("You don't have enough free space", run.lines()[-1])
                self.assertFalse(run.says("network"), run.lines())

    def test_two_installations_wait_for_each_other(self):
        self.hold()
        first = Run(self, "exec", "--", "echo", "first", ROOST_TOOLCHAIN="system", DOUBLES_UID="1000")
        wait_until("packages are being installed", self.calls)
        second = Run(self, "exec", "--", "echo", "second", ROOST_TOOLCHAIN="system", DOUBLES_UID="1000")
        wait_until("the second waits", lambda: second.says("waiting"))
        self.assertEqual(len(self.calls()), 1)
        self.release()
        self.assertEqual(first.end(), (0, "first\n"))
        self.assertEqual(second.end(), (0, "second\n"))
        third = Run(self, "--fresh", "exec", "--", "echo", "third", ROOST_TOOLCHAIN="system")
        self.assertEqual(third.end(), (0, "third\n"))
        self.assertEqual(len(third.lines()), 1, third.lines())
        self.assertTrue(third.says("--fresh does nothing here"))


unittest.main()
