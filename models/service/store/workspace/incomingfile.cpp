// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/incomingfile.h"

#include "models/core/wholewrite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <optional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

struct IncomingFile::Private
{
    Private(Files::ContainedFolder target, QString name)
        : folder(std::move(target))
        , path(std::move(name))
    {
    }

    Files::ContainedFolder folder;
    QString path;
    QString staging;
    QTemporaryFile file;
    bool open = false;
    bool failed = false;
};

namespace {

constexpr auto hiddenFolder = "/.roost-uploads"_L1;

std::optional<dev_t> deviceOf(QString folder)
{
    struct stat facts = {};
    while (::stat(QFile::encodeName(folder).constData(), &facts) != 0) {
        const QString above = QFileInfo(folder).path();
        if (above == folder)
            return std::nullopt;
        folder = above;
    }
    return facts.st_dev;
}

/// Returns the folder in which a file grows: that of the workspace, or a hidden one beside the target if the target is
/// on another disk, because only a rename within one file system makes a file appear as a whole.
QString stagingFolder(const WorkspaceFolder &workspace, const QString &target)
{
    return deviceOf(target) == deviceOf(workspace.uploads()) ? workspace.uploads() : QString(target + hiddenFolder);
}

} // namespace

IncomingFile::IncomingFile(const WorkspaceFolder &workspace, Files::ContainedFolder folder, QString path)
    : d(new Private(std::move(folder), std::move(path)))
{
    d->staging = stagingFolder(workspace, d->folder.folder());
    if (d->staging != workspace.uploads())
        QDir().mkpath(d->staging);
    d->file.setFileTemplate(d->staging + u"/XXXXXXXX"_s);
    d->open = d->file.open();
}

IncomingFile::~IncomingFile()
{
    if (!d->staging.endsWith(hiddenFolder))
        return;
    d->file.close();
    if (d->file.autoRemove())
        d->file.remove();
    // Fails as long as other files arrive.
    QDir().rmdir(d->staging);
}

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
