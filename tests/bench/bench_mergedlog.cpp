// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The logs of 64 ranks as one text ordered by time: the time from opening to the newest screen of lines and to the
// order of all lines, and jumps to any line and any time.
#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedlog.h"
#include "models/logs/times/logtimes.h"
#include "tests/bench/benchmark.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Logs;

namespace {

constexpr int Ranks = 64;
constexpr qint64 Screen = 60;
constexpr qint64 Start = 1'764'000'000'000;
constexpr qint64 LinesInMark = 20;
constexpr qint64 StepMs = 5;
constexpr int Jumps = 200;

/// Writes the log of a rank, and the time marks that its supervisor writes beside it.
void writeRank(const QString &folder, int rank, qint64 lines)
{
    QFile log(folder + QStringLiteral("/%1.txt").arg(rank));
    QFile marks(log.fileName() + QStringLiteral(".idx"));
    demand(log.open(QIODevice::WriteOnly) && marks.open(QIODevice::WriteOnly), "files can be made here");
    QRandomGenerator random{quint32(rank)};
    QByteArray text;
    QByteArray pairs;
    qint64 size = 0;
    for (qint64 line = 0; line < lines; ++line) {
        text += "epoch 3 step " + QByteArray::number(line) + " loss 0." +
                QByteArray::number(random.bounded(1'000'000)) + " samples/s " +
                QByteArray::number(random.bounded(900, 1100)) + '\n';
        if ((line + 1) % LinesInMark == 0 || line + 1 == lines) {
            const qint64 time = Start + line * StepMs + random.bounded(int(StepMs * LinesInMark));
            const qint64 pair[2] = {qToLittleEndian(time), qToLittleEndian(size + text.size())};
            pairs.append(reinterpret_cast<const char *>(pair), sizeof pair);
        }
        if (text.size() > 4'000'000 || line + 1 == lines) {
            size += text.size();
            demand(log.write(text) == text.size(), "there is room for the logs");
            text.clear();
        }
    }
    demand(marks.write(pairs) == pairs.size(), "there is room for the marks");
}

struct OpenLogs
{
    explicit OpenLogs(const QString &folder)
    {
        QList<MergedLog::Source> sources;
        for (int rank = 0; rank < Ranks; ++rank) {
            auto &document = documents.emplace_back(std::make_unique<LogDocument>());
            auto &time = times.emplace_back(std::make_unique<LogTimes>(document.get()));
            document->setClock(time.get());
            document->setGrowing(false);
            const QString path = folder + QStringLiteral("/%1.txt").arg(rank);
            time->readMarks(path + QStringLiteral(".idx"));
            document->open(path);
            sources.append({document.get(), time.get(), {QString::number(rank), rank}});
        }
        merged.setSources(sources);
    }

    /// Returns whether the screen that begins with line `first` can be painted.
    bool hasScreen(qint64 first)
    {
        bool all = merged.lineCount() > first;
        for (qint64 line = first; line < std::min(first + Screen, merged.lineCount()); ++line)
            all &= merged.line({line}) != nullptr;
        return all;
    }

    std::vector<std::unique_ptr<LogDocument>> documents;
    std::vector<std::unique_ptr<LogTimes>> times;
    MergedLog merged; // destroyed first
};

/// Measures jumps to random times, after which a screen of lines should be available within a frame. Reports the median
/// and the 99th percentile.
void jumps(OpenLogs &logs)
{
    QRandomGenerator random(7);
    std::vector<double> took;
    for (int i = 0; i < Jumps; ++i) {
        const qint64 time = Start + random.bounded(logs.merged.lineCount() / Ranks * StepMs);
        took.push_back(1000 * seconds([&] {
                           const qint64 first = std::min(logs.merged.lineAt(timePointFromMs(time)).value,
                                                         logs.merged.lineCount() - Screen);
                           waitUntil([&] { return logs.hasScreen(first); });
                       }));
    }
    std::ranges::sort(took);
    report("merged-jump-median", took[took.size() / 2], "ms");
    report("merged-jump-99%", took[took.size() * 99 / 100], "ms");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(QStringLiteral("./mergedlog-XXXXXX"));
    demand(folder.isValid(), "a folder can be made here");
    const qint64 lines = lineCount();
    for (int rank = 0; rank < Ranks; ++rank)
        writeRank(folder.path(), rank, lines);

    std::unique_ptr<OpenLogs> logs;
    const auto openUntil = [&](const std::function<bool()> &done) {
        logs.reset();
        return seconds([&] {
            logs = std::make_unique<OpenLogs>(folder.path());
            waitUntil(done);
        });
    };
    // The best of several rounds counts, since other programs may use the machine as well.
    double first = 1e9;
    for (int round = 0; round < 3; ++round)
        first = std::min(first, openUntil([&] { return logs->hasScreen(0); }));
    report("merged-first-screen", first, "s");
    report("merged-all-lines", openUntil([&] { return logs->merged.lineCount() == Ranks * lines; }), "s");
    waitUntil([&] { return logs->merged.state() == LogText::State::Ready; });
    jumps(*logs);
    const double solo = seconds([&] {
        logs->merged.setSources({{logs->documents[5].get(), logs->times[5].get(), {QStringLiteral("5"), 5}}});
        waitUntil([&] { return logs->merged.lineCount() == lines; });
    });
    report("merged-solo", 1000 * solo, "ms");
    return 0;
}
