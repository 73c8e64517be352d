// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/foldertrust.h"
#include "models/trust/knownworkspace.h"
#include "models/trust/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

/// The owner of a workspace folder, with real owners and modes of files.
class TestFolderTrust : public QObject
{
    Q_OBJECT

    static constexpr uid_t anotherUser = 12345;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &path) const { return m_folder->filePath(path); }
    static void mode(const QString &path, mode_t to) { QCOMPARE(::chmod(QFile::encodeName(path).constData(), to), 0); }
    static void give(const QString &path, uid_t user = anotherUser)
    {
        QCOMPARE(::lchown(QFile::encodeName(path).constData(), user, gid_t(-1)), 0);
    }
    void write(const QString &path)
    {
        QFile file(at(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        mode(at(path), 0644);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(at(u"settings"_s)));
        for (const auto &folder : {u"ws"_s, u"ws/runs"_s, u"ws/environments"_s}) {
            QVERIFY(QDir().mkpath(at(folder)));
            mode(at(folder), 0755);
        }
        write(u"ws/roost.db"_s);
        write(u"ws/config.json"_s);
    }

    void aFolderOfThisUserIsUsed()
    {
        QCOMPARE(whoElsePrepared(at(u"ws"_s)).value_or(QString()), QString());
        QVERIFY(checkTrust(at(u"ws"_s)));
        QVERIFY(checkTrust(at(u"ws/not/there"_s)));
    }

    void aFolderThatOthersMayWriteIsNotUsed_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : {u"ws"_s, u"ws/roost.db"_s, u"ws/config.json"_s, u"ws/runs"_s, u"ws/environments"_s})
            QTest::newRow(qPrintable(path)) << path;
    }
    void aFolderThatOthersMayWriteIsNotUsed()
    {
        QFETCH(QString, path);
        mode(at(path), 0777);
        const auto why = whoElsePrepared(at(u"ws"_s));
        QVERIFY(why);
        QVERIFY2(why->contains(QFileInfo(at(path)).canonicalFilePath()), qPrintable(*why));
        const auto refused = checkTrust(at(u"ws"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QVERIFY2(refused.error().text.contains(u"--trust"_s), qPrintable(refused.error().text));
    }

    // An access control list that allows another user to write is visible in the bits of the group, which is this
    // user's own.
    void aFolderThatAnAccessListOpensIsNotUsed()
    {
        struct Entry
        {
            quint16 tag, permissions;
            quint32 id;
        };
        struct
        {
            quint32 version = 2;
            std::array<Entry, 5> entries{
                {{0x01, 7, ~0U}, {0x02, 7, anotherUser}, {0x04, 5, ~0U}, {0x10, 7, ~0U}, {0x20, 5, ~0U}}};
        } list;
        const QByteArray folder = QFile::encodeName(at(u"ws/environments"_s));
        if (::setxattr(folder.constData(), "system.posix_acl_access", &list, sizeof list, 0) != 0)
            QSKIP("the file system has no access control lists");
        const auto why = whoElsePrepared(at(u"ws"_s));
        QVERIFY(why);
        QVERIFY2(why->contains(u"environments"_s), qPrintable(*why));
    }

    void aLinkBelowFoldersOfThisUserIsUsed()
    {
        QVERIFY(QDir().mkpath(at(u"disk/runs"_s)));
        mode(at(u"disk/runs"_s), 0755);
        QVERIFY(QDir().rmdir(at(u"ws/runs"_s)));
        QVERIFY(QFile::link(at(u"disk/runs"_s), at(u"ws/runs"_s)));
        mode(at(u"disk"_s), 0755);
        QVERIFY(!whoElsePrepared(at(u"ws"_s)));
        mode(at(u"disk"_s), 0777);
        const auto why = whoElsePrepared(at(u"ws"_s));
        QVERIFY(why);
        QVERIFY2(why->contains(QFileInfo(at(u"disk"_s)).canonicalFilePath()), qPrintable(*why));
    }

    void aFolderBelowAWorldWritableOneIsNotUsed()
    {
        mode(m_folder->path(), 0777);
        QVERIFY(whoElsePrepared(at(u"ws"_s)));
        QVERIFY(whoElsePrepared(at(u"ws/new"_s)));
        mode(m_folder->path(), 01777);
        QVERIFY(!whoElsePrepared(at(u"ws"_s)));
        mode(m_folder->path(), 0700);
    }

    void aFolderOfAnotherUserIsNotUsed_data() { aFolderThatOthersMayWriteIsNotUsed_data(); }
    void aFolderOfAnotherUserIsNotUsed()
    {
        QFETCH(QString, path);
        if (::getuid() != 0)
            QSKIP("only root can give files away");
        give(at(path));
        const auto why = whoElsePrepared(at(u"ws"_s));
        QVERIFY(why);
        QVERIFY2(why->contains(QString::number(anotherUser)), qPrintable(*why));
    }

    void aLinkToAFolderOfAnotherUserIsNotUsed()
    {
        if (::getuid() != 0)
            QSKIP("only root can give files away");
        QVERIFY(QFile::link(at(u"ws"_s), at(u"link"_s)));
        QVERIFY(!whoElsePrepared(at(u"link"_s)));
        give(at(u"ws"_s));
        QVERIFY(whoElsePrepared(at(u"link"_s)));
    }

    void trustIsRememberedForThisOwner()
    {
        mode(at(u"ws"_s), 0777);
        QVERIFY(!checkTrust(at(u"ws"_s)));
        QVERIFY(trustFolder(at(u"ws"_s)));
        QVERIFY(checkTrust(at(u"ws"_s)));
        QVERIFY(isTrusted(at(u"ws"_s)));
        QVERIFY(!isTrusted(at(u"ws/runs"_s)));
        // In settings that only this user can access.
        const QDir settings(at(u"settings/roost/workspaces"_s));
        const auto files = settings.entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(files.first().filePath()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600U);
        mode(files.first().filePath(), 0666);
        QVERIFY2(!checkTrust(at(u"ws"_s)), "anybody could have written that the user trusts the folder");
        mode(files.first().filePath(), 0600);
        if (::getuid() == 0) {
            give(at(u"ws"_s));
            QVERIFY(!checkTrust(at(u"ws"_s)));
        }
    }

    void privateFiles()
    {
        const QString file = at(u"secret"_s);
        QVERIFY(writePrivateFile(file, "one"));
        QVERIFY(!makeFilePrivate(file));
        mode(file, 0644);
        QVERIFY(makeFilePrivate(file));
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600U);
        QVERIFY(QFile::link(file, at(u"link"_s)));
        mode(file, 0644);
        QVERIFY(!makeFilePrivate(at(u"link"_s)));
        QVERIFY(!makeFilePrivate(at(u"absent"_s)));
        QVERIFY(makePrivateFolder(at(u"new/folder"_s)));
        QCOMPARE(::stat(QFile::encodeName(at(u"new/folder"_s)).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0700U);
    }
};

QTEST_GUILESS_MAIN(TestFolderTrust)
#include "tst_foldertrust.moc"
