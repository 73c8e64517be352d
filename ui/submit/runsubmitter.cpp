// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/runsubmitter.h"

#include "models/items/submit/snapshotchanges.h"
#include "models/items/submit/submitdraft.h"
#include "models/items/workspace/workspacesession.h"
#include "ui/widgets/bar.h"

#include <utility>

namespace Roost::Ui {

using namespace Items;

RunSubmitter::RunSubmitter(SubmitDraft &draft, WorkspaceSession &session, ConfirmBar &confirm)
    : m_draft(draft)
    , m_session(session)
    , m_confirm(confirm)
{
    connect(&m_submission, &Submission::changed, this, &RunSubmitter::changed);
    connect(&m_submission, &Submission::submitted, this, &RunSubmitter::submitted);
    connect(&m_draft, &SubmitDraft::listingChanged, this, &RunSubmitter::onListingChanged);
}

void RunSubmitter::submit()
{
    if (isListing())
        return;
    if (!m_session.jobs()) {
        const QString why = m_session.whyNoNewRun();
        Q_EMIT unavailable(
            why.isEmpty() ? Error{ErrorKind::Unreachable, tr("The workspace is not connected."), m_session.error().text}
                          : Error{ErrorKind::Rejected, why, {}});
        return;
    }
    if (!m_draft.canSubmit()) {
        Q_EMIT refused();
        return;
    }
    Q_EMIT began();
    if (!m_draft.listing()) {
        send(); // the snapshot of an earlier run cannot change
        return;
    }
    m_reviewed = m_draft.listing();
    m_reviewedJob = m_draft.job();
    m_draft.refreshListing();
}

// Only what was reviewed is sent; if the folder has changed since, the user must confirm.
void RunSubmitter::onListingChanged()
{
    if (!m_reviewed || m_draft.isListing())
        return;
    const Snapshot::Listing reviewed = *std::exchange(m_reviewed, std::nullopt);
    Q_EMIT changed();
    if (!(m_draft.job() == m_reviewedJob))
        return; // the draft was edited meanwhile
    if (!m_draft.canSubmit()) {
        Q_EMIT refused();
        return;
    }
    const QString changes = snapshotChanges(reviewed, *m_draft.listing());
    if (changes.isEmpty())
        confirmSecretsAndSend();
    else
        m_confirm.showQuestion(
            tr("The folder changed since it was reviewed. %1").arg(changes), tr("Submit run"), [this] { submit(); },
            tr("Not yet"));
}

QStringList RunSubmitter::unacceptedSecrets() const
{
    using Kind = Snapshot::Warning::Kind;
    QStringList secrets;
    const QList<Snapshot::Warning> &warnings = m_draft.listing()->warnings;
    for (const Snapshot::Warning &warning : warnings) {
        const bool isSecret = warning.kind == Kind::SecretName || warning.kind == Kind::SecretContent;
        if (isSecret && !m_acceptedSecrets.contains(m_draft.folder() + u'/' + warning.path))
            secrets += warning.path;
    }
    return secrets;
}

// A key that is sent can be read by everyone with access to the run, and cannot be withdrawn.
void RunSubmitter::confirmSecretsAndSend()
{
    const QStringList secrets = unacceptedSecrets();
    if (secrets.isEmpty()) {
        send();
        return;
    }
    m_confirm.showQuestion(
        secrets.size() == 1
            ? tr("%1 looks like a secret. Anyone who sees the run can read it. Send it anyway?").arg(secrets.first())
            : tr("%1 and %n more look like secrets. Anyone who sees the run can read them. Send them anyway?", nullptr,
                 int(secrets.size()) - 1)
                  .arg(secrets.first()),
        tr("Send and submit"),
        [this, secrets] {
            for (const QString &path : secrets)
                m_acceptedSecrets += m_draft.folder() + u'/' + path;
            submit();
        },
        tr("Not yet"));
}

void RunSubmitter::send()
{
    JobService *service = m_session.jobs();
    if (!service)
        return;
    m_submission.start(*service, m_draft.job(), m_draft.codeFiles());
    Q_EMIT sending(m_submission.work());
}

} // namespace Roost::Ui
