// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The logs of 2000 ranks as one text ordered by time: the time until all are read and ordered, the time until one more
// line in each is known, and the threads, open files and memory used.
#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedlog.h"
#include "models/logs/times/logtimes.h"
#include "tests/bench/benchmark.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <memory>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Logs;

namespace {

constexpr int Ranks = 2000;
constexpr int Lines = 1000;
constexpr qint64 Start = 1'764'000'000'000;

struct Rank
{
    explicit Rank(const QString &log)
        : path(log)
        , index(timeIndexFile(QFileInfo(log).path(), log))
    {
    }

    void write(const QByteArray &text, qint64 time)
    {
        QFile log(path);
        QFile marks(index);
        demand(log.open(QIODevice::Append) && marks.open(QIODevice::Append), "files can be made here");
        demand(log.write(text) == text.size(), "there is room for the logs");
        const qint64 pair[2] = {qToLittleEndian(time), qToLittleEndian(log.size())};
        marks.write(reinterpret_cast<const char *>(pair), sizeof pair);
    }

    void open()
    {
        document = std::make_unique<LogDocument>();
        times = std::make_unique<LogTimes>(document.get());
        document->setClock(times.get());
        times->readMarks(index);
        document->open(path);
    }

    QString path;
    QString index;
    std::unique_ptr<LogDocument> document;
    std::unique_ptr<LogTimes> times;
};

qsizetype entriesOf(const char *folder)
{
    return QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(QStringLiteral("./manylogs-XXXXXX"));
    demand(folder.isValid() && QDir(folder.path()).mkpath(QStringLiteral("times")), "a folder can be made here");
    std::vector<Rank> ranks;
    for (int rank = 0; rank < Ranks; ++rank) {
        ranks.emplace_back(folder.path() + QStringLiteral("/%1.txt").arg(rank));
        for (int piece = 0; piece < 10; ++piece) {
            QByteArray text;
            for (int line = 0; line < Lines / 10; ++line)
                text += "epoch 3 step " + QByteArray::number(piece * Lines / 10 + line) + " loss 0.25 samples/s 1000\n";
            ranks.back().write(text, Start + piece * 1000 + rank);
        }
    }

    const qint64 memory = ownMemory();
    auto merged = std::make_unique<MergedLog>();
    report("many-logs-open", seconds([&] {
               QList<MergedLog::Source> sources;
               for (Rank &rank : ranks) {
                   rank.open();
                   const auto number = int(sources.size());
                   sources.append({rank.document.get(), rank.times.get(), {QString::number(number), number}});
               }
               merged->setSources(sources);
               waitUntil([&] { return merged->lineCount() == qint64(Ranks) * Lines; });
               waitUntil([&] { return merged->state() == LogText::State::Ready; });
           }),
           "s");
    report("many-logs-threads", double(entriesOf("/proc/self/task")), "threads");
    report("many-logs-files", double(entriesOf("/proc/self/fd")), "open-files");
    report("many-logs-memory", double(ownMemory() - memory) / Ranks / 1024, "KB/log");
    for (Rank &rank : ranks)
        rank.write("one more\n", Start + 20'000);
    report("many-logs-grow",
           1000 * seconds([&] { waitUntil([&] { return merged->lineCount() == qint64(Ranks) * (Lines + 1); }); }),
           "ms");
    report("many-logs-close", 1000 * seconds([&] {
                                  merged.reset();
                                  for (Rank &rank : ranks) {
                                      rank.times.reset();
                                      rank.document.reset();
                                  }
                              }),
           "ms");
    return 0;
}
