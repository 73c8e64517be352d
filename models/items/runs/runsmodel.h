// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

#include <QCoreApplication>

namespace Roost::Items {

/// The job of a run as the start of another one: without its id, and without a name that is that id.
Job jobToResubmit(Job job, const QString &runId);
/// What people call a run: its display name, or its id where it has none; fit to stand within a sentence.
QString nameOf(const Run &run);
/// Whether it was submitted as a job here, rather than logged by a script that ran elsewhere.
bool wasSubmitted(const Run &run);
/// Whether it waits for the user's word, as a run that waited already when its workspace was opened here first.
bool isHeld(const Run &run);
/// Why it waits, in a sentence for the window; empty where it does not.
QString whyItWaits(const Run &run);
/// What is asked before a held run starts: its name, and the command that would run.
QString startQuestion(const Run &run);
/// When it came to be: its start where that is before it was known here, as of a run that was logged later.
QDateTime beganAt(const Run &run);
/// Milliseconds it has been running or was; -1 while it has not started.
qint64 durationOf(const Run &run, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// Runs as a table, in the order given.
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
