// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost {

/// A file that is sent with a job, as it was when its folder was read.
struct CodeFile
{
    QString path; // relative to the folder, with '/'
    qint64 size = 0;
    qint64 modified = 0; // in ticks of the file system, only to be compared; 0: not known
    bool operator==(const CodeFile &) const = default;
};

/// The files of a job's code folder that are sent, in the order of the content hash.
struct CodeFiles
{
    QString folder; // absolute
    QList<CodeFile> files;
    bool operator==(const CodeFiles &) const = default;
};

} // namespace Roost
