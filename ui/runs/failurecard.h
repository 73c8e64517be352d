// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlog.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

class EvidenceLines;
class Label;

/// Why a run failed: the first cause with its lines, the other ranks that may have failed first, and the ranks that
/// followed. If the service has not searched for a cause, the error and the end of the log.
class FailureCard : public QFrame
{
    Q_OBJECT
public:
    /// `run` must outlive the card. The card is visible only if the run has failed.
    explicit FailureCard(Items::RunDocument *run, QWidget *parent = nullptr);

    QString logLines() const;

Q_SIGNALS:
    /// Emitted when the log is to be opened at `line`.
    void logWanted(const QString &path, std::optional<Roost::Logs::LineNumber> line);
    void resubmitWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void paintIcon();
    void refresh();
    void showCause(const Run &run);
    void showCandidate(qsizetype index);
    void showCandidates(const Run &run);
    void showFollowers(const FirstCause &cause);
    void showEndOfLog(const Run &run);
    void readEnd();
    void copy();

    Items::RunDocument *m_run;
    QLabel *m_icon;
    Label *m_title;
    Label *m_where;
    Label *m_certainty;
    QWidget *m_candidates; // one button per rank, if there are several
    EvidenceLines *m_lines;
    QPushButton *m_followers;
    Label *m_followerRanks; // the ranks that followed; initially hidden
    QPushButton *m_open;
    QPushButton *m_again;
    QPushButton *m_copy;
    std::optional<FirstCause> m_cause; // the cause that is shown
    qsizetype m_candidate = 0;
    QString m_path;
    std::optional<Logs::LineNumber> m_line;
    std::unique_ptr<Items::RunLog> m_log; // the log whose end is shown
    PendingReply<QString> m_linesRequest;
};

} // namespace Roost::Ui
