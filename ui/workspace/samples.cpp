// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/samples.h"

#include "models/jobfile/jobdocument.h"

#include <QCoreApplication>
#include <QDir>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

QString sampleFolder(const QString &name)
{
    QDir folder(QCoreApplication::applicationDirPath());
    const QString installed = folder.filePath(u"../share/roost/samples/"_s + name);
    if (QDir(installed).exists())
        return QDir(installed).canonicalPath();
    // The build tree is inside the source tree.
    for (int up = 0; up < 6; ++up) {
        const QString source = folder.filePath(u"resources/samples/"_s + name);
        if (QDir(source).exists())
            return QDir(source).canonicalPath();
        if (!folder.cdUp())
            break;
    }
    return {};
}

std::optional<Job> sampleJob(const QString &name)
{
    const QString folder = sampleFolder(name);
    if (folder.isEmpty())
        return std::nullopt;
    const auto document = JobFile::JobDocument::fromFile(QDir(folder).filePath(u"job.yml"_s));
    if (!document)
        return std::nullopt;
    Job job = document->job();
    job.codePath = folder;
    return job;
}

} // namespace Roost::Ui
