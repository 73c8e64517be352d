// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// The runs that go on now, in a few columns, for the home page.
class ActiveRunsModel : public KeyedTableModel<Run, QString>
{
    Q_OBJECT
public:
    enum Column { Name, State, Experiment, Compute, Duration, ColumnCount };

    using KeyedTableModel::KeyedTableModel;

    /// Durations go on; call it each second while somebody looks.
    void tick() { touchColumn(Duration); }

protected:
    int columns() const override { return ColumnCount; }
    QVariant cell(const Run &run, int column, int role) const override;
    QVariant header(int column, int role) const override;
    QString keyOf(const Run &run) const override { return run.id; }
};

} // namespace Roost::Items
