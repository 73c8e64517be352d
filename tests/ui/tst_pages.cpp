// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"
#include "ui/theme/theme.h"

#include <QSet>
#include <QTest>

using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// The table of pages is complete: all other parts of the window rely on every entry.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void eachEntryIsComplete()
    {
        QSet<QString> ids;
        QSet<QString> entries;
        for (const PageSpec &spec : railPages())
            entries += spec.id;
        for (const PageSpec &spec : allPages()) {
            QVERIFY2(!spec.id.isEmpty() && !ids.contains(spec.id), qPrintable(spec.id));
            ids += spec.id;
            QVERIFY2(spec.make, qPrintable(spec.id));
            QCOMPARE(findPage(spec.id), &spec);
            const bool isInRail = entries.contains(spec.id);
            QCOMPARE(isInRail, !spec.icon.isEmpty());
            if (isInRail) {
                QCOMPARE(railIdOf({spec.id, {}, {}}), spec.id);
                QVERIFY2(!Theme::icon(spec.icon).isNull(), qPrintable(spec.icon));
            }
        }
        QVERIFY(!findPage(u"nowhere"_s));
        // The order of the pages is that of the keys Ctrl+1, Ctrl+2, ...
        QStringList order;
        for (const PageSpec &spec : railPages())
            order += spec.id;
        QCOMPARE(order, (QStringList{u"home"_s, u"runs"_s, u"compute"_s, u"environments"_s, u"models"_s}));
    }

    void eachLocationHasItsPage()
    {
        const QList<Location> locations{Location::home(),    Location::runs(u"birds"_s), Location::run(u"a"_s),
                                        Location::compute(), Location::environments(),   Location::models(),
                                        Location::submit()};
        QSet<QString> ids;
        for (const Location &location : locations) {
            QVERIFY2(findPage(location.page), qPrintable(location.page));
            ids += location.page;
        }
        QCOMPARE(ids.size(), allPages().size()); // each page has its own location
        QCOMPARE(Location::environments(u"birds"_s, u"2"_s), (Location{u"environments"_s, u"birds"_s, u"2"_s}));
    }

    void aRunBelongsToTheRuns()
    {
        QCOMPARE(railIdOf(Location::run(u"a"_s)), u"runs"_s);
        QCOMPARE(railIdOf(Location::models()), u"models"_s);
        QCOMPARE(railIdOf(Location{}), QString());
    }

    void aWindowComesBackToItsPage()
    {
        QCOMPARE(restoredLocation(Location::run(u"a"_s)), Location::run(u"a"_s));
        QCOMPARE(restoredLocation(Location::submit()), Location::home()); // the wizard stores its draft itself
        QCOMPARE(restoredLocation(Location{}), Location::home());
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
