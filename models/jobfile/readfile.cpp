// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/readfile.h"

#include "models/core/words.h"

#include <QFile>
#include <QFileInfo>

namespace Roost::JobFile {

using namespace Qt::StringLiterals;

Result<QString> readFromDisk(const QString &absolutePath)
{
    QFile file(absolutePath);
    // Opening a pipe would block.
    if (const QFileInfo info(absolutePath); info.exists() && !info.isFile())
        return failure(ErrorKind::Rejected,
                       Words::tr("%1 is a folder, a pipe or a device. Name a file.").arg(absolutePath));
    if (!file.open(QIODevice::ReadOnly)) {
        const auto kind = file.exists() ? ErrorKind::Denied : ErrorKind::NotFound;
        return failure(kind, Words::tr("The file %1 cannot be read: %2.").arg(absolutePath, file.errorString()));
    }
    return QString::fromUtf8(file.read(4'000'001));
}

} // namespace Roost::JobFile
