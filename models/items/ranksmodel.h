// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/keyedtablemodel.h"
#include "models/items/ranklens.h"
#include "models/items/tone.h"

namespace Roost {

enum class RankState {
    Waiting,
    Running,
    Silent, // runs, but has not written for longer than its rhythm explains
    Done,
    FailedFirst,
    Followed, // ended because another rank had failed
    Canceled,
    Unknown, // of a log without a process that is known
};

Tone toneOf(RankState state);
QString stateText(RankState state);

/// One rank of a run, or one of its logs where it has no ranks.
struct RankRow
{
    QString key; // "rank 3", or the path of the log
    int rank = -1;
    QStringList logs; // paths
    RankState state = RankState::Unknown;
    int node = 0;
    int localRank = 0;
    qint64 bytes = 0;
    qint64 lines = -1;
    qint64 errors = -1;
    qint64 lastWrite = 0; // UTC milliseconds, 0: never
    double linesPerSecond = -1;
    qint64 othersMs = 0; // the usual pause of the others, for one that is silent
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString cause; // one sentence, of the one that failed first
    bool operator==(const RankRow &) const = default;
};

/// What is known of each rank, in their order: how its process fares by `run`, its log by `activity` (which may hold
/// nothing yet), and who is silent. `logs` are the paths of the run's logs.
QList<RankRow> rankRows(const Run &run, const RunActivity &activity, const QList<Silence> &silent, qint64 now);

/// The ranks of a run as a table.
class RanksModel : public KeyedTableModel<RankRow, QString>
{
    Q_OBJECT
public:
    enum Column { Rank, State, LastLine, Lines, Errors, Rate, Node, Exit, Cause, ColumnCount };
    enum Role {
        RankRole = ItemRole::ToneRole + 1, // -1 for a log without one
        LogsRole,
        StateRole, // int(RankState)
    };

    using KeyedTableModel::KeyedTableModel;

    /// The clock went on, by that of the activity; 0 while it is not known.
    void setNow(qint64 now);

protected:
    int columns() const override { return ColumnCount; }
    QVariant cell(const RankRow &row, int column, int role) const override;
    QVariant header(int column, int role) const override;
    QString keyOf(const RankRow &row) const override { return row.key; }

private:
    QString text(const RankRow &row, int column) const;
    QVariant sortKey(const RankRow &row, int column) const;
    QString toolTip(const RankRow &row, int column) const;

    qint64 m_now = 0;
};

} // namespace Roost
