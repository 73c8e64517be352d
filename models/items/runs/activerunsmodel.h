// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// The active runs in a few columns, for the home page.
class ActiveRunsModel : public KeyedTableModel<Run, QString>
{
    Q_OBJECT
public:
    enum Column { Name, State, Experiment, Compute, Duration };

    explicit ActiveRunsModel(QObject *parent = nullptr);

    /// Updates the durations. Call once a second while the table is visible.
    void tick() { touchColumn(Duration); }

protected:
    QString keyOf(const Run &run) const override { return run.id; }

private:
    static QList<TableColumn<Run>> allColumns();
};

} // namespace Roost::Items
