// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <functional>

namespace Roost::Bench {

/// Seconds that `work` takes.
double seconds(const std::function<void()> &work);

/// What two ways to do the same thing take, taken in turns; of each the best of some rounds counts, since others may
/// use the machine too.
struct Compared
{
    double ours = 0;
    double reference = 0;
    double ratio() const { return reference / ours; } // above 1: ours is faster
};
Compared compared(const std::function<void()> &ours, const std::function<void()> &reference, int rounds = 3);

/// Runs a command of the shell and gives what it writes; ends the benchmark where it fails.
QByteArray run(const QString &command);

/// Lets the event loop run until `done`; ends the benchmark after five minutes.
void waitUntil(const std::function<bool()> &done);

/// Ends the benchmark where the figures are not those of the same work.
void demand(bool holds, const char *what);

/// Bytes of memory that are this program's own; what it only shares with the file cache does not count.
qint64 ownMemory();

/// Prints "name value unit [ratio reference]".
void report(const char *name, double value, const char *unit);
void report(const char *name, double value, const char *unit, double ratio, const char *reference);

/// How many lines each of some logs is to have, from ROOST_BENCH_LINES or a million.
qint64 lineCount();

/// How big a log is to be, from ROOST_BENCH_MB or 3 GB.
qint64 logSize();

} // namespace Roost::Bench
