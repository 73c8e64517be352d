// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How a SubmitDraft reads in words.
#include "models/items/base/format.h"
#include "models/items/submit/submitdraft.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QString environmentName(const EnvironmentRef &environment)
{
    if (environment.name.isEmpty())
        return {};
    return environment.name + (environment.version.isEmpty() ? u"@latest"_s : u':' + environment.version);
}

} // namespace

QString SubmitDraft::stepSummary(SubmitStep step) const
{
    switch (step) {
    case SubmitStep::Code: {
        if (m_launch == Launch::Command)
            return m_commandText.simplified();
        const auto words = arguments();
        if (m_script.isEmpty() || !words || words->isEmpty())
            return m_script;
        const int count = int(words->size());
        return count == 1 ? tr("%1 with 1 argument").arg(m_script)
                          : tr("%1 with %n arguments", nullptr, count).arg(m_script);
    }
    case SubmitStep::Compute:
        return m_job.compute;
    case SubmitStep::Environment:
        if (m_job.environment.isInline())
            return m_job.environment.image.isEmpty() ? tr("Written into the job")
                                                     : tr("Written into the job, %1").arg(m_job.environment.image);
        return environmentName(m_job.environment);
    case SubmitStep::Distribution: {
        const int count = nodes();
        const int processes = m_job.distribution.processesPerNode;
        if (m_job.distribution.type == Distribution::Type::None)
            return tr("One process");
        const QString nodeText = count == 1 ? tr("1 node") : tr("%n nodes", nullptr, count);
        const QString processText = processes == 1 ? tr("1 process") : tr("%n processes", nullptr, processes);
        return tr("%1: %2 × %3", "distribution: nodes × processes")
            .arg(Format::distribution(m_job.distribution.type), nodeText, processText);
    }
    case SubmitStep::Review: {
        if (reusesSnapshot())
            return tr("The files of the earlier run");
        if (!m_listing)
            return {};
        return Format::files(m_listing->files.size(), m_listing->totalSize);
    }
    }
    std::unreachable();
}

QString SubmitDraft::summary() const
{
    const int count = nodes();
    const int processes = m_job.distribution.processesPerNode;
    QString where;
    if (m_job.distribution.type != Distribution::Type::None) {
        where = tr("%1 × %2", "nodes × processes")
                    .arg(count == 1 ? tr("1 node") : tr("%n nodes", nullptr, count),
                         processes == 1 ? tr("1 process") : tr("%n processes", nullptr, processes));
        if (!m_job.compute.isEmpty())
            where = tr("%1 on %2", "2 nodes × 2 processes on a compute").arg(where, m_job.compute);
    } else if (!m_job.compute.isEmpty()) {
        where = tr("1 process on %1").arg(m_job.compute);
    }
    return joined({where, reusesSnapshot() ? tr("the files of the earlier run") : stepSummary(SubmitStep::Review)});
}

} // namespace Roost::Items
