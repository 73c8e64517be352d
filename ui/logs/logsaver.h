// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/runlogs/runlogs.h"

class QWidget;

namespace Roost::Ui {

class Navigator;

/// Opens a dialog for saving the logs of a run, and saves them. A notice shows the result of each.
class LogSaver : public QObject
{
    Q_OBJECT
public:
    /// All arguments must outlive the object. If `navigator` is null, there are no notices.
    LogSaver(QString runId, Items::RunLogs *logs, Navigator *navigator, QWidget *parent);

    /// Saves one log as one file.
    void saveAs(const Items::LogSource &source);
    /// Saves each file of the run into one folder.
    void saveEach();

private:
    void save(Logs::LogText *text, const QString &name, PendingReply<qint64> &saving);
    void report(const QString &name, const Result<qint64> &size);

    QString m_runId;
    Items::RunLogs *m_logs;
    Navigator *m_navigator;
    QWidget *m_parent;
    PendingReply<qint64> m_saving;
    std::vector<std::unique_ptr<PendingReply<qint64>>> m_savingEach;
};

} // namespace Roost::Ui
