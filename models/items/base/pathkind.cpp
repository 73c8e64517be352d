// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/pathkind.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

namespace Roost::Items {

namespace {

// A separate pool, because a hanging file system would block the few threads of the global pool. It is never destroyed:
// its destructor would wait for hanging threads when the program exits.
QThreadPool &pool()
{
    static auto *pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(16);
        return made;
    }();
    return *pool;
}

} // namespace

Future<PathKind> pathKind(const QString &path)
{
    const Promise<PathKind> promise;
    pool().start([promise, path] {
        if (promise.isCanceled())
            return;
        const QFileInfo info(path);
        promise.resolve(info.isDir() ? PathKind::Folder : info.exists() ? PathKind::File : PathKind::Nothing);
    });
    return promise.future();
}

Future<QStringList> existingPaths(const QString &folder, const QStringList &paths)
{
    const Promise<QStringList> promise;
    pool().start([promise, folder, paths] {
        const QDir place(folder);
        QStringList taken;
        for (const QString &path : paths) {
            if (promise.isCanceled())
                return;
            // A dangling link counts as existing, because writing to the path would replace it.
            const QFileInfo info(place.filePath(path));
            if (info.exists() || info.isSymLink())
                taken += path;
        }
        promise.resolve(taken);
    });
    return promise.future();
}

} // namespace Roost::Items
