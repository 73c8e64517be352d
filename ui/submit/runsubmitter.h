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

/// Submits the draft: lists its folder once more, has a person confirm what changed since the review and files that
/// look like secrets, then sends the job.
class RunSubmitter : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    RunSubmitter(Items::SubmitDraft &draft, Items::WorkspaceSession &session, ConfirmBar &confirm);

    /// Does nothing while the folder is listed.
    void submit();
    bool isListing() const { return m_reviewed.has_value(); }
    bool isSending() const { return m_submission.state() == Items::Submission::State::Working; }
    bool hasFailed() const { return m_submission.state() == Items::Submission::State::Failed; }
    const Error &error() const { return m_submission.error(); }

Q_SIGNALS:
    /// submit() continues: earlier errors and questions are of no use now.
    void began();
    /// The workspace takes no job now.
    void unavailable(const Roost::Error &error);
    /// The draft has a problem, named by its fields.
    void refused();
    /// The job is being sent.
    void sending(std::shared_ptr<Roost::Items::LongWork> work);
    /// isListing(), isSending(), hasFailed() or error() changed.
    void changed();
    void submitted(const Roost::Run &run);

private:
    void onListingChanged();
    void sendOrAskAboutSecrets();
    QStringList unacceptedSecrets() const;
    void send();

    Items::SubmitDraft &m_draft;
    Items::WorkspaceSession &m_session;
    ConfirmBar &m_confirm;
    Items::Submission m_submission;
    std::optional<Snapshot::Listing> m_reviewed; // while the folder is listed once more: the listing before
    Job m_reviewedJob;
    QStringList m_acceptedSecrets; // absolute paths of files that a person agreed to send
};

} // namespace Roost::Ui
