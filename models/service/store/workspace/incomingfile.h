// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/containedfolder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace Roost::Service::Store {

/// A file that is being received: it is written among the workspace's uploads and moved to its place when it is whole,
/// with the folders on the way. Nothing remains of it when it is not finished.
class IncomingFile
{
public:
    /// `path` below `folder` is its final place.
    IncomingFile(const WorkspaceFolder &workspace, Files::ContainedFolder folder, QString path);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    /// Returns false when the disk refuses; `finish` then returns why.
    bool write(QByteArrayView piece);
    Result<void> finish();
    /// Whether it failed because the disk, or the user's share of it, is full.
    bool isDiskFull() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Store
