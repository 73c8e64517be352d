// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/firstcause.h"

#include "models/core/logpath.h"
#include "models/files/containedfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Causes;
using namespace Logs;
using namespace Launch;

namespace {

// The reason for the end of a process is at the end of its log.
constexpr qint64 readOfAll = 256 * 1024 * 1024;
constexpr qint64 leastRead = 256 * 1024;
constexpr qint64 mostRead = 8 * 1024 * 1024;
// Earlier lines are counted only in logs up to this size, so that counting takes only a moment.
constexpr qint64 countedOfAll = qint64(2) * 1024 * 1024 * 1024;
constexpr qint64 chunk = 1024 * 1024;
constexpr qsizetype mostFiles = 20'000; // limit of the search below ./logs

// Calls `piece` for each chunk of the next `bytes` of the file, whose size may change meanwhile.
template <typename Piece>
void readPieces(QFile &file, qint64 bytes, const Piece &piece)
{
    while (bytes > 0) {
        const QByteArray read = file.read(std::min(bytes, chunk));
        if (read.isEmpty())
            return;
        piece(read);
        bytes -= read.size();
    }
}

void readLog(CauseAnalyser &analyser, int log, const QString &path, qint64 most, bool counting)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const qint64 size = file.size();
    if (const qint64 skipped = size - most; skipped > 0) {
        qint64 lines = counting ? 0 : -1;
        if (counting)
            readPieces(file, skipped, [&lines](const QByteArray &piece) { lines += piece.count('\n'); });
        file.seek(skipped);
        analyser.skip(log, skipped, lines);
    }
    readPieces(file, std::min(size, most), [&](const QByteArray &piece) { analyser.feed(log, piece); });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(chunk) : QByteArray();
}

// Returns the logs that a torchrun in the command writes for each of its processes, if its --log-dir is below ./logs.
// Only the logs of the last attempt, because that attempt ended the run. Relative to the folder of the run.
QStringList torchrunLogs(const QDir &folder)
{
    static const QRegularExpression form(u"^(logs/(?:.+/)?)attempt_(\\d{1,9})/"_s);
    QMap<QString, std::pair<int, QStringList>> trees; // the last attempt of each tree, with its logs
    qsizetype seen = 0;
    const auto files = Files::ContainedFolder(folder.path()).filesBelow(u"logs"_s, [&seen](const auto &file) {
        const QString name = file.path.section(u'/', -1);
        return file.facts.isFolder() || ((name == "stdout.log"_L1 || name == "stderr.log"_L1) && ++seen <= mostFiles);
    });
    for (const Files::ContainedFile &file : files.value_or(QList<Files::ContainedFile>())) {
        const QString path = file.path;
        const auto match = form.match(path);
        if (!match.hasMatch() || !rankOfLog(path))
            continue;
        auto &[last, logs] = trees[match.captured(1)];
        const int attempt = match.captured(2).toInt();
        if (attempt > last)
            logs.clear();
        if (attempt >= last)
            logs += path;
        last = std::max(last, attempt);
    }
    QStringList all;
    for (const auto &[last, logs] : std::as_const(trees))
        all += logs;
    all.sort();
    return all;
}

} // namespace

std::optional<FirstCause> firstCauseOf(const LaunchEvents &events, const LaunchPlan &plan, Ending ending)
{
    CauseAnalyser analyser;
    const QDir folder(QFileInfo(plan.stateFolder).absolutePath());
    const bool mayBeTorchrun = !plan.distribution.isDistributed();
    const QStringList below = mayBeTorchrun ? torchrunLogs(folder) : QStringList();
    qint64 all = 0;
    for (const QString &path : plan.logFiles)
        all += QFileInfo(path).size();
    for (const QString &path : below)
        all += QFileInfo(folder.filePath(path)).size();
    const qint64 logs = std::max<qint64>(plan.logFiles.size() + below.size(), 1);
    const qint64 most = std::clamp(readOfAll / logs, leastRead, mostRead);
    for (int rank = 0; const QString &path : plan.logFiles) {
        const auto marks = readTimeIndex(timeIndexFile(plan.stateFolder, path));
        readLog(analyser, analyser.addLog(folder.relativeFilePath(path), rank, marks), path, most, all <= countedOfAll);
        if (const QByteArray error = contentOf(errorFile(plan.stateFolder, rank)); !error.isEmpty())
            analyser.setErrorFile(rank, error);
        ++rank;
    }
    for (const QString &path : below)
        readLog(analyser, analyser.addLog(path, *rankOfLog(path)), folder.filePath(path), most, all <= countedOfAll);
    if (!plan.launcherLog.isEmpty()) {
        const auto marks = readTimeIndex(timeIndexFile(plan.stateFolder, plan.launcherLog));
        const int log = analyser.addLog(folder.relativeFilePath(plan.launcherLog), CauseAnalyser::Launcher, marks);
        readLog(analyser, log, plan.launcherLog, most, true);
    }
    for (const RankOutcome &outcome : events.ranks)
        analyser.setOutcome(outcome);
    for (const auto &[rank, evidence] : events.outOfMemory.asKeyValueRange())
        analyser.setOutOfMemory(rank, evidence);
    return analyser.firstCause(ending);
}

} // namespace Roost::Service::Jobs
