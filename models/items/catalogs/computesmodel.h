// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/run.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// A compute with its active runs, newest first.
struct ComputeRow
{
    Compute compute;
    QList<Run> runs;
    bool operator==(const ComputeRow &) const = default;
};

/// The compute targets of a workspace, sorted by name.
class ComputesModel : public KeyedTableModel<ComputeRow, QString>
{
    Q_OBJECT
public:
    enum Column { Name, State, Nodes, Size, Running };

    explicit ComputesModel(QObject *parent = nullptr);

    /// The lists of computes and of runs may have different ages; a run on an unknown compute is not shown.
    void setComputes(const QList<Compute> &computes);
    void setActiveRuns(const QList<Run> &runs);
    const ComputeRow *find(const QString &name) const;

    /// Returns "1 of 2 busy, at most 4", "2 of 5 busy, 2 leaving, 3 wanted, at most 6", "None now, at most 4" or "This
    /// machine".
    static QString nodesText(const Compute &compute);
    /// Returns "Ready", "Resizing" ...
    static QString stateText(const Compute &compute);
    /// Returns the cores and GPUs of a node, "8 cores, 1 GPU"; the name of the size if the counts are not known.
    static QString sizeText(const Compute &compute);

protected:
    QString keyOf(const ComputeRow &row) const override { return row.compute.name; }

private:
    static QList<TableColumn<ComputeRow>> allColumns();
    void combine();

    QList<Compute> m_computes;
    QList<Run> m_runs;
};

} // namespace Roost::Items
