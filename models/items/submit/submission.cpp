// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submission.h"

#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"

#include <QPointer>

#include <utility>

namespace Roost::Items {

Submission::Submission(QObject *parent)
    : QObject(parent)
{
}

Submission::~Submission()
{
    if (m_state != State::Working)
        return;
    m_state = State::Idle;
    m_runReply.cancel();
    m_work->cancel();
}

void Submission::start(JobService &service, const Job &job, const std::optional<CodeFiles> &reviewed)
{
    if (m_state == State::Working)
        return;
    m_state = State::Working;
    m_error = {};
    m_progress = {};
    m_run = {};
    m_work = std::make_shared<LongWork>(job.displayName.isEmpty() ? tr("Submitting the run")
                                                                  : tr("Submitting %1").arg(job.displayName),
                                        [self = QPointer(this)] {
                                            if (self)
                                                self->cancel();
                                        });
    const auto onProgress = [self = QPointer(this), work = std::weak_ptr(m_work)](const SubmitProgress &progress) {
        const auto own = work.lock();
        if (!self || !own || own != self->m_work || self->m_state != State::Working)
            return;
        self->m_progress = progress;
        const bool counts = progress.total > 0;
        own->report(progress.done, progress.total, counts ? LongWork::Unit::Bytes : LongWork::Unit::None,
                    stepText(progress.step));
        Q_EMIT self->changed();
    };
    m_runReply.watch(service.submit(job, onProgress, reviewed), [this](Result<Run> result) {
        if (!result) {
            m_state = State::Failed;
            m_error = result.error();
            m_work->fail(m_error);
            Q_EMIT changed();
            return;
        }
        m_state = State::Done;
        m_run = std::move(*result);
        m_work->succeed(tr("Submitted %1").arg(nameOf(m_run)));
        Q_EMIT changed();
        Q_EMIT submitted(m_run);
    });
    Q_EMIT changed();
}

void Submission::cancel()
{
    if (m_state != State::Working)
        return;
    m_runReply.cancel();
    m_state = State::Idle;
    const auto work = m_work;
    work->cancel();
    Q_EMIT changed();
}

QString Submission::stepText(SubmitProgress::Step step)
{
    switch (step) {
    case SubmitProgress::Step::Hashing:
        return tr("Looking at the files");
    case SubmitProgress::Step::Uploading:
        return tr("Uploading");
    case SubmitProgress::Step::Environment:
        return tr("Registering the environment");
    case SubmitProgress::Step::Submitting:
        return tr("Submitting the job");
    }
    std::unreachable();
}

QString Submission::progressText(const SubmitProgress &progress)
{
    QString step = stepText(progress.step);
    if (progress.total <= 0)
        return step;
    return tr("%1: %2 of %3").arg(step, Format::bytes(progress.done), Format::bytes(progress.total));
}

} // namespace Roost::Items
