// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/runtimefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

class TestRuntimeFolder : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static QByteArray native(const QString &path) { return QFile::encodeName(path); }

    static mode_t modeOf(const QString &path)
    {
        struct stat info = {};
        return ::lstat(native(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
    }

    static QString put(const QByteArray &content)
    {
        const QString name = runtimeFile(u"/w"_s, u"json"_s);
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return name;
    }

    static ErrorKind refusal(const QString &file)
    {
        const auto content = readRuntimeFile(file);
        return content ? ErrorKind::Failed : content.error().kind;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", native(m_folder->path()));
    }

    void theFolderIsInTheRuntimeFolderOfTheSession()
    {
        QCOMPARE(runtimeFolder(), m_folder->filePath(u"roost"_s));
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(runtimeFolder(), u"/tmp/roost-%1"_s.arg(::getuid()));
        QCOMPARE(runtimeFile(u"/w"_s, u"err"_s).section(u'/', -1), u"d1bb8ca354673cd5.err"_s);
    }

    void theFolderIsMadePrivate()
    {
        QVERIFY(makeRuntimeFolder());
        QCOMPARE(modeOf(runtimeFolder()), mode_t(0700));
        QCOMPARE(::chmod(native(runtimeFolder()).constData(), 0777), 0);
        QVERIFY(makeRuntimeFolder());
        QCOMPARE(modeOf(runtimeFolder()), mode_t(0700));
    }

    void aPlaceThatIsNotAFolderOfThisUserIsRefused()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"elsewhere"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), runtimeFolder()));
        QCOMPARE(makeRuntimeFolder().error().kind, ErrorKind::Denied);
        QCOMPARE(refusal(put("{}")), ErrorKind::Denied);
        QVERIFY(QFile::remove(runtimeFolder()));
        QFile file(runtimeFolder());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(makeRuntimeFolder().error().kind, ErrorKind::Denied);
        // Only root can change the owner of a folder.
        if (::getuid() != 0)
            return;
        QVERIFY(file.remove());
        QVERIFY(makeRuntimeFolder());
        const QString name = put("{}");
        QCOMPARE(::chown(native(runtimeFolder()).constData(), 12345, 12345), 0);
        QCOMPARE(makeRuntimeFolder().error().kind, ErrorKind::Denied);
        QCOMPARE(refusal(name), ErrorKind::Denied);
    }

    void onlyPrivateFilesAreRead()
    {
        QCOMPARE(refusal(runtimeFile(u"/w"_s, u"json"_s)), ErrorKind::NotFound);
        QVERIFY(makeRuntimeFolder());
        QCOMPARE(refusal(runtimeFile(u"/w"_s, u"json"_s)), ErrorKind::NotFound);
        const QString name = put("{}");
        QCOMPARE(readRuntimeFile(name).value_or(""), "{}");
        QCOMPARE(::chmod(native(name).constData(), 0640), 0);
        QCOMPARE(refusal(name), ErrorKind::Denied);
        QCOMPARE(::chmod(native(name).constData(), 0600), 0);
        QCOMPARE(::chmod(native(runtimeFolder()).constData(), 0750), 0);
        QCOMPARE(refusal(name), ErrorKind::Denied);
        QVERIFY(makeRuntimeFolder());
        const QString moved = m_folder->filePath(u"moved"_s);
        QVERIFY(QFile::rename(name, moved) && QFile::link(moved, name));
        QCOMPARE(refusal(name), ErrorKind::Denied);
        QVERIFY(QFile::remove(name));
        QCOMPARE(::mkfifo(native(name).constData(), 0600), 0);
        QCOMPARE(refusal(name), ErrorKind::Denied);
    }
};

QTEST_GUILESS_MAIN(TestRuntimeFolder)
#include "tst_runtimefolder.moc"

#include <memory>
