// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedlog.h"
#include "models/logs/times/logtimes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <memory>

#include <sys/resource.h>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

namespace {

constexpr int Ranks = 2000;
constexpr int Lines = 5;
constexpr qint64 Start = 1'764'000'000'000;

qsizetype entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// The logs of a run of thousands of ranks, open all at once.
class TestManyLogs : public QObject
{
    Q_OBJECT

private:
    struct Rank
    {
        explicit Rank(const QString &path)
        {
            document.setClock(&times);
            times.readMarks(timeIndexFile(QFileInfo(path).path(), path));
            document.open(path);
        }
        LogDocument document;
        LogTimes times{&document};
    };

    QString path(int rank) const { return m_folder.filePath(u"%1.txt"_s.arg(rank)); }
    void write(int rank, const QByteArray &bytes, qint64 time)
    {
        append(path(rank), bytes);
        const qint64 pair[2] = {qToLittleEndian(time), qToLittleEndian(QFileInfo(path(rank)).size())};
        append(timeIndexFile(m_folder.path(), path(rank)),
               QByteArray(reinterpret_cast<const char *>(pair), sizeof pair));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        // The limit of open files is low, as on a machine with the default limit on which a program has many files
        // open.
        const rlimit few{256, 256};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        QVERIFY(QDir(m_folder.path()).mkpath(u"times"_s));
        for (int rank = 0; rank < Ranks; ++rank)
            write(rank, QByteArray("line\n").repeated(Lines), Start + rank);
    }

    void manyLogsNeedFewThreadsAndDescriptors()
    {
        const auto threads = entriesOf(u"/proc/self/task"_s);
        const auto files = entriesOf(u"/proc/self/fd"_s);
        std::vector<std::unique_ptr<Rank>> ranks;
        QList<MergedLog::Source> sources;
        for (int rank = 0; rank < Ranks; ++rank) {
            auto &one = ranks.emplace_back(std::make_unique<Rank>(path(rank)));
            sources.append({&one->document, &one->times, {QString::number(rank), rank}});
        }
        auto merged = std::make_unique<MergedLog>();
        merged->setSources(sources);
        QTRY_COMPARE_WITH_TIMEOUT(merged->lineCount(), Ranks * Lines, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(merged->state(), LogText::State::Ready, 60000);
        QCOMPARE(merged->originOf({Lines * 7}).source, 7);

        // Each log grows; then one is truncated, and one is replaced.
        for (int rank = 0; rank < Ranks; ++rank)
            write(rank, "more\n", Start + Ranks + rank);
        QTRY_COMPARE_WITH_TIMEOUT(merged->lineCount(), Ranks * (Lines + 1), 60000);
        QVERIFY(QFile::resize(path(3), 0));
        QTRY_COMPARE_WITH_TIMEOUT(ranks[3]->document.restarts().size(), 1, 60000);
        append(path(4) + u".new"_s, "another\nfile\n");
        QCOMPARE(std::rename(qPrintable(path(4) + u".new"_s), qPrintable(path(4))), 0);
        QTRY_COMPARE_WITH_TIMEOUT(ranks[4]->document.lineCount(), 2, 60000);

        QVERIFY2(entriesOf(u"/proc/self/task"_s) <= threads + 16, "threads do not grow with the logs");
        QVERIFY2(entriesOf(u"/proc/self/fd"_s) <= files + 16, "open files do not grow with the logs");
        merged.reset();
        ranks.clear();
        // The remaining files are those of the pool that all logs share.
        QTRY_VERIFY(entriesOf(u"/proc/self/fd"_s) <= files + 2);
    }

    void aLogThatAppearsLateIsFollowed()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"late"_s));
        LogDocument document;
        document.open(m_folder.filePath(u"late/log.txt"_s));
        LogDocument nowhere;
        nowhere.open(m_folder.filePath(u"not/yet/log.txt"_s));
        QTRY_COMPARE(document.state(), LogText::State::Missing);
        append(m_folder.filePath(u"late/log.txt"_s), "one\n");
        QTRY_COMPARE(document.lineCount(), 1);
        QVERIFY(QDir(m_folder.path()).mkpath(u"not/yet"_s));
        append(m_folder.filePath(u"not/yet/log.txt"_s), "one\ntwo\n");
        QTRY_COMPARE(nowhere.lineCount(), 2);
        // The folder of the log is removed and created again.
        QVERIFY(QDir(m_folder.filePath(u"not"_s)).removeRecursively());
        QTRY_COMPARE(nowhere.lineCount(), 0);
        QVERIFY(QDir(m_folder.path()).mkpath(u"not/yet"_s));
        append(m_folder.filePath(u"not/yet/log.txt"_s), "1\n2\n3\n");
        QTRY_COMPARE(nowhere.lineCount(), 3);
    }

    void twoDocumentsOfOneFileBothFollow()
    {
        const QString file = m_folder.filePath(u"both.txt"_s);
        append(file, "one\n");
        LogDocument first;
        first.open(file);
        auto second = std::make_unique<LogDocument>();
        second->open(file);
        QTRY_COMPARE(second->lineCount(), 1);
        append(file, "two\n");
        QTRY_COMPARE(first.lineCount(), 2);
        QTRY_COMPARE(second->lineCount(), 2);
        second.reset();
        append(file, "three\n");
        QTRY_COMPARE(first.lineCount(), 3);
    }
};

QTEST_GUILESS_MAIN(TestManyLogs)
#include "tst_manylogs.moc"
