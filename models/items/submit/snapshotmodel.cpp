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

QString reasonText(const SnapshotRow &row)
{
    if (!row.warning.isEmpty())
        return row.warning.section(u'\n', 0, 0);
    if (row.fate == Fate::Stored)
        return SnapshotModel::tr("Stored with the earlier run");
    if (row.fate == Fate::Kept)
        return SnapshotModel::tr("Left out: it belongs to the workspace");
    if (row.rule.file.isEmpty())
        return row.fate == Fate::Sent ? SnapshotModel::tr("Sent") : SnapshotModel::tr("Left out");
    if (row.fate == Fate::Sent)
        return SnapshotModel::tr("Sent: %1 includes it again (%2)").arg(row.rule.toText(), row.rule.pattern);
    return SnapshotModel::tr("Left out by %1 (%2)").arg(row.rule.toText(), row.rule.pattern);
}

std::optional<Tone> reasonTone(const SnapshotRow &row)
{
    if (!row.warning.isEmpty())
        return Tone::Warning;
    return isInRun(row) ? Tone::Done : Tone::Neutral;
}

} // namespace

SnapshotModel::SnapshotModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
}

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

QVariant SnapshotModel::rowData(const SnapshotRow &row, int role) const
{
    return role == SentRole ? QVariant(row.fate == Fate::Sent) : QVariant();
}

QList<TableColumn<SnapshotRow>> SnapshotModel::allColumns()
{
    return {
        {.id = Path,
         .title = [] { return tr("File"); },
         .width = 28,
         .text = &SnapshotRow::path,
         .toolTip = &SnapshotRow::path},
        {.id = Size,
         .title = [] { return tr("Size"); },
         .width = 9,
         .isNumeric = true,
         .text =
             [](const SnapshotRow &row) {
                 return row.path.endsWith(u'/') || row.size < 0 ? QString() : Format::bytes(row.size);
             },
         .sortKey = &SnapshotRow::size,
         .toolTip =
             [](const SnapshotRow &row) {
                 return row.size >= 0 && isInRun(row) ? Format::exactBytes(row.size) : QString();
             }},
        {.id = Why,
         .title = [] { return tr("Sent or left out"); },
         .width = 34,
         .stretches = true,
         .text = reasonText,
         .toolTip = &SnapshotRow::warning,
         .tone = reasonTone},
    };
}

} // namespace Roost::Items
