// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/snapshotchanges.h"

#include <QCoreApplication>
#include <QHash>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotChanges)
};

constexpr int mostNamed = 3;

QString names(const QStringList &paths)
{
    const QString first = paths.first(qMin(paths.size(), qsizetype(mostNamed))).join(", "_L1);
    const int rest = int(paths.size()) - mostNamed;
    return rest > 0 ? Words::tr("%1 and %n more", "file names", rest).arg(first) : first;
}

} // namespace

QString snapshotChanges(const Snapshot::Listing &before, const Snapshot::Listing &after)
{
    QHash<QString, const Snapshot::File *> former;
    for (const Snapshot::File &file : before.files)
        former.insert(file.path, &file);
    QStringList added;
    QStringList changed;
    for (const Snapshot::File &file : after.files) {
        const Snapshot::File *was = former.take(file.path);
        if (!was)
            added += file.path;
        else if (was->size != file.size || was->modified != file.modified)
            changed += file.path;
    }
    QStringList gone = former.keys();
    gone.sort();
    QStringList sentences;
    if (!added.isEmpty())
        sentences += Words::tr("New: %1.").arg(names(added));
    if (!changed.isEmpty())
        sentences += Words::tr("Changed: %1.").arg(names(changed));
    if (!gone.isEmpty())
        sentences += Words::tr("Not sent any more: %1.").arg(names(gone));
    return sentences.join(u' ');
}

} // namespace Roost::Items
