// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlog.h"

#include <QFrame>

class QPushButton;

namespace Roost {

class Label;

/// Why a run failed: the cause in one sentence, which process it was, and the end of its log.
class FailureCard : public QFrame
{
    Q_OBJECT
public:
    /// `run` outlives it. Shows itself while the run has failed.
    explicit FailureCard(RunDocument *run, QWidget *parent = nullptr);

    QString logLines() const;

Q_SIGNALS:
    /// Somebody wants to see the log there.
    void logWanted(const QString &path, std::optional<Roost::LineNumber> line);
    void resubmitWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void readEnd();

    RunDocument *m_run;
    Label *m_cause;
    Label *m_where;
    Label *m_lines;
    QPushButton *m_open;
    std::unique_ptr<RunLog> m_log;
    std::optional<LineNumber> m_line;
    Pending<QString> m_reading;
};

} // namespace Roost
