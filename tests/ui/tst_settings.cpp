// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

const QString someWorkspace = u"0123456789abcdef"_s;

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void anOldFileIsRead();
    void anEmptyFileGivesTheDefaults();
    void whatIsWrittenIsRead();
    void anArrayThatShrinksLeavesNothing();
    void aChangeIsReported();

private:
    QTemporaryDir m_folder;
};

void TestSettings::initTestCase()
{
    QCoreApplication::setOrganizationName(u"roost-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void TestSettings::init()
{
    QSettings().clear();
}

void TestSettings::anOldFileIsRead()
{
    // The file has the format of the last version that used QSettings with separate keys in nine sources.
    const QString old = QFINDTESTDATA("settings-old.ini");
    QVERIFY(QDir().mkpath(QFileInfo(Settings::fileName()).path()));
    QFile::remove(Settings::fileName());
    QVERIFY(QFile::copy(old, Settings::fileName()));
    QVERIFY(QFile::setPermissions(Settings::fileName(), QFile::ReadOwner | QFile::WriteOwner));
    QSettings().sync();

    const Settings &settings = Settings::instance();
    QCOMPARE(settings.value(Preferences::theme), u"dark"_s);
    QCOMPARE(settings.value(Preferences::compactRows), true);
    QCOMPARE(settings.value(Preferences::desktopNotices), false);
    QCOMPARE(settings.value(Preferences::windowGeometry), "\x01\xd9\xd0\xcbgeo"_ba);
    QCOMPARE(settings.value(Preferences::lastPage), u"models"_s);
    const QVariantList windows = settings.value(Preferences::openWindows);
    QCOMPARE(windows.size(), 1);
    QCOMPARE(windows.first().toMap(), (QVariantMap{{u"address"_s, u"/tmp/birds"_s},
                                                   {u"page"_s, u"run"_s},
                                                   {u"name"_s, u"calm-finch-3"_s},
                                                   {u"version"_s, u""_s},
                                                   {u"geometry"_s, "ab"_ba}}));
    QCOMPARE(settings.value(Preferences::pageState, u"runs"_s),
             (QVariantMap{{u"filter"_s, u"loss"_s}, {u"splitter"_s, QByteArray("\0\xff", 2)}}));
    QCOMPARE(settings.value(Preferences::pageState, u"models"_s), QVariantMap());
    QCOMPARE(settings.value(Preferences::recentWorkspaces),
             (QStringList{u"/tmp/birds"_s, u"https://alice@example.org"_s}));
    QCOMPARE(settings.value(Preferences::workspaceTitles), (QStringList{u"Birds, and \"more\""_s, u"example.org"_s}));
    QCOMPARE(settings.value(Preferences::downloadFolder), u"/home/alice/Stažené"_s);
    const SettingArray highlights = settings.value(Preferences::logHighlights);
    QCOMPARE(highlights.size(), 2);
    QCOMPARE(highlights[0].value(u"text"_s).toString(), u"loss="_s);
    QCOMPARE(highlights[0].value(u"case"_s).toBool(), true);
    QCOMPARE(highlights[0].value(u"regex"_s).toBool(), false);
    QCOMPARE(highlights[0].value(u"colour"_s).toInt(), 1);
    QCOMPARE(highlights[1].value(u"text"_s).toString(), u"e[0-9]+"_s);
    QCOMPARE(highlights[1].value(u"regex"_s).toBool(), true);
    QCOMPARE(settings.value(Preferences::recentDrafts, someWorkspace), R"([{"command":"python train.py"}])"_ba);
    QCOMPARE(settings.value(Preferences::unfinishedDraft, someWorkspace), "{}"_ba);
    QCOMPARE(settings.value(Preferences::snapshotFolders, someWorkspace), "[]"_ba);
}

void TestSettings::anEmptyFileGivesTheDefaults()
{
    const Settings &settings = Settings::instance();
    QCOMPARE(settings.value(Preferences::theme), u"system"_s);
    QCOMPARE(settings.value(Preferences::compactRows), false);
    QCOMPARE(settings.value(Preferences::desktopNotices), true);
    QCOMPARE(settings.value(Preferences::lastPage), u"home"_s);
    QVERIFY(settings.value(Preferences::windowGeometry).isEmpty());
    QVERIFY(settings.value(Preferences::openWindows).isEmpty());
    QVERIFY(settings.value(Preferences::recentWorkspaces).isEmpty());
    QVERIFY(settings.value(Preferences::logHighlights).isEmpty());
    QVERIFY(settings.value(Preferences::recentDrafts, someWorkspace).isEmpty());
}

void TestSettings::whatIsWrittenIsRead()
{
    Settings &settings = Settings::instance();
    settings.set(Preferences::desktopNotices, false);
    settings.set(Preferences::pageState, {{u"tab"_s, 3}}, u"run"_s);
    settings.set(Preferences::unfinishedDraft, "{}"_ba, someWorkspace);
    QSettings().sync();
    QCOMPARE(settings.value(Preferences::desktopNotices), false);
    QCOMPARE(settings.value(Preferences::pageState, u"run"_s), (QVariantMap{{u"tab"_s, 3}}));
    QCOMPARE(settings.value(Preferences::pageState, u"runs"_s), QVariantMap());
    // The key is the name that earlier and later versions of Roost read.
    QCOMPARE(QSettings().value(u"drafts/0123456789abcdef/unfinished"_s).toByteArray(), "{}"_ba);
    settings.clear(Preferences::unfinishedDraft, someWorkspace);
    QVERIFY(!QSettings().contains(u"drafts/0123456789abcdef/unfinished"_s));
}

void TestSettings::anArrayThatShrinksLeavesNothing()
{
    Settings &settings = Settings::instance();
    const QVariantMap one{{u"text"_s, u"a"_s}, {u"colour"_s, 1}};
    settings.set(Preferences::logHighlights, {one, one, one});
    QCOMPARE(settings.value(Preferences::logHighlights), (SettingArray{one, one, one}));
    settings.set(Preferences::logHighlights, {one});
    QCOMPARE(settings.value(Preferences::logHighlights), SettingArray{one});
    QVERIFY(!QSettings().allKeys().contains(u"logs/highlights/3/text"_s));
}

void TestSettings::aChangeIsReported()
{
    Settings &settings = Settings::instance();
    QSignalSpy changes(&settings, &Settings::changed);
    settings.set(Preferences::theme, u"dark"_s);
    settings.set(Preferences::logHighlights, {});
    settings.set(Preferences::pageState, {{u"tab"_s, 1}}, u"run"_s);
    settings.clear(Preferences::theme);
    QStringList names;
    for (const QVariantList &change : std::as_const(changes))
        names += change.first().toString();
    QCOMPARE(names, (QStringList{u"look/theme"_s, u"logs/highlights"_s, u"pages/run"_s, u"look/theme"_s}));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
