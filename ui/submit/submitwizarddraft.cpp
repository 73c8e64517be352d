// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What takes the place of what is written, and where that is kept.
#include "ui/submit/submitwizard.h"

#include "ui/submit/codestep.h"
#include "ui/submit/reviewstep.h"
#include "ui/submit/steplist.h"
#include "ui/submit/steptitle.h"
#include "ui/widgets/bar.h"

#include <QFileDialog>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

void SubmitWizard::openJobFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a job file"), m_draft.folder(), tr("Job files (*.yml *.yaml)"));
    if (path.isEmpty())
        return;
    replaceBy([this, path] {
        leaveFields();
        if (const auto opened = m_draft.openJobFile(path); !opened) {
            navigator().notify(opened.error());
            return;
        }
        m_notice->hide();
        const bool broken = !m_draft.problemText(SubmitField::JobText).isEmpty();
        goTo(broken ? SubmitStep::Review : firstStep());
        if (broken)
            m_reviewStep->showJobText();
    });
}

void SubmitWizard::saveJobFile()
{
    const QString start = m_draft.folder().isEmpty() ? u"job.yml"_s : QString(m_draft.folder() + "/job.yml"_L1);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the job"), start, tr("Job files (*.yml *.yaml)"));
    if (path.isEmpty())
        return;
    if (const auto saved = m_draft.saveJobFile(path); !saved)
        navigator().notify(saved.error());
    else
        navigator().notify(tr("Saved %1").arg(path), Notice::Done);
}

void SubmitWizard::offer(const Job &prefill)
{
    if (prefill == Job{} || prefill == m_draft.job()) {
        if (m_submitted && !isSending())
            take(prefill);
        return;
    }
    if (isSending()) {
        navigator().notify(tr("A run is being sent. Wait until it is, or cancel it, and begin the next one then."),
                           Notice::Warning);
        return;
    }
    replaceBy([this, prefill] { take(prefill); });
}

// Asks first where something would be lost.
void SubmitWizard::replaceBy(std::function<void()> replacement)
{
    if (!isWritten() && !m_memory.unfinished())
        replacement();
    else
        m_confirm->ask(tr("What is written here was not submitted. Replace it?"), tr("Replace"), std::move(replacement),
                       tr("Go on editing"));
}

void SubmitWizard::startAfresh()
{
    const Job written = m_draft.job();
    const bool loses = isWritten() || m_memory.unfinished();
    take({});
    if (!loses)
        return;
    navigator().notify(tr("The draft was thrown away."), Notice::Info, tr("Undo"), [wizard = QPointer(this), written] {
        if (wizard && !wizard->isSending())
            wizard->takeBack(written);
    });
}

void SubmitWizard::takeBack(const Job &job)
{
    take({});
    m_draft.setJob(job);
    navigator().openWizard();
}

// A draft is kept for the next start as a job; text with an error is none.
bool SubmitWizard::mayLeave(const std::function<void()> &then)
{
    if (!m_draft.hasWrongJobText())
        return true;
    goTo(SubmitStep::Review);
    m_reviewStep->showJobText();
    m_confirm->ask(
        tr("The text of job.yml has an error, so that it cannot be kept for later."), tr("Discard changes"),
        [this, then] {
            m_draft.setJob(m_draft.job());
            then();
        },
        tr("Go on editing"));
    return false;
}

void SubmitWizard::take(const Job &job)
{
    m_notice->hide();
    m_confirm->hide();
    m_submitted = false;
    leaveFields();
    m_draft.setJob(job);
    m_opened = m_draft.job();
    m_memory.clearUnfinished();
    m_rememberTimer.stop();
    m_codeStep->setOriginalFolder(m_memory.folderOf(m_draft.reusedSnapshot()));
    goTo(firstStep());
    beginAnew();
}

// A form that is all filled in opens on its review; an earlier run is submitted again to change something.
SubmitStep SubmitWizard::firstStep() const
{
    return m_draft.isFilledIn() && !m_draft.reusesSnapshot() ? SubmitStep::Review : SubmitStep::Code;
}

// What stands there was not written by a person yet, so nothing of it is wrong yet.
void SubmitWizard::beginAnew()
{
    m_steps->beginAnew();
    for (StepView *view : std::as_const(m_views))
        view->beginAnew();
    if (m_step != SubmitStep::Review)
        return;
    const QList<SubmitStep> steps = submitSteps();
    for (const SubmitStep step : steps.first(int(SubmitStep::Review)))
        m_steps->markVisited(step);
}

// A field that is being typed in keeps what was typed; now that gives way too.
void SubmitWizard::leaveFields()
{
    setFocus(Qt::OtherFocusReason);
}

void SubmitWizard::say(const QString &text)
{
    m_notice->setMessage(Tone::Neutral, u"info"_s, text);
    m_notice->show();
}

void SubmitWizard::draftChanged()
{
    if (!isWritten())
        return;
    m_rememberTimer.start();
    if (std::exchange(m_submitted, false))
        m_notice->hide();
}

// Lists choose their first row by themselves; that alone is no draft.
bool SubmitWizard::isWritten() const
{
    Job job = m_draft.job();
    if (m_opened.compute.isEmpty())
        job.compute.clear();
    if (m_opened.environment == EnvironmentRef{} && !job.environment.isInline())
        job.environment = {};
    return !(job == m_opened);
}

} // namespace Roost::Ui
