// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/azureclicredential.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Rest;
using namespace Qt::StringLiterals;

class TestAzureCliCredential : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // Creates an az that counts its calls and then runs `script`.
    AzureCliCredential::Settings az(const QByteArray &script, int timeoutMs = 10000)
    {
        QFile::remove(calls());
        QFile file(m_folder.filePath(u"az"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write the fake az");
        file.write("#!/bin/sh\necho \"$*\" >> " + calls().toUtf8() + "\n" + script + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        AzureCliCredential::Settings settings;
        settings.program = file.fileName();
        settings.timeoutMs = timeoutMs;
        return settings;
    }
    QString calls() const { return m_folder.filePath(u"calls"_s); }
    QByteArrayList called() const
    {
        QFile file(calls());
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }

private Q_SLOTS:
    void keepsTheTokenUntilItExpires()
    {
        AzureCliCredential credential(az("echo '{\"accessToken\":\"abc\",\"expires_on\":4102444800}'"));
        ROOST_GET(first, credential.token());
        QCOMPARE(first, "abc");
        ROOST_GET(second, credential.token());
        QCOMPARE(second, "abc");
        QCOMPARE(called().size(), 1);
        QVERIFY(called().first().contains("get-access-token"));
        credential.forget();
        ROOST_GET(third, credential.token());
        QCOMPARE(called().size(), 2);
    }

    void requestsAnotherTokenAfterExpiry()
    {
        AzureCliCredential credential(az("echo '{\"accessToken\":\"old\",\"expires_on\":1000}'"));
        ROOST_GET(first, credential.token());
        ROOST_GET(second, credential.token());
        QCOMPARE(called().size(), 2);
    }

    void notSignedInIsDeniedWithTheMessageOfAz()
    {
        AzureCliCredential credential(az("echo 'Please run az login' >&2; exit 1"));
        const auto result = waitFor(credential.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Denied);
        QVERIFY(result.error().detail.contains(u"az login"_s));
    }

    void aMissingAzIsReported()
    {
        AzureCliCredential::Settings settings;
        settings.program = m_folder.filePath(u"nothing-here"_s);
        AzureCliCredential credential(settings);
        const auto result = waitFor(credential.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Failed);
        QVERIFY(result.error().text.contains(u"Azure CLI"_s));
    }

    void aHangingAzTimesOut()
    {
        AzureCliCredential credential(az("exec sleep 30", 200));
        const auto result = waitFor(credential.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
    }

    void aDroppedRequestLeavesNoProcess()
    {
        const QString place = m_folder.filePath(u"pid"_s);
        AzureCliCredential credential(az("echo $$ > " + place.toUtf8() + "; exec sleep 30"));
        qint64 pid = 0;
        {
            PendingReply<QByteArray> asking;
            asking.watch(credential.token(), [](const Result<QByteArray> &) {});
            const auto read = [&] {
                QFile file(place);
                return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
            };
            QTRY_VERIFY((pid = read()) > 0);
        }
        QTRY_VERIFY(::kill(pid_t(pid), 0) != 0);
    }

    void invalidOutputIsUnreadable()
    {
        AzureCliCredential credential(az("echo hello"));
        const auto result = waitFor(credential.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestAzureCliCredential)
#include "tst_azureclicredential.moc"
