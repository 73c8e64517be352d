// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

#include <QCoreApplication>

namespace Roost::Items {

/// The job of a run as the start of a new job: without the id, and without a display name that equals the id.
Job jobToResubmit(Job job, const QString &runId);
/// The display name of a run, or its id where it has none; safe to insert into a sentence.
QString nameOf(const Run &run);
/// Whether the run was submitted as a job, not logged by a script that ran outside of the workspace.
bool wasSubmitted(const Run &run);
/// Whether the run waits for the user's consent, because it waited already when its workspace was first opened here.
bool isHeld(const Run &run);
/// A sentence: why the run waits; empty if it does not wait.
QString whyItWaits(const Run &run);
/// The question before a held run starts, with its name and its command.
QString startQuestion(const Run &run);
/// When the run began to exist: its start where that is before its creation, as for a run that was logged later.
QDateTime beganAt(const Run &run);
/// Milliseconds that the run has been running; -1 while it has not started.
qint64 durationOf(const Run &run, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// Runs as a table, in the given order.
class RunsModel : public KeyedTableModel<Run, QString>
{
    Q_OBJECT
public:
    enum Column {
        State,
        Name,
        Experiment,
        Created,
        Duration,
        ComputeName,
        Metrics,
        Cause,
        EnvironmentName,
        CreatedBy,
        Id
    };

    explicit RunsModel(QObject *parent = nullptr);

    /// Updates the cells that show how long ago something was. Call it once a second.
    void tick();
    /// Names without repetition, sorted.
    QStringList experiments() const;
    bool hasActive() const;

protected:
    QString keyOf(const Run &run) const override { return run.id; }

private:
    static QList<TableColumn<Run>> usualColumns();
    static QList<TableColumn<Run>> furtherColumns();
};

} // namespace Roost::Items
