// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/runstacks.h"

#include "models/core/wholewrite.h"
#include "models/files/containedfolder.h"
#include "models/files/openfile.h"
#include "models/process/processtree.h"
#include "models/process/stacks.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/trust/foldertrust.h"

#include <QDateTime>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Process;
using namespace Launch;
using namespace Trust;

namespace {

Result<QString> writeStack(const RunFolder &folder, int rank, const StackDump &dump, const QDateTime &now)
{
    QString path = u"logs/stacks_rank_%1_%2.txt"_s.arg(rank).arg(now.toString(u"yyyyMMddTHHmmss"_s));
    const QByteArray text = u"Rank %1 at %2\n%3"_s.arg(rank).arg(now.toString(Qt::ISODate), dump.text).toUtf8();
    auto opened = Files::ContainedFolder(folder.path).openForWriting(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!opened)
        return std::unexpected(opened.error());
    const auto file = Files::fileOver(std::move(*opened), QIODevice::WriteOnly);
    if (!writeWhole(*file, text) || !flushWhole(*file))
        return failure(ErrorKind::Failed, u"Cannot write %1: %2."_s.arg(path, file->errorString()));
    return path;
}

} // namespace

Result<QStringList> takeRunStacks(const RunFolder &folder)
{
    const auto plan = LaunchPlan::load(folder.launchFile());
    if (!plan)
        return failure(ErrorKind::Conflict, u"The run has no processes yet."_s);
    const auto events = readEvents(eventsFile(folder.state()));
    // The plan determines the PATH of the programs started here, so a plan of another user is not trusted.
    const QString ofRun = isOwn(folder.launchFile()) ? plan->environment.value(u"PATH"_s) + u':' : QString();
    const QString path = ofRun + qEnvironmentVariable("PATH");
    const auto family = events.supervisor && hasOpen(*events.supervisor, eventsFile(folder.state()))
                            ? descendantsOf(events.supervisor->pid)
                            : QList<ProcessKey>();
    const auto now = QDateTime::currentDateTimeUtc();
    QStringList written;
    for (const auto &[rank, process] : events.processes.asKeyValueRange()) {
        if (!isAlive(process) || !family.contains(process))
            continue;
        const auto file = writeStack(folder, rank, stacksOf(process, path), now);
        if (!file)
            return std::unexpected(file.error());
        written += *file;
    }
    if (written.isEmpty())
        return failure(ErrorKind::Conflict, u"No process of the run is there any more."_s);
    return written;
}

} // namespace Roost::Service::Jobs
