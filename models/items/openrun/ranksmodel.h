// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/keyedtablemodel.h"
#include "models/items/openrun/rankrow.h"

namespace Roost::Items {

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
    QString lastLineText(const RankRow &row) const;
    QVariant sortKey(const RankRow &row, int column) const;
    QString toolTip(const RankRow &row, int column) const;

    qint64 m_now = 0;
};

} // namespace Roost::Items
