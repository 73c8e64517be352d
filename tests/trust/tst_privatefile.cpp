// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/privatefile.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

/// The permissions of files that only this user may read.
class TestPrivateFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray native(const QString &path) { return QFile::encodeName(path); }

    static mode_t modeOf(const QString &path)
    {
        struct stat info = {};
        return ::lstat(native(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
    }
    static void put(const QString &path, mode_t mode)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("theirs");
        QCOMPARE(::fchmod(file.handle(), mode), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        ::umask(022);
    }

    void settingsStayPrivate_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("new") << false;
        QTest::newRow("open to others") << true;
    }

    // Like the settings of the window, which Qt would create readable for all users.
    void settingsStayPrivate()
    {
        QFETCH(const bool, isThere);
        const QString file = at(u"roost/roost.conf"_s);
        if (isThere) {
            QSettings(file, QSettings::IniFormat).setValue(u"open"_s, 1);
            QCOMPARE(modeOf(file), 0644U);
        }
        keepFilePrivate(file);
        QCOMPARE(modeOf(file), 0600U);
        {
            QSettings settings(file, QSettings::IniFormat);
            QCOMPARE(settings.value(u"open"_s, 0).toInt(), isThere ? 1 : 0);
            settings.setValue(u"workspace"_s, u"https://alice@example.org"_s);
        }
        QCOMPARE(modeOf(file), 0600U);
        QVERIFY(QSettings(file, QSettings::IniFormat).contains(u"workspace"_s));
        if (!isThere)
            QCOMPARE(modeOf(at(u"roost"_s)), 0700U);
    }

    void aFileIsReplacedWithoutFollowingALink()
    {
        put(at(u"target"_s), 0644);
        QCOMPARE(::symlink(native(at(u"target"_s)).constData(), native(at(u"link"_s)).constData()), 0);
        QVERIFY(!makeFilePrivate(at(u"link"_s)));
        QCOMPARE(modeOf(at(u"target"_s)), 0644U);
        QVERIFY(writePrivateFile(at(u"link"_s), "mine"));
        QCOMPARE(modeOf(at(u"link"_s)), 0600U);
        QFile target(at(u"target"_s));
        QVERIFY(target.open(QIODevice::ReadOnly));
        QCOMPARE(target.readAll(), "theirs");
        // A partly written file beside it, possibly of another user, is not written to.
        QCOMPARE(::symlink(native(at(u"target"_s)).constData(), native(at(u"link.new"_s)).constData()), 0);
        QVERIFY(writePrivateFile(at(u"link"_s), "mine again"));
        target.seek(0);
        QCOMPARE(target.readAll(), "theirs");
    }

    void privateFilesAreNotChanged()
    {
        put(at(u"closed"_s), 0400);
        QVERIFY(!makeFilePrivate(at(u"closed"_s)));
        QCOMPARE(modeOf(at(u"closed"_s)), 0400U);
        put(at(u"open"_s), 0666);
        QVERIFY(makeFilePrivate(at(u"open"_s)));
        QCOMPARE(modeOf(at(u"open"_s)), 0600U);
    }
};

QTEST_APPLESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"

#include <memory>
