// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/pathkind.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

namespace Roost {

namespace {

// Apart from the pool of all other work, whose few threads it could hold up; and never destroyed, as that would
// wait for what hangs when the program ends.
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

Answer<PathKind> pathKind(const QString &path)
{
    const Question<PathKind> question;
    pool().start([question, path] {
        if (question.isCanceled())
            return;
        const QFileInfo info(path);
        question.give(info.isDir() ? PathKind::Folder : info.exists() ? PathKind::File : PathKind::Nothing);
    });
    return question.answer();
}

Answer<QStringList> takenPaths(const QString &folder, const QStringList &paths)
{
    const Question<QStringList> question;
    pool().start([question, folder, paths] {
        const QDir place(folder);
        QStringList taken;
        for (const QString &path : paths) {
            if (question.isCanceled())
                return;
            // A link that leads nowhere is taken too: it would be replaced.
            const QFileInfo info(place.filePath(path));
            if (info.exists() || info.isSymLink())
                taken += path;
        }
        question.give(taken);
    });
    return question.answer();
}

} // namespace Roost
