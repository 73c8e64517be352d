// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How what is written becomes a run.
#include "ui/submit/submitwizard.h"

#include "models/items/submit/snapshotchanges.h"
#include "ui/submit/reviewstep.h"
#include "ui/submit/steplist.h"
#include "ui/submit/wizardfooter.h"
#include "ui/widgets/bar.h"

#include <QAction>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

void SubmitWizard::submit()
{
    if (m_seen)
        return;
    if (!session().jobs()) {
        const QString why = session().whyNoNewRun();
        m_error->setError(
            tr("The run cannot be submitted."),
            why.isEmpty() ? Error{ErrorKind::Unreachable, tr("The workspace is not connected."), session().error().text}
                          : Error{ErrorKind::Rejected, why, {}});
        return;
    }
    if (!m_draft.canSubmit())
        return refuse();
    m_confirm->hide();
    m_error->clear();
    if (!m_draft.listing())
        return send(); // the snapshot of an earlier run does not change
    m_seen = m_draft.listing();
    m_seenFor = m_draft.job();
    m_draft.refreshListing();
}

void SubmitWizard::refuse()
{
    if (m_step != SubmitStep::Review)
        goTo(SubmitStep::Review);
    m_reviewStep->insist();
    m_foot->setText(m_draft.isListing() ? m_draft.problemText(SubmitField::Folder)
                                        : tr("Something is missing, see the list above."));
}

// What is sent is what was looked at, or one is asked again.
void SubmitWizard::folderRead()
{
    if (!m_seen || m_draft.isListing())
        return;
    const Snapshot::Listing seen = *std::exchange(m_seen, std::nullopt);
    showState();
    if (!(m_draft.job() == m_seenFor))
        return; // something else is wanted by now
    if (!m_draft.canSubmit())
        return refuse();
    const QString changes = snapshotChanges(seen, *m_draft.listing());
    if (changes.isEmpty())
        sendOrAsk();
    else
        m_confirm->ask(
            tr("The folder changed since you looked at it. %1").arg(changes), tr("Submit run"), [this] { submit(); },
            tr("Not yet"));
}

// A key that is sent can be read by whoever sees the run, and cannot be taken back.
void SubmitWizard::sendOrAsk()
{
    using Kind = Snapshot::Warning::Kind;
    QStringList secrets;
    const QList<Snapshot::Warning> &warnings = m_draft.listing()->warnings;
    for (const Snapshot::Warning &warning : warnings) {
        const bool isSecret = warning.kind == Kind::SecretName || warning.kind == Kind::SecretContent;
        if (isSecret && !m_acceptedSecrets.contains(m_draft.folder() + u'/' + warning.path))
            secrets += warning.path;
    }
    if (secrets.isEmpty())
        return send();
    m_confirm->ask(
        secrets.size() == 1
            ? tr("%1 looks like a secret. Whoever sees the run can read it. Send it all the same?").arg(secrets.first())
            : tr("%1 and %n more look like secrets. Whoever sees the run can read them. Send them all the same?",
                 nullptr, int(secrets.size()) - 1)
                  .arg(secrets.first()),
        tr("Send and submit"),
        [this, secrets] {
            for (const QString &path : secrets)
                m_acceptedSecrets += m_draft.folder() + u'/' + path;
            submit();
        },
        tr("Not yet"));
}

void SubmitWizard::send()
{
    JobService *service = session().jobs();
    if (!service)
        return;
    m_submission.start(*service, m_draft.job(), m_draft.codeFiles());
    navigator().track(m_submission.work());
    m_foot->setWork(m_submission.work());
    showState();
}

void SubmitWizard::showState()
{
    const bool sending = isSending();
    for (QWidget *part : std::initializer_list<QWidget *>{m_confirm, m_notice, m_steps, m_stack})
        part->setEnabled(!sending);
    for (QAction *action : menuActions() + headerActions())
        action->setEnabled(!sending || action == m_save);
    m_foot->show(m_step, sending);
    if (m_seen)
        m_foot->setText(tr("Looking at the folder once more…"));
    if (m_submission.state() == Submission::State::Failed && !m_error->hasError())
        m_error->setError(tr("The run could not be submitted."), m_submission.error());
    else if (m_submission.state() != Submission::State::Failed && m_error->hasError())
        m_error->clear();
}

void SubmitWizard::submitted(const Run &run)
{
    m_confirm->hide();
    m_submitted = true;
    m_rememberTimer.stop();
    m_opened = m_draft.job();
    m_memory.remember(m_opened);
    m_memory.rememberFolder(run.codeId, m_opened.codePath);
    m_memory.clearUnfinished();
    say(tr("This run was submitted. Submitting once more makes another one."));
    session().quicken();
    navigator().openRun(run.id);
}

} // namespace Roost::Ui
