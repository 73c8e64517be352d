// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/look.h"
#include "ui/shell/pages.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using Testing::keep;
using Testing::Setup;

/// The command palette over a window.
class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Testing::useOwnSettings();
        Settings::instance().set(Preferences::theme, u"light"_s);
        installLook();
    }

    void findsPagesRunsAndModels();
    void statesWhatToDoWithoutAMatch();
    void findsOldRuns();
    void statesThatItSearches();
    void opensTheExactName();
};

void TestPalette::findsPagesRunsAndModels()
{
    Setup setup;
    QTRY_VERIFY(setup.window->workspace()->session.workspace());
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = setup.window->findChild<CommandPalette *>();
    auto *input = palette->findChild<QLineEdit *>(u"commandInput"_s);
    auto *list = palette->findChild<QListView *>(u"commandList"_s);
    QVERIFY(palette->isVisible());
    QTest::keyClicks(input, u"enviro"_s);
    QCOMPARE(list->currentIndex().data().toString(), railPages().at(3).title);
    QTest::keyClick(input, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(setup.window->location().page, u"environments"_s);

    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(input, u"finch-3"_s);
    keep(setup.window, u"palette"_s);
    QTRY_VERIFY(list->currentIndex().data().toString().contains(u"calm-finch-3"_s));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(setup.window->location(), (Location{u"run"_s, u"calm-finch-3"_s, {}}));

    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(input, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void TestPalette::statesWhatToDoWithoutAMatch()
{
    Setup setup;
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = setup.window->findChild<CommandPalette *>();
    auto *none = palette->findChild<QWidget *>(u"commandNone"_s);
    QVERIFY(!none->isVisible());
    const QSize size = palette->size();
    auto *input = palette->findChild<QLineEdit *>(u"commandInput"_s);
    QTest::keyClicks(input, u"zzqqxxyy"_s);
    QVERIFY(none->isVisible());
    QCOMPARE(palette->size(), size);
    keep(setup.window, u"palette-none"_s);
    input->clear();
    QVERIFY(!none->isVisible());
    QTest::keyClick(input, Qt::Key_Escape);
}

void TestPalette::findsOldRuns()
{
    Setup setup;
    for (int i = 100; i < 420; ++i) {
        Run old = setup.provider.content.runs.last();
        old.id = old.displayName = u"old-owl-%1"_s.arg(i);
        old.created = old.created.addSecs(-60 * i);
        setup.provider.content.runs.append(old);
    }
    const auto &requests = setup.provider.workspace->history.onRuns;
    QTRY_VERIFY(setup.window->workspace()->session.workspace());
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = setup.window->findChild<CommandPalette *>();
    QTest::keyClicks(palette->findChild<QLineEdit *>(u"commandInput"_s), u"owl-419"_s);
    auto *list = palette->findChild<QListView *>(u"commandList"_s);
    QTRY_VERIFY(list->currentIndex().data().toString().contains(u"old-owl-419"_s));
    QTest::keyClick(palette->findChild<QLineEdit *>(u"commandInput"_s), Qt::Key_Escape);
    Testing::drainEvents();
    const auto before = requests.count();
    // Without input the palette requests only the newest runs.
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    Testing::drainEvents();
    QCOMPARE(requests.count(), before + 1);
}

void TestPalette::statesThatItSearches()
{
    Setup setup;
    QTRY_VERIFY(setup.window->workspace()->session.workspace());
    auto &requests = setup.provider.workspace->history.onRuns;
    const auto answers = std::exchange(requests.always, {});
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = setup.window->findChild<CommandPalette *>();
    auto *none = palette->findChild<QWidget *>(u"commandNone"_s);
    const auto states = [none](const QString &words) {
        const auto labels = none->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().startsWith(words); });
    };
    QTest::keyClicks(palette->findChild<QLineEdit *>(u"commandInput"_s), u"zzqqxxyy"_s);
    QVERIFY(none->isVisible());
    QVERIFY(states(u"Searching"_s));
    keep(setup.window, u"palette-searching"_s);
    requests.always = answers;
    requests.resolveLast(std::apply(answers, requests.calls.last().args));
    QTRY_VERIFY(states(u"No match"_s));
}

void TestPalette::opensTheExactName()
{
    Setup setup;
    for (const QString &name : {u"m30b"_s, u"calm-m3-0"_s, u"m30"_s}) {
        Run run = setup.provider.content.runs.last();
        run.id = run.displayName = name;
        // The exact match is on the second page.
        if (name == u"m30"_s) {
            for (int i = 0; i < 120; ++i) {
                Run filler = run;
                filler.id = filler.displayName = u"filler-%1"_s.arg(i);
                setup.provider.content.runs.append(filler);
            }
        }
        setup.provider.content.runs.append(run);
    }
    QTRY_VERIFY(setup.window->workspace()->session.workspace());
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = setup.window->findChild<CommandPalette *>();
    auto *input = palette->findChild<QLineEdit *>(u"commandInput"_s);
    auto *list = palette->findChild<QListView *>(u"commandList"_s);
    QTest::keyClicks(input, u"m30"_s);
    QTRY_VERIFY(list->currentIndex().data().toString().startsWith(u"m30 "_s));
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(setup.window->location(), (Location{u"run"_s, u"m30"_s, {}}));
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
