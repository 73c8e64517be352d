// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/run.h"

#include <QJsonObject>

#include <optional>
#include <utility>

namespace Roost::Wire {

// The requests by which clients of run history create and change runs: PATCH of a run adds or modifies it, and events
// report its progress.

/// The body of PATCH runs/RUN, or one entry of PATCH batch/runs. A member that the body lacks is empty.
struct RunChange
{
    QString runId; // in a batch
    QString name;  // for a new run
    QString parentRunId;
    std::optional<QString> displayName;
    std::optional<QString> description;
    std::optional<bool> isHidden;
    /// The status as the client wrote it; it may be any word.
    QString status;
    QDateTime started;
    QDateTime ended;
    StringMap tags;
    QStringList removedTags; // they are null in the body
    StringMap properties;
    /// The parts that the service stores unchanged.
    QJsonObject sent;
};
/// Return the changes that Roost itself makes.
QJsonObject tagChange(const QString &key, const QString &value);
QJsonObject nameChange(const QString &displayName);
RunChange runChangeFrom(const QJsonObject &body);
QList<RunChange> runChangesFrom(const QJsonObject &batch);
/// Returns `runs` by id, and the errors of the runs that could not be changed.
QJsonObject runChangesReply(const QJsonObject &runs, const QList<std::pair<QString, Error>> &failed);

/// Returns the status for run history's word in upper or lower case; nullopt for an unknown word.
std::optional<RunStatus> reportedStatus(const QString &word);

/// The body of POST runs/RUN/events, or one entry of POST batch/events: "Microsoft.MachineLearning.Run.Completed".
struct RunEvent
{
    enum class Kind { Status, Error, Alive, Unknown };
    Kind kind = Kind::Unknown;
    QString name; // as the client wrote it
    QString runId;
    /// For the kind Status.
    RunStatus status = RunStatus::Unknown;
    /// The time of the event; invalid if the body does not contain it.
    QDateTime time;
    /// For the kind Error.
    QString errorText;
    /// The event as received, for the reply to a batch.
    QJsonObject body;
};
RunEvent runEventFrom(const QJsonObject &body);
QList<RunEvent> runEventsFrom(const QJsonObject &batch);
/// Returns the events that could not be applied, with the reasons.
QJsonObject runEventsReply(const QList<std::pair<RunEvent, Error>> &failed);

} // namespace Roost::Wire
