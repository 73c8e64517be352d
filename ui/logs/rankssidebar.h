// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "models/items/runlogs/runlogs.h"

#include <QVariantMap>
#include <QWidget>

class QSplitter;

namespace Roost::Ui {

class LaneView;
class RanksList;

/// What stands around the log of a distributed run: the list of ranks at the left, which says what is in view, and the
/// swim lanes above as a map of it. Of any other run only the log itself is seen.
class RanksSidebar : public QWidget
{
    Q_OBJECT
public:
    /// What is shown when `rank` alone is: its log, or all of them where it has several.
    static QString pathOf(const Items::RunLogs &logs, int rank);
    /// The rank that a path stands for alone; also of what pathOf() gives.
    static std::optional<int> rankOf(const QString &path);

    /// `ranks` and `logs` outlive it; it takes `log`.
    RanksSidebar(Items::RunRanks *ranks, Items::RunLogs *logs, QWidget *log, QWidget *parent = nullptr);

    /// There are ranks to choose from.
    bool isUsed() const { return m_used; }
    /// Whether list and lanes are seen where they are used.
    void setUnfolded(bool unfolded);
    /// What the log shows.
    void setCurrent(const QString &path);
    void setVisibleRange(qint64 from, qint64 to);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void usedChanged();
    /// Somebody wants to see these; LogPicker::allRanks() for all.
    void chosen(const QString &path);
    /// Somebody wants to see this time; of this rank, -1 for any.
    void timeWanted(qint64 ms, int rank);

private:
    void refresh();
    void apply();
    QString currentKey() const;

    Items::RunRanks *m_ranks;
    Items::RunLogs *m_logs;
    RanksList *m_list;
    LaneView *m_lanes;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QString m_current;
    bool m_used = false;
    bool m_unfolded = true;
    bool m_listSized = false;  // as the ranks are many, or as somebody left it
    bool m_lanesSized = false; // once there are lanes, or as somebody left them
};

} // namespace Roost::Ui
