// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/incomingfile.h"

#include "models/core/wholewrite.h"

#include <QFile>
#include <QTemporaryFile>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

struct IncomingFile::Private
{
    Files::ContainedFolder folder;
    QString path;
    QTemporaryFile file;
    bool open = false;
    bool failed = false;
};

IncomingFile::IncomingFile(const WorkspaceFolder &workspace, Files::ContainedFolder folder, QString path)
    : d(new Private{std::move(folder), std::move(path), QTemporaryFile(workspace.uploads() + u"/XXXXXXXX"_s)})
{
    d->open = d->file.open();
}

IncomingFile::~IncomingFile() = default;

bool IncomingFile::write(QByteArrayView piece)
{
    if (!d->open || d->failed || !writeWhole(d->file, piece))
        d->failed = true;
    return !d->failed;
}

bool IncomingFile::isDiskFull() const
{
    // Qt has a code for a full disk, but only a text for an exhausted quota.
    return d->file.error() == QFileDevice::ResourceError || d->file.errorString() == qt_error_string(EDQUOT);
}

Result<void> IncomingFile::finish()
{
    if (!d->open || d->failed || !flushWhole(d->file)) {
        d->failed = true;
        return failure(ErrorKind::Failed,
                       isDiskFull() ? u"%1 cannot be stored: the disk of the workspace is full. Make room on it and "
                                      "send the file again."_s.arg(d->path)
                                    : u"%1 cannot be stored: %2."_s.arg(d->path, d->file.errorString()));
    }
    d->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (const auto moved = d->folder.moveIn(QFile::encodeName(d->file.fileName()), d->path); !moved)
        return moved;
    d->file.setAutoRemove(false);
    return {};
}

} // namespace Roost::Service::Store
