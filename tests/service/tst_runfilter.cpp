// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/runfilter.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::AzureMl;
using namespace Roost::Service::Store;

/// The filters and orders of run history, executed by a database.
class TestRunFilter : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 noon = 1'767'268'800'000; // 2026-01-01T12:00:00Z

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

    void add(const NewRun &run, std::optional<qint64> ended = {})
    {
        const auto added = m_database->write([&](Connection &connection) -> Result<bool> {
            const auto made = RunStore(connection).create(run);
            if (!made)
                return std::unexpected(made.error());
            if (ended)
                RunStore(connection).setStatus(made->seq, RunStatus::Completed, *ended);
            return true;
        });
        QVERIFY(added);
    }

    QStringList found(const RunFilter &filter, const RunOrder &order, qint64 offset = 0, qint64 limit = 100)
    {
        HistorySearch search;
        filter.addTo(search);
        order.addTo(search);
        return *m_database->read([&](Connection &connection) -> Result<QStringList> {
            QStringList ids;
            for (const RunRow &row : search.run(connection, offset, limit))
                ids.append(row.id);
            return ids;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath(u"roost.db"_s));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("verdict"); // 1 matches, 0 does not match, -1 is rejected
        QTest::addRow("empty") << u""_s << 1;
        QTest::addRow("status") << u"status eq 'Running'"_s << 1;
        QTest::addRow("other status") << u"status eq 'Failed'"_s << 0;
        QTest::addRow("or") << u"status eq 'Failed' or status eq 'Running'"_s << 1;
        QTest::addRow("and binds tighter") << u"status eq 'Running' and runId eq 'x' or displayName eq 'it''s'"_s << 1;
        QTest::addRow("parentheses") << u"(status ne 'Running') or (tags/team eq 'vision')"_s << 1;
        QTest::addRow("property") << u"properties/a eq 'b' and status eq 'Running'"_s << 0;
        QTest::addRow("time") << u"createdUtc ge 2026-01-01T00:00:00Z and createdUtc lt 2026-01-02T00:00:00Z"_s << 1;
        QTest::addRow("no word") << u"nonsense"_s << -1;
        QTest::addRow("unknown field") << u"colour eq 'red'"_s << -1;
        QTest::addRow("dangling") << u"status eq 'Running' and "_s << -1;
        QTest::addRow("no time") << u"createdUtc gt 'yesterday'"_s << -1;
        QTest::addRow("order of words") << u"status gt 'A'"_s << -1;
        QTest::addRow("no such tag") << u"tags/none ne 'x'"_s << 1;
        QTest::addRow("not ended") << u"endTimeUtc gt 2020-01-01T00:00:00Z"_s << 0;
        QTest::addRow("not ended, so not then") << u"endTimeUtc ne 2020-01-01T00:00:00Z"_s << 1;
        QTest::addRow("another compute") << u"target eq 'local'"_s << 0;
        QTest::addRow("quotes are bound") << u"tags/a') OR 1=1 eq 'x'"_s << -1;
    }

    void filters()
    {
        QFETCH(const QString, text);
        QFETCH(const int, verdict);
        NewRun run;
        run.id = u"r1"_s;
        run.displayName = u"it's"_s;
        run.createdMs = noon;
        run.tags.insert(u"team"_s, u"vision"_s);
        add(run);
        const auto filter = RunFilter::read(text);
        QCOMPARE(filter.has_value(), verdict >= 0);
        if (filter)
            QCOMPARE(found(*filter, {}).size(), verdict);
    }

    // The expression of more conditions would be too deep for SQLite.
    void refusesTooManyConditions()
    {
        QStringList terms(500, u"status eq 'Running'"_s);
        QVERIFY(RunFilter::read(terms.join(u" or "_s)));
        terms.append(terms.first());
        for (const QString &joint : {u" or "_s, u" and "_s}) {
            const auto filter = RunFilter::read(terms.join(joint));
            QVERIFY(!filter);
            QCOMPARE(filter.error().kind, ErrorKind::Rejected);
        }
    }

    void orders()
    {
        const auto all = RunFilter::read({}).value();
        NewRun run;
        for (const auto &[id, at, name] : {std::tuple(u"a"_s, noon, u"z"_s), std::tuple(u"b"_s, noon + 1, u"y"_s),
                                           std::tuple(u"c"_s, noon + 1, u"x"_s)}) {
            run.id = id;
            run.createdMs = at;
            run.displayName = name;
            add(run, id == "b"_L1 ? std::optional(noon + 10) : std::nullopt);
        }
        const auto ordered = [&](const QString &text) { return found(all, RunOrder::read(text).value()).join(u""_s); };
        QCOMPARE(ordered({}), u"cba"_s);
        QCOMPARE(ordered(u"createdUtc asc"_s), u"abc"_s);
        QCOMPARE(ordered(u"createdUtc desc"_s), u"cba"_s);
        QCOMPARE(ordered(u"displayName"_s), u"cba"_s);
        QCOMPARE(ordered(u"endTimeUtc desc"_s), u"bca"_s);
        QVERIFY(!RunOrder::read(u"colour desc"_s));
        QVERIFY(!RunOrder::read(u"createdUtc sideways"_s));
    }

    void pagesJoinWithoutGapOrRepeat()
    {
        NewRun run;
        for (int i = 0; i < 25; ++i) {
            run.id = u"r%1"_s.arg(i);
            run.createdMs = noon + i % 3; // many runs with the same time
            add(run);
        }
        QStringList pages;
        for (int at = 0; at < 30; at += 10)
            pages += found(RunFilter::read({}).value(), {}, at, 10);
        QCOMPARE(pages.size(), 25);
        QCOMPARE(pages, found(RunFilter::read({}).value(), {}));
        pages.removeDuplicates();
        QCOMPARE(pages.size(), 25);
    }
};

QTEST_GUILESS_MAIN(TestRunFilter)
#include "tst_runfilter.moc"
