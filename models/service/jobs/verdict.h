// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/eventlog.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service {

/// How a run ended, told from what its supervisor wrote down.
struct Verdict
{
    RunStatus status = RunStatus::Failed;
    /// One sentence; empty unless Failed.
    QString text;
    /// Of the rank that failed first, else 0; as shells say it where a signal ended it (128 + signal).
    int exitCode = 0;
};

/// `events` of a run whose supervisor is gone. Reads the end of the failing rank's log for the cause.
Verdict verdictOf(const LaunchEvents &events, const LaunchPlan &plan, bool cancelRequested);

/// The line at the end of a log that says most: a Python exception, a fatal error, else the last one; at most
/// 300 characters, empty of an empty log.
QString tellingLine(const QByteArray &tail);

/// "SIGKILL", "signal 35"
QString signalName(int signal);

} // namespace Roost::Service
