// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/opening.h"

#include "models/service/jobs/jobrecord.h"
#include "models/service/store/database/databasemark.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/trust/knownworkspace.h"
#include "models/trust/privatefile.h"

#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace Jobs;
using namespace Store;
using namespace Trust;

namespace {

struct Found
{
    qint64 mark = 0;
    QStringList active;
};

Result<Found> activeJobs(WorkspaceStore &store)
{
    const auto mark = store.database().write([](Connection &connection) { return databaseMark(connection); });
    if (!mark)
        return std::unexpected(mark.error());
    return store.database().read([&mark](Connection &connection) {
        Found found{*mark, {}};
        for (const JobRecord &record : JobRows::active(connection))
            found.active += record.job.name;
        return found;
    });
}

} // namespace

int closeToOthers(const WorkspaceFolder &folder)
{
    int open = 0;
    const QStringList files{folder.database(), folder.database() + u"-wal"_s, folder.database() + u"-shm"_s,
                            folder.log(), folder.log() + u".1"_s};
    for (const QString &file : files)
        open += makeFilePrivate(file) ? 1 : 0;
    std::error_code problem;
    for (std::filesystem::directory_iterator run(QFile::encodeName(folder.runs()).toStdString(), problem), end;
         !problem && run != end; run.increment(problem)) {
        const auto plan = run->path() / "state" / "launch.json";
        open += makeFilePrivate(QFile::decodeName(QByteArray::fromStdString(plan.native()))) ? 1 : 0;
    }
    return open;
}

Result<QStringList> heldJobs(WorkspaceStore &store)
{
    const auto found = activeJobs(store);
    if (!found)
        return std::unexpected(found.error());
    auto known = KnownWorkspace::read(store.folder().path);
    const auto before = known;
    known.held = known.database == found->mark ? known.held : found->active;
    known.held.removeIf([&](const QString &run) { return !found->active.contains(run); });
    known.database = found->mark;
    if (known.database != before.database || known.held != before.held) {
        if (const auto written = known.write(); !written)
            qWarning("The opening of this workspace cannot be recorded: %s", qUtf8Printable(written.error().text));
    }
    return known.held;
}

Result<void> releaseHeld(const WorkspaceFolder &folder, const QString &runId)
{
    auto known = KnownWorkspace::read(folder.path);
    return known.held.removeAll(runId) > 0 ? known.write() : Result<void>();
}

} // namespace Roost::Service
