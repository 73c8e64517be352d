// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace Roost::Bench {

double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

Compared compared(const std::function<void()> &ours, const std::function<void()> &reference, int rounds)
{
    Compared best{1e9, 1e9};
    for (int round = 0; round < rounds; ++round) {
        best.reference = std::min(best.reference, seconds(reference));
        best.ours = std::min(best.ours, seconds(ours));
    }
    return best;
}

QByteArray run(const QString &command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    const bool isDone = process.waitForFinished(600'000) && process.exitStatus() == QProcess::NormalExit;
    demand(isDone && process.exitCode() == 0, qPrintable(command));
    return process.readAllStandardOutput();
}

void waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    QTimer tick; // so that the timeout is noticed even without other events
    tick.start(1000);
    for (timer.start(); !done();) {
        demand(timer.elapsed() < 300'000, "done within five minutes");
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

void demand(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "This should hold: %s\n", what);
    std::exit(1);
}

qint64 ownMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    demand(status.open(QIODevice::ReadOnly), "/proc is there");
    const auto lines = status.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).replace("kB", "").trimmed().toLongLong() * 1024;
    }
    return 0;
}

void report(const char *name, double value, const char *unit)
{
    std::printf("%s %.4g %s\n", name, value, unit);
    std::fflush(stdout);
}

void report(const char *name, double value, const char *unit, double ratio, const char *reference)
{
    std::printf("%s %.4g %s %.2f %s\n", name, value, unit, ratio, reference);
    std::fflush(stdout);
}

qint64 logSize()
{
    bool isSet = false;
    const int megabytes = qEnvironmentVariableIntValue("ROOST_BENCH_MB", &isSet);
    return qint64(isSet ? megabytes : 3 * 1024) * 1024 * 1024;
}

qint64 lineCount()
{
    bool isSet = false;
    const int lines = qEnvironmentVariableIntValue("ROOST_BENCH_LINES", &isSet);
    return isSet ? lines : 1'000'000;
}

} // namespace Roost::Bench
