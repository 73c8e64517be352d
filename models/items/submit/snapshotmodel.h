// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/keyedtablemodel.h"
#include "models/snapshot/snapshot.h"

namespace Roost::Items {

/// One path of the folder, and whether it is sent.
struct SnapshotRow
{
    enum class Fate {
        Sent,
        LeftOut, // excluded by a rule
        Kept,    // excluded, because a local workspace stores its data there
        Stored,  // already stored in the workspace, as part of an earlier snapshot
    };
    QString path; // ends with '/' for a folder that is excluded entirely
    qint64 size = 0;
    Fate fate = Fate::Sent;
    /// The rule that excluded or included the path; its file is empty if no rule applies.
    Snapshot::RulePlace rule;
    /// A warning to read before the file is sent; empty if there is none.
    QString warning;
    bool operator==(const SnapshotRow &) const = default;
};

/// The paths of a folder: files with warnings first, then the other files that are sent, then the excluded paths.
class SnapshotModel : public KeyedTableModel<SnapshotRow, QString>
{
    Q_OBJECT
public:
    enum Column { Path, Size, Why };
    enum Role { SentRole = ModelRole }; // bool

    explicit SnapshotModel(QObject *parent = nullptr);

    void setListing(const Snapshot::Listing &listing);
    /// Shows the files of a snapshot that is already stored in the workspace.
    void setStored(const QList<SnapshotFile> &files);

protected:
    QString keyOf(const SnapshotRow &row) const override { return row.path; }
    QVariant rowData(const SnapshotRow &row, int role) const override;

private:
    static QList<TableColumn<SnapshotRow>> allColumns();
};

} // namespace Roost::Items
