// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/bloblist.h"

namespace Roost::Service::Blob {

QByteArray etagOf(const Files::FileFacts &facts)
{
    return "\"0x" + QByteArray::number(facts.inode, 16).toUpper() + 'R' +
           QByteArray::number(quint64(facts.bornMs), 16).toUpper() + '"';
}

Wire::ListedBlob listedBlob(const BlobEntry &entry)
{
    return {entry.name, entry.facts.size, entry.facts.modified, QString::fromLatin1(etagOf(entry.facts)), {}};
}

} // namespace Roost::Service::Blob
