// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/keyedtablemodel.h"
#include "models/snapshot/snapshot.h"

namespace Roost::Items {

/// One path of the folder, and what becomes of it.
struct SnapshotRow
{
    enum class Fate {
        Sent,
        LeftOut, // by a rule
        Kept,    // left out, because a local workspace keeps it there
        Stored,  // the workspace has it already, as part of an earlier snapshot
    };
    QString path; // of a folder that is left out whole: ends with '/'
    qint64 size = 0;
    Fate fate = Fate::Sent;
    /// What left it out, or brought it back; empty file where no rule speaks of it.
    Snapshot::RulePlace rule;
    /// What is to be thought of before it is sent; empty where nothing.
    QString warning;
    bool operator==(const SnapshotRow &) const = default;
};

/// What of a folder is sent and what is not: files with warnings first, then what is sent, then what is left out.
class SnapshotModel : public KeyedTableModel<SnapshotRow, QString>
{
    Q_OBJECT
public:
    enum Column { Path, Size, Why };
    enum Role { SentRole = ModelRole }; // bool

    explicit SnapshotModel(QObject *parent = nullptr);

    void setListing(const Snapshot::Listing &listing);
    /// The files of a snapshot that the workspace holds already.
    void setStored(const QList<SnapshotFile> &files);

protected:
    QString keyOf(const SnapshotRow &row) const override { return row.path; }
    QVariant rowData(const SnapshotRow &row, int role) const override;

private:
    static QList<TableColumn<SnapshotRow>> allColumns();
};

} // namespace Roost::Items
