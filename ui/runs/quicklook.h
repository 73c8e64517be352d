// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlog.h"
#include "models/items/runs/rundocument.h"

#include <QToolButton>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace Roost::Logs {
class LogFinder;
} // namespace Roost::Logs

namespace Roost::Ui {

class EmptyState;
class Label;
class LogView;
class PhaseTimeline;
class PropertyGrid;
class StateBadge;

/// A summary of the selected run beside the list: state, phases, last metrics, and the end of its log.
class QuickLook : public QWidget
{
    Q_OBJECT
public:
    explicit QuickLook(Items::WorkspaceSession &session, QWidget *parent = nullptr);
    ~QuickLook() override;

    /// An empty id clears the summary.
    void setRun(const QString &runId);
    QString runId() const { return m_run ? m_run->runId() : QString(); }
    void setWatched(bool watched);
    /// Updates ages and durations.
    void tick();

Q_SIGNALS:
    void openWanted();
    void closeWanted();

private:
    void refresh();
    void refreshLog();
    void refreshLogError();
    void showLog(const QString &path);
    void dropLog();

    Items::WorkspaceSession &m_session;
    EmptyState *m_none;
    Label *m_name;
    QToolButton *m_open;
    StateBadge *m_badge;
    PhaseTimeline *m_timeline;
    Label *m_error;
    PropertyGrid *m_properties;
    Label *m_logError;
    QVBoxLayout *m_logPlace;
    std::unique_ptr<Items::RunDocument> m_run;
    std::unique_ptr<Items::RunLog> m_log;
    std::unique_ptr<Logs::LogFinder> m_filter;
    std::unique_ptr<LogView> m_view; // last: it shows the two members above
};

} // namespace Roost::Ui
