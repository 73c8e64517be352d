// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Searching an open log of 3 GB, compared with grep on the same cached file and, for a part of it, with lnav.
#include "models/logs/file/logdocument.h"
#include "models/logs/search/logsearch.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/traininglog.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Logs;

namespace {

const QString Regex = QStringLiteral("accuracy=0\\.9[5-9][0-9]* lr=0\\.0012");

qint64 search(LogDocument &document, const LogPattern &pattern)
{
    LogSearch search(&document);
    search.setPattern(pattern);
    waitUntil([&] { return search.position() == document.byteCount() && !search.isRunning(); });
    return qint64(search.lines().size());
}

void againstGrep(LogDocument &document, const char *name, const LogPattern &pattern, const QString &options,
                 const char *referenceName)
{
    const QString grep = QStringLiteral("%1 '%2' '%3'").arg(options, pattern.text(), document.path());
    const qint64 expected = run(grep).trimmed().toLongLong();
    demand(expected > 0, "there is something to find");
    const auto speed = compared(
        [&] { demand(search(document, pattern) == expected, "we and grep find the same lines"); }, [&] { run(grep); });
    report(name, double(document.byteCount()) / speed.ours / 1e9, "GB/s", speed.ratio(), referenceName);
}

// Opens and filters in one step, as lnav does. The log is small, because lnav takes a minute per gigabyte.
void againstLnav()
{
    if (QStandardPaths::findExecutable(QStringLiteral("lnav")).isEmpty())
        return;
    const TrainingLog log(logSize() / 24);
    const QTemporaryDir home;
    const QString lnav =
        QStringLiteral("HOME='%1' lnav -n -c ':filter-in %2' -c ':write-view-to %1/out' '%3' >/dev/null")
            .arg(home.path(), Regex, log.path());
    const auto speed = compared(
        [&log] {
            LogDocument document;
            document.open(log.path());
            LogSearch search(&document);
            search.setPattern({Regex, true, true});
            waitUntil([&] { return search.position() == log.size(); });
        },
        [&lnav] { run(lnav); }, 2);
    report("log-open-and-filter", double(log.size()) / speed.ours / 1e9, "GB/s", speed.ratio(), "lnav");
}

void cancel(LogDocument &document)
{
    double longest = 0;
    for (int round = 0; round < 20; ++round) {
        LogSearch search(&document);
        search.setPattern({QStringLiteral("(\\d)\\1\\1.*(\\d)\\2\\2"), true, true});
        waitUntil([&search] { return search.position() > 0; });
        longest = std::max(longest, seconds([&search] {
                               search.stop();
                               QThreadPool::globalInstance()->waitForDone();
                           }));
    }
    report("log-search-cancel", 1000 * longest, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TrainingLog log(logSize());
    LogDocument document;
    document.setGrowing(false);
    document.open(log.path());
    waitUntil([&document] { return document.state() == LogDocument::State::Ready; });

    const LogPattern rare(QStringLiteral("accuracy=0.1234 lr"), false, true);
    againstGrep(document, "log-search-literal", rare, QStringLiteral("LC_ALL=C grep -c -F"), "grep-cF-C");
    againstGrep(document, "log-search-literal", rare, QStringLiteral("LC_ALL=C.UTF-8 grep -c -F"), "grep-cF-UTF-8");
    againstGrep(document, "log-search-literal-any-case", {QStringLiteral("ACCURACY=0.1234"), false, false},
                QStringLiteral("LC_ALL=C grep -c -i -F"), "grep-ciF-C");
    againstGrep(document, "log-search-every-line", {QStringLiteral("loss="), false, true},
                QStringLiteral("LC_ALL=C grep -c -F"), "grep-cF-C");
    againstGrep(document, "log-search-regex", {Regex, true, true}, QStringLiteral("LC_ALL=C grep -c -E"), "grep-cE-C");
    againstGrep(document, "log-search-regex", {Regex, true, true}, QStringLiteral("LC_ALL=C.UTF-8 grep -c -E"),
                "grep-cE-UTF-8");
    againstGrep(document, "log-search-inverted", {QStringLiteral("INFO"), false, true, true},
                QStringLiteral("LC_ALL=C grep -c -v -F"), "grep-cvF-C");
    cancel(document);
    againstLnav();
    return 0;
}
