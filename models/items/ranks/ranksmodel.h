// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/keyedtablemodel.h"
#include "models/items/base/tone.h"
#include "models/items/ranks/rankrow.h"

namespace Roost::Items {

Tone toneOf(RankState state);
/// Returns the state in words for users; empty if it is not known.
QString stateText(RankState state);

/// The ranks of a run as a table.
class RanksModel : public KeyedTableModel<RankRow, LogSource>
{
    Q_OBJECT
public:
    enum Column { Rank, State, LastLine, Lines, Errors, Rate, Node, Exit, Cause };
    enum Role {
        RankRole = ItemRole::ModelRole, // int; invalid for a log without a rank
        LogsRole,
        StateRole, // int(RankState)
    };

    explicit RanksModel(QObject *parent = nullptr);

    /// Updates the cells that depend on the time. `now` is the time of the activity's clock, empty if it is not known.
    void setNow(std::optional<TimePoint> now);

protected:
    LogSource keyOf(const RankRow &row) const override { return row.source; }
    QVariant rowData(const RankRow &row, int role) const override;

private:
    static QList<TableColumn<RankRow>> usualColumns(const RanksModel *model);
    static QList<TableColumn<RankRow>> furtherColumns();
    QString lastLineText(const RankRow &row) const;

    std::optional<TimePoint> m_now;
};

} // namespace Roost::Items
