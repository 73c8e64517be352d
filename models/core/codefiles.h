// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost {

/// A file that is sent with a job, with its state at the time its folder was read.
struct CodeFile
{
    QString path; // relative to the folder, with '/'
    qint64 size = 0;
    qint64 modified = 0; // in ticks of the file system, only for comparison; 0 if unknown
    bool operator==(const CodeFile &) const = default;
};

/// The files of a job's code folder that are sent with the job, in the order in which they enter the content hash.
struct CodeFiles
{
    QString folder; // absolute
    QList<CodeFile> files;
    bool operator==(const CodeFiles &) const = default;
};

} // namespace Roost
