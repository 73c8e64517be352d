// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/snapshotmodel.h"

#include "models/items/base/format.h"
#include "models/items/base/tone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

using Fate = SnapshotRow::Fate;

bool isInRun(const SnapshotRow &row)
{
    return row.fate == Fate::Sent || row.fate == Fate::Stored;
}

} // namespace

void SnapshotModel::setListing(const Snapshot::Listing &listing)
{
    QHash<QString, QStringList> warnings;
    for (const Snapshot::Warning &warning : listing.warnings) {
        if (!warning.path.isEmpty())
            warnings[warning.path] += warning.message;
    }
    QList<SnapshotRow> rows;
    rows.reserve(listing.files.size() + listing.excluded.size());
    for (const Snapshot::File &file : listing.files)
        rows += SnapshotRow{file.path, file.size, Fate::Sent, file.keptBy, warnings.value(file.path).join(u'\n')};
    std::ranges::stable_partition(rows, [](const SnapshotRow &row) { return !row.warning.isEmpty(); });
    for (const Snapshot::Excluded &excluded : listing.excluded)
        rows += SnapshotRow{
            excluded.path, excluded.size, excluded.isOfWorkspace() ? Fate::Kept : Fate::LeftOut, excluded.rule, {}};
    setRows(std::move(rows));
}

void SnapshotModel::setStored(const QList<SnapshotFile> &files)
{
    QList<SnapshotRow> rows;
    rows.reserve(files.size());
    for (const SnapshotFile &file : files)
        rows += SnapshotRow{file.file.path, file.size, Fate::Stored, {}, {}};
    setRows(std::move(rows));
}

QVariant SnapshotModel::cell(const SnapshotRow &row, int column, int role) const
{
    switch (role) {
    case KeyRole:
        return row.path;
    case SentRole:
        return row.fate == Fate::Sent;
    case ToneRole:
        if (column != Why)
            return {};
        return int(!row.warning.isEmpty() ? Tone::Warning : isInRun(row) ? Tone::Done : Tone::Neutral);
    case Qt::TextAlignmentRole:
        return column == Size ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Path)
            return row.path;
        if (column == Size)
            return row.size >= 0 && isInRun(row) ? Format::exactBytes(row.size) : QString();
        return row.warning;
    case SortRole:
        if (column == Size)
            return row.size;
        break;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Path:
        return row.path;
    case Size:
        return row.path.endsWith(u'/') || row.size < 0 ? QString() : Format::bytes(row.size);
    case Why:
        if (!row.warning.isEmpty())
            return row.warning.section(u'\n', 0, 0);
        if (row.fate == Fate::Stored)
            return tr("Stored with the earlier run");
        if (row.fate == Fate::Kept)
            return tr("Left out: a workspace keeps it");
        if (row.rule.file.isEmpty())
            return row.fate == Fate::Sent ? tr("Sent") : tr("Left out");
        if (row.fate == Fate::Sent)
            return tr("Sent: %1 brings it back (%2)").arg(row.rule.toText(), row.rule.pattern);
        return tr("Left out by %1 (%2)").arg(row.rule.toText(), row.rule.pattern);
    default:
        return {};
    }
}

QVariant SnapshotModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Size ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Path:
        return tr("File");
    case Size:
        return tr("Size");
    case Why:
        return tr("Sent or left out");
    default:
        return {};
    }
}

} // namespace Roost::Items
