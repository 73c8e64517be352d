// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <functional>

namespace Roost::Bench {

/// Returns the time that `work` takes, in seconds.
double seconds(const std::function<void()> &work);

/// The times of two ways to do the same work, measured alternately. The best of several rounds counts for each, since
/// other programs may use the machine as well.
struct Compared
{
    double ours = 0;
    double reference = 0;
    double ratio() const { return reference / ours; } // above 1 if ours is faster
};
Compared compared(const std::function<void()> &ours, const std::function<void()> &reference, int rounds = 3);

/// Runs a shell command and returns its output. Ends the benchmark if the command fails.
QByteArray run(const QString &command);

/// Runs the event loop until `done` returns true. Ends the benchmark after five minutes.
void waitUntil(const std::function<bool()> &done);

/// Ends the benchmark unless `holds`, because the figures would not be those of the same work.
void demand(bool holds, const char *what);

/// Returns the memory in bytes that belongs to this program alone, without what it shares with the file cache.
qint64 ownMemory();

/// Prints "name value unit [ratio reference]".
void report(const char *name, double value, const char *unit);
void report(const char *name, double value, const char *unit, double ratio, const char *reference);

/// Returns the number of lines for each of several logs: ROOST_BENCH_LINES, or a million.
qint64 lineCount();

/// Returns the size of a log in bytes: ROOST_BENCH_MB, or 3 GB.
qint64 logSize();

} // namespace Roost::Bench
