// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening a log of 3 GB: the time to the first screen of lines and to the complete index, and the memory used.
#include "models/logs/file/logdocument.h"
#include "models/logs/file/logindex.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/traininglog.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Logs;

namespace {

constexpr qint64 Screen = 60;

double firstScreen(const QString &path)
{
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        best = std::min(best, seconds([&path] {
                            LogDocument document;
                            document.open(path);
                            waitUntil([&document] {
                                return document.line({0}) && document.line({Screen - 1}) &&
                                       !document.line({0})->text.isEmpty();
                            });
                        }));
    }
    return best;
}

// Opens the log as the window does, until all lines are known; errors are searched afterwards.
void readWhole(const QString &path, qint64 size, qint64 lines)
{
    LogDocument document;
    document.open(path);
    waitUntil([&document, size] { return document.byteCount() == size; });
    demand(document.lineCount() == lines, "we and wc count the same lines");
}

void index(const char *name, const char *memoryName, const QString &path, qint64 size)
{
    const QString wc = QStringLiteral("wc -l < '%1'").arg(path);
    const qint64 lines = run(wc).trimmed().toLongLong();
    const auto speed = compared([&] { readWhole(path, size, lines); }, [&wc] { run(wc); });
    report(name, double(size) / speed.ours / 1e9, "GB/s", speed.ratio(), "wc-l");

    const qint64 before = ownMemory();
    LogIndex index(path);
    while (index.advance(8 * 1024 * 1024) == LogIndex::Change::Grown) {
    }
    report(memoryName, 100.0 * double(ownMemory() - before) / double(size), "%-of-file");
}

void errors(const QString &path, qint64 size)
{
    LogDocument document;
    const double whole = seconds([&] {
        document.open(path);
        waitUntil([&document] { return document.state() == LogDocument::State::Ready; });
    });
    const QString grep = QStringLiteral(
        "LC_ALL=C grep -c -E '^[^ ]*Error$|Error:|ERROR|error:|FATAL|CRITICAL|Traceback \\(most recent call last\\)|"
        "Exception:|Segmentation fault|Fatal Python error' '%1'");
    qint64 found = 0;
    const double reference = seconds([&] { found = run(grep.arg(path)).trimmed().toLongLong(); });
    demand(qint64(document.errorLines().size()) == found, "we and grep find the same errors");
    report("log-index-and-errors", double(size) / whole / 1e9, "GB/s", reference / whole, "grep-cE");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    {
        const TrainingLog log(logSize());
        report("log-first-screen", 1000 * firstScreen(log.path()), "ms");
        index("log-index", "log-index-memory", log.path(), log.size());
        errors(log.path(), log.size());
    }
    const ShortLinesLog shortLines(logSize() / 3);
    index("log-index-10-byte-lines", "log-index-10-byte-lines-memory", shortLines.path(), shortLines.size());
    return 0;
}
