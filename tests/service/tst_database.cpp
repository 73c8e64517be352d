// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/schema/migrations.h"
#include "models/service/store/workspace/changehub.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <thread>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(u"roost.db"_s); }

    static int count(Database &database, const QByteArray &table)
    {
        return *database.read([&](Connection &connection) -> Result<int> {
            Statement row = connection.query("SELECT count(*) FROM " + table);
            row.next();
            return row.number(0);
        });
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewDatabaseAppliesAllStepsOnce()
    {
        Connection connection(file(), false);
        const auto steps = migrations();
        for (qsizetype i = 0; i < steps.size(); ++i)
            QCOMPARE(steps.at(i).number, int(i + 1));
        QCOMPARE(*migrate(connection, steps), int(steps.size()));
        QCOMPARE(*migrate(connection, steps), 0);
    }

    void failedWritesAreRemembered()
    {
        const auto database = *Database::open(file());
        const auto write = [&database](const QByteArray &sql) {
            return database->write([&sql](Connection &connection) -> Result<void> {
                connection.script(sql);
                return {};
            });
        };
        QVERIFY(write("CREATE TABLE birds(name TEXT UNIQUE); PRAGMA max_page_count = 1;"));
        QCOMPARE(database->writeError(), QString());
        const QByteArray much = "INSERT INTO birds VALUES(hex(randomblob(1000000)))";
        QVERIFY(!write(much));
        QVERIFY2(database->writeError().contains(u"full"), qPrintable(database->writeError()));
        QVERIFY(write("PRAGMA max_page_count = 1000000; INSERT INTO birds VALUES('wren')"));
        QCOMPARE(database->writeError(), QString());
        QVERIFY(!write("INSERT INTO birds VALUES('wren')")); // an error of the writer
        QCOMPARE(database->writeError(), QString());
        QVERIFY(write(much));
    }

    void laterStepsFindTheDataOfEarlierOnes()
    {
        Connection connection(file(), false);
        QList<Migration> steps{{1, "CREATE TABLE birds(name TEXT);"}};
        QCOMPARE(*migrate(connection, steps), 1);
        connection.run("INSERT INTO birds VALUES('wren')");
        steps.append({2, "ALTER TABLE birds ADD COLUMN song TEXT NOT NULL DEFAULT 'tsit';"});
        QCOMPARE(*migrate(connection, steps), 1);
        Statement row = connection.query("SELECT name, song FROM birds");
        QVERIFY(row.next());
        QCOMPARE(row.text(0), u"wren"_s);
        QCOMPARE(row.text(1), u"tsit"_s);
    }

    void aStepThatFailsLeavesNothing()
    {
        Connection connection(file(), false);
        const QList<Migration> broken{{1, "CREATE TABLE birds(name TEXT); CREATE TABLE birds(name TEXT);"}};
        QVERIFY_THROWS_EXCEPTION(DatabaseFailure, static_cast<void>(migrate(connection, broken)));
        QCOMPARE(*migrate(connection, {{1, "CREATE TABLE birds(name TEXT);"}}), 1);
    }

    void aNewerDatabaseIsRefused()
    {
        {
            Connection connection(file(), false);
            connection.script("PRAGMA user_version=9999;");
        }
        const auto opened = Database::open(file());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Rejected);
        QVERIFY(opened.error().text.contains(u"newer Roost"_s));
    }

    void aFileThatIsNotADatabaseIsRefused()
    {
        QFile garbage(file());
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray(5000, 'x'));
        garbage.close();
        QVERIFY(!Database::open(file()));
    }

    void experimentZeroIsThere()
    {
        auto database = *Database::open(file());
        const auto name = database->read([](Connection &connection) -> Result<QString> {
            Statement row = connection.query("SELECT name FROM experiments WHERE id = 0");
            row.next();
            return row.text(0);
        });
        QCOMPARE(*name, u"Default"_s);
    }

    void errorsAndExceptionsRollBack()
    {
        auto database = *Database::open(file());
        const auto insert = [](Connection &connection) {
            connection.run("INSERT INTO metric_keys(key) VALUES('loss')");
        };
        const auto refused = database->write([&](Connection &connection) -> Result<bool> {
            insert(connection);
            return failure(ErrorKind::Rejected, u"no"_s);
        });
        QCOMPARE(refused.error().text, u"no"_s);
        QCOMPARE(count(*database, "metric_keys"), 0);

        const auto broken = database->write([&](Connection &connection) -> Result<bool> {
            insert(connection);
            insert(connection);
            return true;
        });
        QCOMPARE(broken.error().kind, ErrorKind::Conflict);
        QCOMPARE(count(*database, "metric_keys"), 0);

        const auto throwing = [&](Connection &connection) -> Result<bool> {
            insert(connection);
            throw std::runtime_error("out");
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, static_cast<void>(database->write(throwing)));
        QCOMPARE(count(*database, "metric_keys"), 0);
        // The writer is not blocked afterwards.
        QVERIFY(database->write([&](Connection &connection) -> Result<bool> {
            insert(connection);
            return true;
        }));
        QCOMPARE(count(*database, "metric_keys"), 1);
    }

    void workNeedsNoResult()
    {
        auto database = *Database::open(file());
        const Result<void> written = database->write(
            [](Connection &connection) { connection.run("INSERT INTO metric_keys(key) VALUES('loss')"); });
        QVERIFY(written);
        const Result<int> read = database->read([](Connection &connection) {
            Statement row = connection.query("SELECT count(*) FROM metric_keys");
            row.next();
            return row.number(0);
        });
        QCOMPARE(read, Result<int>(1));
    }

    void aTransactionInsideAnotherIsRefused()
    {
        auto database = *Database::open(file());
        const auto nested = database->write([&](Connection &) -> Result<bool> {
            return database->write([](Connection &) -> Result<bool> { return true; });
        });
        QVERIFY(!nested);
        QVERIFY(nested.error().text.contains(u"inside another"_s));
    }

    void readersSeeOneStateWhileOthersWrite()
    {
        auto database = *Database::open(file());
        const auto seen = database->read([&](Connection &connection) -> Result<int> {
            Statement before = connection.query("SELECT count(*) FROM metric_keys");
            before.next();
            std::thread writer([&] {
                const auto done = database->write([](Connection &other) -> Result<bool> {
                    other.run("INSERT INTO metric_keys(key) VALUES('loss')");
                    return true;
                });
                QVERIFY(done);
            });
            writer.join();
            Statement after = connection.query("SELECT count(*) FROM metric_keys WHERE 1");
            after.next();
            return before.number(0) + after.number(0);
        });
        QCOMPARE(*seen, 0);
        QCOMPARE(count(*database, "metric_keys"), 1);
    }

    void manyThreadsWriteAndReadAtOnce()
    {
        auto database = *Database::open(file());
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    const auto done = database->write([&](Connection &connection) -> Result<bool> {
                        connection.run("INSERT INTO metric_keys(key) VALUES(?1)", u"%1/%2"_s.arg(t).arg(i));
                        return true;
                    });
                    failures += done ? 0 : 1;
                    count(*database, "metric_keys");
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(count(*database, "metric_keys"), 200);
    }

    void valuesAreReadBackUnchanged()
    {
        Connection connection(file(), false);
        connection.script("CREATE TABLE t(a, b, c, d, e);");
        const QString text = u"příliš žluťoučký \"kůň\"\n"_s;
        connection.run("INSERT INTO t VALUES(?1, ?2, ?3, ?4, ?5)", qint64(9007199254740993), 0.1, text,
                       std::optional<qint64>(), QString());
        Statement row = connection.query("SELECT a, b, c, d, e FROM t");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 9007199254740993);
        QCOMPARE(row.real(1), 0.1);
        QCOMPARE(row.text(2), text);
        QVERIFY(row.isNull(3));
        QVERIFY(!row.integerOrNull(3));
        QVERIFY(!row.isNull(4));
        QVERIFY(!row.next());
    }

    void changesAreReportedOnce()
    {
        ChangeHub hub;
        const auto first = hub.wait(-1, 0ms);
        QVERIFY(first.everything);
        hub.bump(u"runs/a"_s);
        hub.bump(u"models"_s);
        hub.bump(u"runs/a"_s);
        const auto second = hub.wait(first.revision, 0ms);
        QVERIFY(!second.everything);
        QCOMPARE(second.topics, (QStringList{u"models"_s, u"runs/a"_s}));
        const auto third = hub.wait(second.revision, 20ms);
        QVERIFY(third.topics.isEmpty());
        QCOMPARE(third.revision, second.revision);
        // This revision is from an earlier process of the service.
        QVERIFY(hub.wait(second.revision - 1'000'000, 0ms).everything);
        QVERIFY(hub.wait(second.revision + 5, 0ms).everything);
    }

    void aWaitEndsAtTheChange()
    {
        ChangeHub hub;
        const qint64 since = hub.revision();
        std::counting_semaphore<> waits(0);
        std::thread later([&] {
            waits.acquire();
            hub.bump(u"computes"_s);
        });
        // Without the change, the test would exceed its time limit.
        const auto changes = hub.wait(since, 1h, [&waits] {
            waits.release();
            return false;
        });
        later.join();
        QCOMPARE(changes.topics, QStringList{u"computes"_s});
    }

    void aWaitEndsWithItsClientOrTheHub()
    {
        ChangeHub hub;
        QVERIFY(hub.wait(hub.revision(), 1h, [] { return true; }).topics.isEmpty());
        std::counting_semaphore<> waits(0);
        std::thread closer([&] {
            waits.acquire();
            hub.close();
        });
        const auto changes = hub.wait(hub.revision(), 1h, [&waits] {
            waits.release();
            return false;
        });
        QVERIFY(changes.topics.isEmpty());
        closer.join();
    }

    void theHubForgetsOldTopicsAndReportsIt()
    {
        ChangeHub hub;
        const qint64 since = hub.revision();
        for (int i = 0; i < 20001; ++i)
            hub.bump(u"runs/%1"_s.arg(i));
        QVERIFY(hub.wait(since, 0ms).everything);
        QVERIFY(!hub.wait(hub.revision() - 10, 0ms).everything);
        QCOMPARE(hub.wait(hub.revision() - 10, 0ms).topics.size(), 10);
    }

    void workspacesAreMadeAndFoundAgain()
    {
        const QString folder = m_folder->filePath(u"My birds!"_s);
        QCOMPARE(WorkspaceFolder::load(folder).error().kind, ErrorKind::NotFound);
        const auto made = WorkspaceFolder::create(folder);
        QVERIFY(made);
        QCOMPARE(made->name, u"My-birds-"_s);
        QCOMPARE(WorkspaceFolder::create(folder, u"other"_s)->name, u"My-birds-"_s);
        QCOMPARE(WorkspaceFolder::load(folder)->path, made->path);
        QCOMPARE(WorkspaceFolder::create(m_folder->filePath(u"x"_s), u"a b"_s).error().kind, ErrorKind::Rejected);
        QVERIFY(made->resourceId().endsWith(u"/workspaces/My-birds-"_s));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
