// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keychain/systemkeychain.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Roost;
using namespace Roost::Keychain;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto InSession = "ROOST_TEST_KEYRING"; // set in the process that runs on the D-Bus of the test

// Runs this program again on a D-Bus of its own with an unlocked keyring.
int runInSession(const QString &home, QByteArray &output)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(InSession), u"1"_s);
    for (const char *name : {"XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "HOME"})
        environment.insert(QString::fromLatin1(name), home);
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s); // by which QtKeychain chooses the backend
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The password of the keyring comes from standard input and ends with the input.
    process.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s,
                                          u"printf unlock | gnome-keyring-daemon --unlock --components=secrets "
                                          "--daemonize >/dev/null 2>&1 || exit 77; exec \"$0\""_s,
                                          QCoreApplication::applicationFilePath()});
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
        return 77;
    }
    output = process.readAll();
    return process.exitCode();
}

} // namespace

class TestSystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet(InSession))
            return;
        // Without a D-Bus: QtKeychain must not find the keychain of the person who runs the tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void aSecretSurvivesTheObject()
    {
        if (!qEnvironmentVariableIsSet(InSession)) {
            for (const auto &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
                if (QStandardPaths::findExecutable(program).isEmpty())
                    QSKIP(qPrintable(program + u" is not installed."_s));
            }
            const QTemporaryDir home;
            QByteArray output;
            const int code = runInSession(home.path(), output);
            if (code == 77)
                QSKIP("gnome-keyring-daemon does not start here.");
            QVERIFY2(code == 0, output.constData());
            return;
        }
        const auto name = u"https://ada@ml.test"_s;
        SystemKeychain keychain;
        QCOMPARE(waitFor(keychain.read(name)).error().kind, ErrorKind::NotFound);
        ROOST_DONE(keychain.write(name, u"pa55 wörd"_s));
        ROOST_GET(secret, SystemKeychain().read(name));
        QCOMPARE(secret, u"pa55 wörd"_s);
        ROOST_DONE(keychain.write(name, u"second"_s));
        ROOST_GET(replaced, keychain.read(name));
        QCOMPARE(replaced, u"second"_s);
        ROOST_DONE(keychain.remove(name));
        QCOMPARE(waitFor(keychain.read(name)).error().kind, ErrorKind::NotFound);
        ROOST_DONE(keychain.remove(name));
    }

    void withoutADBusTheReasonIsGiven()
    {
        if (qEnvironmentVariableIsSet(InSession))
            QSKIP("This process has a D-Bus.");
        SystemKeychain keychain;
        const auto read = waitFor(keychain.read(u"any"_s));
        QVERIFY(!read);
        QVERIFY(read.error().kind != ErrorKind::NotFound);
        QVERIFY(!read.error().text.isEmpty());
        QVERIFY(!waitFor(keychain.write(u"any"_s, u"secret"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
