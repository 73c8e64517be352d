// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/longwork.h"

#include <memory>

namespace Roost {

/// A file to fetch and where below the folder it goes, with '/' between folders.
struct FileToDownload
{
    QString path; // relative to the run
    QString target;
    qint64 size = -1;
};

/// Fetches files of a run into `folder`, one after the other, as one piece of work that can be canceled. What is
/// already complete stays when it is; it ends at the first error. `history` must outlive the work.
std::shared_ptr<LongWork> downloadFiles(RunHistory *history, const QString &runId, const QList<FileToDownload> &files,
                                        const QString &folder, const QString &title);

} // namespace Roost
