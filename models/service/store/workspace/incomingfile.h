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

/// A file that is being received: it is written in the workspace's folder of uploads and moved to its place when it is
/// complete; missing folders on the path are created. If it is not finished, all of it is removed.
class IncomingFile
{
public:
    /// `path`, relative to `folder`, is the final place of the file.
    IncomingFile(const WorkspaceFolder &workspace, Files::ContainedFolder folder, QString path);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    /// Returns false if the disk reports an error; `finish` then returns the reason.
    bool write(QByteArrayView piece);
    Result<void> finish();
    /// Returns whether writing failed because the disk, or the user's quota, is full.
    bool isDiskFull() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Store
