// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitsummary.h"

#include "models/items/base/format.h"

#include <QCoreApplication>

#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Items::SubmitDraft)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QString environmentText(const EnvironmentRef &environment)
{
    if (environment.isInline()) {
        return environment.image.isEmpty() ? Words::tr("Written into the job")
                                           : Words::tr("Written into the job, %1").arg(environment.image);
    }
    if (environment.name.isEmpty())
        return {};
    return environment.name + (environment.version.isEmpty() ? u"@latest"_s : u':' + environment.version);
}

QString nodesText(const Job &job)
{
    return job.instanceCount == 1 ? Words::tr("1 node") : Words::tr("%n nodes", nullptr, job.instanceCount);
}

QString processesText(const Job &job)
{
    const int processes = job.distribution.processesPerNode;
    return processes == 1 ? Words::tr("1 process") : Words::tr("%n processes", nullptr, processes);
}

QString codeText(const SubmitForm &form)
{
    if (form.launch() == SubmitForm::Launch::Command)
        return form.commandText().simplified();
    const QString script = form.script();
    const auto words = form.arguments();
    if (script.isEmpty() || !words || words->isEmpty())
        return script;
    const int count = int(words->size());
    return count == 1 ? Words::tr("%1 with 1 argument").arg(script)
                      : Words::tr("%1 with %n arguments", nullptr, count).arg(script);
}

QString distributionText(const Job &job)
{
    if (!job.distribution.isDistributed())
        return Words::tr("One process");
    return Words::tr("%1: %2 × %3", "distribution: nodes × processes")
        .arg(displayName(job.distribution.type), nodesText(job), processesText(job));
}

QString filesText(const FolderListing &folder)
{
    return folder.listing() ? Format::files(folder.listing()->files.size(), folder.listing()->totalSize) : QString();
}

} // namespace

QString stepSummary(SubmitStep step, const SubmitForm &form, const FolderListing &folder)
{
    switch (step) {
    case SubmitStep::Code:
        return codeText(form);
    case SubmitStep::Compute:
        return form.parts().compute;
    case SubmitStep::Environment:
        return environmentText(form.parts().environment);
    case SubmitStep::Distribution:
        return distributionText(form.parts());
    case SubmitStep::Review:
        return form.reusesSnapshot() ? Words::tr("The files of the earlier run") : filesText(folder);
    }
    std::unreachable();
}

QString submitSummary(const SubmitForm &form, const FolderListing &folder)
{
    const Job &job = form.parts();
    QString where;
    if (job.distribution.isDistributed()) {
        where = Words::tr("%1 × %2", "nodes × processes").arg(nodesText(job), processesText(job));
        if (!job.compute.isEmpty())
            where = Words::tr("%1 on %2", "2 nodes × 2 processes on a compute").arg(where, job.compute);
    } else if (!job.compute.isEmpty()) {
        where = Words::tr("1 process on %1").arg(job.compute);
    }
    return joined({where, form.reusesSnapshot() ? Words::tr("the files of the earlier run") : filesText(folder)});
}

} // namespace Roost::Items
