// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

#include <QCoreApplication>

namespace Roost::Items {

/// Returns the job of a run as the start of a new job: without the ID, and without a display name that equals the ID.
Job jobToResubmit(Job job, const QString &runId);
/// Returns the display name of a run, or its ID if it has none; safe to insert into a sentence.
QString nameOf(const Run &run);
/// Returns whether the run was submitted as a job. False if it was logged by a script that ran outside of the
/// workspace.
bool wasSubmitted(const Run &run);
/// Returns whether the run waits for the user's consent, because it was already waiting when its workspace was first
/// opened on this machine.
bool isHeld(const Run &run);
/// Returns a sentence that explains why the run waits; empty if it does not wait.
QString whyItWaits(const Run &run);
/// Returns the question that is asked before a held run starts, with the run's name and command.
QString startQuestion(const Run &run);
/// Returns the earlier of creation and start. A run that was logged afterwards starts before it is created.
QDateTime beganAt(const Run &run);

/// Runs as a table, in the order of the list that is set.
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
        Progress,
        PeakMemory,
        MeanGpu,
        ComputeName,
        Metrics,
        Cause,
        EnvironmentName,
        CreatedBy,
        Id
    };

    explicit RunsModel(QObject *parent = nullptr);

    /// Updates the cells that show ages. Call once a second.
    void tick();
    /// Returns the distinct names, sorted.
    QStringList experiments() const;
    bool hasActive() const;

protected:
    QString keyOf(const Run &run) const override { return run.id; }

private:
    static QList<TableColumn<Run>> usualColumns();
    static QList<TableColumn<Run>> furtherColumns();
};

} // namespace Roost::Items
