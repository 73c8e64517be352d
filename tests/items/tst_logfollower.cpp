// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlogs/logfollower.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Items;

namespace {

constexpr Poller::Intervals fast{std::chrono::milliseconds(1), std::chrono::milliseconds(5),
                                 std::chrono::milliseconds(10), 1.5};
const QString logPath = u"azureml-logs/70_driver_log.txt"_s;

} // namespace

class TestLogFollower : public QObject
{
    Q_OBJECT

    std::unique_ptr<Testing::FakeRunHistory> m_history;
    QByteArray m_log;
    QString m_etag;
    bool m_there = true;
    int m_listings = 0;
    QByteArray m_got;

    std::unique_ptr<LogFollower> make()
    {
        auto follower = std::make_unique<LogFollower>(m_history.get(), m_history.get(), u"r"_s, logPath, nullptr, fast);
        connect(follower.get(), &LogFollower::arrived, this, [this](const QByteArray &bytes, qint64 offset) {
            QCOMPARE(m_log.mid(offset, bytes.size()), bytes);
            m_got += bytes;
        });
        connect(follower.get(), &LogFollower::restarted, this, [this] { m_got.clear(); });
        return follower;
    }

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<Testing::FakeRunHistory>();
        m_history->onLogs.always = [this](const QString &) -> Result<QList<FileRef>> {
            ++m_listings;
            return m_there ? QList<FileRef>{{logPath, u"http://x/%1"_s.arg(m_listings)}} : QList<FileRef>{};
        };
        m_history->onFile.always = [](const QString &, const QString &) -> Result<FileRef> {
            return failure(ErrorKind::NotFound, u"none"_s);
        };
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) -> Result<Chunk> {
            return Chunk{m_log.mid(offset, limit), offset, m_log.size(), m_etag, {}};
        };
        m_log.clear();
        m_got.clear();
        m_etag.clear();
        m_there = true;
        m_listings = 0;
    }

    void emitsEachByteOnce()
    {
        m_there = false;
        const auto follower = make();
        QSignalSpy finished(follower.get(), &LogFollower::finished);
        follower->start();
        Testing::drainEvents();
        QVERIFY(!follower->exists());
        m_there = true;
        m_log = "one\n";
        QTRY_COMPARE(m_got, m_log);
        m_log += QByteArray(2'500'000, 'x');
        QTRY_COMPARE(m_got.size(), m_log.size());
        m_log += "\nlast words";
        follower->finishAtEof();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_got, m_log);
        QVERIFY(m_listings < 40); // the follower keeps the address of the log
    }

    void onceReadsTheBytesPresentEvenIfTheLogGrows()
    {
        m_log = QByteArray(2'500'000, 'x');
        const QByteArray there = m_log;
        const auto read = m_history->onRead.always;
        m_history->onRead.always = [this, read](const FileRef &file, qint64 offset, qint64 limit) {
            auto chunk = read(file, offset, limit);
            m_log += QByteArray(2'000'000, 'y'); // the log grows faster than the follower reads
            return chunk;
        };
        const auto follower = make();
        QSignalSpy finished(follower.get(), &LogFollower::finished);
        follower->setOnce();
        follower->finishAtEof();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(m_got.startsWith(there));
        QVERIFY(m_got.size() <= there.size() + 1'000'000); // the rest of the last chunk
    }

    void aReadThatStartedBeforeTheEndIsRepeated()
    {
        const auto read = m_history->onRead.always;
        m_history->onRead.always = nullptr;
        const auto follower = make();
        QSignalSpy finished(follower.get(), &LogFollower::finished);
        follower->start();
        QTRY_COMPARE(m_history->onRead.waiting(), 1);
        follower->finishAtEof();
        m_log = "written meanwhile\n";
        m_history->onRead.always = read;
        m_history->onRead.resolve(Chunk{{}, 0, 0, {}, {}});
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_got, m_log);
    }

    void aRestartedLogIsReported()
    {
        m_log = "first attempt\n";
        m_etag = u"1"_s;
        const auto follower = make();
        QSignalSpy restarted(follower.get(), &LogFollower::restarted);
        follower->start();
        QTRY_COMPARE(m_got, m_log);
        m_log = "second attempt, longer\n";
        m_etag = u"2"_s;
        QTRY_COMPARE(m_got, m_log);
        m_log = "3\n";
        QTRY_COMPARE(m_got, m_log);
        QCOMPARE(restarted.count(), 2);
    }

    void theTailBeginsAtALine()
    {
        m_log = "a long first line\nsecond\nthird\n";
        const auto follower = make();
        follower->setTail(10);
        follower->start();
        QTRY_COMPARE(m_got, QByteArray("third\n"));
        QCOMPARE(follower->firstByte(), m_log.size() - 6);
    }

    void theMirrorIsReused()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"cache/log.txt"_s);
        m_log = "one\n";
        auto follower = make();
        follower->setMirror(name);
        follower->start();
        QTRY_COMPARE(m_got, m_log);
        follower = nullptr;
        m_log += "two\n";
        m_got.clear();
        follower = make();
        follower->setMirror(name);
        follower->start();
        QTRY_COMPARE(m_got, QByteArray("two\n"));
        QFile mirror(name);
        QVERIFY(mirror.open(QIODevice::ReadOnly));
        QCOMPARE(mirror.readAll(), m_log);
    }

    void errorsAreReportedAndRetried()
    {
        const auto read = m_history->onRead.always;
        m_history->onRead.always = [](const FileRef &, qint64, qint64) -> Result<Chunk> {
            return failure(ErrorKind::Unreachable, u"away"_s);
        };
        m_log = "x\n";
        const auto follower = make();
        QSignalSpy troubled(follower.get(), &LogFollower::errorChanged);
        follower->start();
        QTRY_COMPARE(troubled.count(), 1);
        QCOMPARE(follower->error().text, u"away"_s);
        m_history->onRead.always = read;
        QTRY_COMPARE(m_got, m_log);
        QVERIFY(follower->error().text.isEmpty());
    }

    void expiredAddressesAreRequestedAgain()
    {
        m_history->onRead.always = [this](const FileRef &file, qint64 offset, qint64 limit) -> Result<Chunk> {
            if (file.url == u"http://x/1"_s)
                return failure(ErrorKind::Denied, u"expired"_s);
            return Chunk{m_log.mid(offset, limit), offset, m_log.size(), {}, {}};
        };
        m_log = "x\n";
        const auto follower = make();
        follower->start();
        QTRY_COMPARE(m_got, m_log);
        QCOMPARE(m_listings, 2);
    }
};

QTEST_GUILESS_MAIN(TestLogFollower)
#include "tst_logfollower.moc"
