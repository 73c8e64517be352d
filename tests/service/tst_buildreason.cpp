// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/buildreason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost::Service;
using namespace Roost::Service::Environments;

/// The reason why the build of an environment failed, found in transcripts of the tools.
class TestBuildReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data()
    {
        QTest::addColumn<QString>("transcript");
        QTest::addColumn<QString>("reason");
        QTest::addRow("nothing") << QString() << QString();
        QTest::addRow("another tool") << u"one\ntwo\n"_s << u"two"_s;
        QTest::addRow("missing package")
            << u"ERROR: Could not find a version that satisfies the requirement nope (from versions: none)\n"
               "ERROR: No matching distribution found for nope\n"_s
            << u"No matching distribution found for nope"_s;
        const QString ends =
            u"  [end of output]\n  \n  note: This error originates from a subprocess, and is likely not "
            "a problem with pip.\nerror: subprocess-exited-with-error\n\n× Getting requirements to "
            "build wheel did not run successfully.\n│ exit code: 1\n╰─> See above for output.\n"_s;
        const QString begins = u"Processing /tmp/cases/badpkg\n  Getting requirements to build wheel: finished with "
                               "status 'error'\n  error: subprocess-exited-with-error\n  \n  × Getting requirements to "
                               "build wheel did not run successfully.\n  │ exit code: 1\n  ╰─> [3 lines of output]\n"_s;
        QTest::addRow("raised by setup.py")
            << begins +
                   u"      Traceback (most recent call last):\n        File \"<string>\", line 1, in <module>\n"
                   "      ImportError: this package needs libfoo-dev\n"_s +
                   ends
            << u"badpkg could not be built: ImportError: this package needs libfoo-dev"_s;
        QTest::addRow("compiler")
            << u"Collecting horovod==0.28.1 (from -r r.txt (line 2))\n"_s + begins.section(u'\n', 1) +
                   u"      a.c:1:10: fatal error: mpi.h: No such file or directory\n      compilation terminated.\n"
                   "      error: command '/usr/bin/gcc' failed with exit code 1\n"_s +
                   ends
            << u"horovod==0.28.1 could not be built: a.c:1:10: fatal error: mpi.h: No such file or directory"_s;
        QTest::addRow("metadata")
            << u"Collecting horovod\n  × python setup.py egg_info did not run successfully.\n  ╰─> [1 lines of "
               u"output]\n"
               "      RuntimeError: Framework torch not found\n      [end of output]\nerror: "
               "metadata-generation-failed\n"
               "\n× Encountered error while generating package metadata.\n╰─> See above for output.\n"_s
            << u"horovod could not be built: RuntimeError: Framework torch not found"_s;
        QTest::addRow("wheel")
            << u"Building wheel for a-b (pyproject.toml): started\n  × Building wheel for a-b (pyproject.toml) did not "
               "run successfully.\n  ╰─> [2 lines of output]\n      running build\n      error: no Rust compiler\n"
               "      [end of output]\n  ERROR: Failed building wheel for a-b\nFailed to build a-b\n"
               "ERROR: Failed to build installable wheels for some pyproject.toml based projects (a-b)\n"_s
            << u"a-b could not be built: error: no Rust compiler"_s;
        QTest::addRow("git with a password")
            << u"Collecting git+https://me:hunter2@git.example/team/lib.git@main (from -r r.txt (line 1))\n"
               "  Cloning https://git.example/team/lib.git (to revision main) to /tmp/x\n"
               "  fatal: unable to access 'https://me:hunter2@git.example/team/lib.git/': Could not resolve host\n"
               "  error: subprocess-exited-with-error\n  \n  × git clone --quiet https://me:hunter2@git.example/team/"
               "lib.git /tmp/x did not run successfully.\n  │ exit code: 128\n  ╰─> See above for output.\n"_s
            << u"lib.git@main could not be built: fatal: unable to access 'https://git.example/team/lib.git/': Could "
               "not resolve host"_s;
        QTest::addRow("uv")
            << u"Resolved 3 packages in 2ms\n  × Failed to build `badpkg @ file:///tmp/badpkg`\n"
               "  ├─▶ The build backend returned an error\n  ╰─▶ Call to `setuptools.build_meta` failed "
               "(exit status: 1)\n\n      [stderr]\n      Traceback (most recent call last):\n      "
               "ImportError: this package needs libfoo-dev\n\n      hint: This usually indicates a "
               "problem with the package.\n"_s
            << u"badpkg could not be built: ImportError: this package needs libfoo-dev"_s;
        QTest::addRow("mamba")
            << u"error    libmamba Could not solve for environment specs\ncritical libmamba Could not "
               "solve for environment specs\n"_s
            << u"libmamba Could not solve for environment specs"_s;
    }

    void reasons()
    {
        QFETCH(const QString, transcript);
        QTEST(buildReasonIn(transcript.toUtf8()), "reason");
    }
};

QTEST_GUILESS_MAIN(TestBuildReason)
#include "tst_buildreason.moc"
