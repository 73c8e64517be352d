// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submission.h"
#include "models/snapshot/snapshot.h"

#include <QObject>

namespace Roost::Items {
class SubmitDraft;
class WorkspaceSession;
} // namespace Roost::Items

namespace Roost::Ui {

class ConfirmBar;

/// Submits the draft: lists its folder once more, asks the user to confirm changes since the review and files that look
/// like secrets, and sends the job.
class RunSubmitter : public QObject
{
    Q_OBJECT
public:
    /// `draft`, `session` and `confirm` must outlive this object.
    RunSubmitter(Items::SubmitDraft &draft, Items::WorkspaceSession &session, ConfirmBar &confirm);

    /// Does nothing while the folder is being listed.
    void submit();
    bool isListing() const { return m_reviewed.has_value(); }
    bool isSending() const { return m_submission.state() == Items::Submission::State::Working; }
    bool hasFailed() const { return m_submission.state() == Items::Submission::State::Failed; }
    const Error &error() const { return m_submission.error(); }

Q_SIGNALS:
    /// Emitted when submit() continues; earlier errors and questions are then obsolete.
    void began();
    /// Emitted if the workspace does not accept jobs at present.
    void unavailable(const Roost::Error &error);
    /// Emitted if the draft has a problem; its fields show it.
    void refused();
    /// Emitted when the job is being sent.
    void sending(std::shared_ptr<Roost::Items::LongWork> work);
    /// Emitted when isListing(), isSending(), hasFailed() or error() has changed.
    void changed();
    void submitted(const Roost::Run &run);

private:
    void onListingChanged();
    void confirmSecretsAndSend();
    QStringList unacceptedSecrets() const;
    void send();

    Items::SubmitDraft &m_draft;
    Items::WorkspaceSession &m_session;
    ConfirmBar &m_confirm;
    Items::Submission m_submission;
    std::optional<Snapshot::Listing> m_reviewed; // the previous listing, while the folder is listed once more
    Job m_reviewedJob;
    QStringList m_acceptedSecrets; // absolute paths of the files that the user has agreed to send
};

} // namespace Roost::Ui
