// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/draftautosave.h"

#include "models/items/submit/submitdraft.h"
#include "ui/submit/draftsettings.h"

#include <chrono>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace std::chrono_literals;

namespace {
constexpr auto SaveAfter = 800ms; // after the last change
} // namespace

DraftAutosave::DraftAutosave(SubmitDraft &draft, const QString &workspace)
    : m_draft(draft)
    , m_memory(draftsOf(workspace))
    , m_opened(draft.job())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveAfter);
    connect(&m_timer, &QTimer::timeout, this, &DraftAutosave::save);
    connect(&m_draft, &SubmitDraft::changed, this, &DraftAutosave::onDraftChanged);
}

DraftAutosave::~DraftAutosave()
{
    if (m_timer.isActive())
        save();
}

void DraftAutosave::save()
{
    m_memory.setUnfinished(m_draft.job());
}

std::optional<QDateTime> DraftAutosave::restore()
{
    const auto unfinished = m_memory.unfinished();
    if (!unfinished)
        return std::nullopt;
    m_draft.setJob(unfinished->job);
    m_opened = m_draft.job();
    m_timer.stop();
    return unfinished->when;
}

void DraftAutosave::replace(const Job &job)
{
    m_isSubmitted = false;
    m_draft.setJob(job);
    m_opened = m_draft.job();
    m_memory.clearUnfinished();
    m_timer.stop();
}

void DraftAutosave::setSubmitted(const Run &run)
{
    m_isSubmitted = true;
    m_timer.stop();
    m_opened = m_draft.job();
    m_memory.remember(m_opened);
    m_memory.rememberFolder(run.codeId, m_opened.codePath);
    m_memory.clearUnfinished();
}

void DraftAutosave::onDraftChanged()
{
    if (!hasChanges())
        return;
    m_timer.start();
    if (std::exchange(m_isSubmitted, false))
        Q_EMIT changedAgain();
}

// The lists select their first row by themselves, which is not a change by the user.
bool DraftAutosave::hasChanges() const
{
    Job job = m_draft.job();
    if (m_opened.compute.isEmpty())
        job.compute.clear();
    if (m_opened.environment == EnvironmentRef{} && !job.environment.isInline())
        job.environment = {};
    return !(job == m_opened);
}

bool DraftAutosave::hasUnsubmitted() const
{
    return hasChanges() || m_memory.unfinished();
}

QStringList DraftAutosave::recentFolders() const
{
    QStringList folders;
    for (const QList<SubmitMemory::Entry> entries = recent(); const SubmitMemory::Entry &entry : entries) {
        if (!entry.job.codePath.isEmpty() && !folders.contains(entry.job.codePath))
            folders += entry.job.codePath;
    }
    return folders;
}

} // namespace Roost::Ui
