// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/submit/submitmemory.h"

#include <QObject>
#include <QTimer>

namespace Roost::Items {
class SubmitDraft;
} // namespace Roost::Items

namespace Roost::Ui {

/// Saves the draft while it is edited, until it is submitted or replaced.
class DraftAutosave : public QObject
{
    Q_OBJECT
public:
    /// `draft` must outlive this object; `workspace` is the address of the session.
    DraftAutosave(Items::SubmitDraft &draft, const QString &workspace);
    /// Saves at once if a save is pending.
    ~DraftAutosave() override;

    /// Loads the saved, unsubmitted job into the draft. Returns when it was saved, or nothing if there is no such job.
    std::optional<QDateTime> restore();
    /// Replaces the draft and deletes its saved copy.
    void replace(const Job &job);
    /// Records that the current draft was submitted as `run`.
    void setSubmitted(const Run &run);

    /// Returns whether the draft differs from the job that was opened or last submitted.
    bool hasChanges() const;
    /// Returns whether replacing the draft would lose unsubmitted input.
    bool hasUnsubmitted() const;
    /// Returns whether the draft was submitted and has not changed since.
    bool isSubmitted() const { return m_isSubmitted; }

    /// Returns the jobs that were submitted by this user, newest first.
    QList<Items::SubmitMemory::Entry> recent() const { return m_memory.recent(); }
    QStringList recentFolders() const;
    /// Returns the local folder from which a snapshot was created; empty if it is not known.
    QString folderOf(const QString &codeId) const { return m_memory.folderOf(codeId); }

Q_SIGNALS:
    /// Emitted when the draft is changed after it was submitted.
    void changedAgain();

private:
    void onDraftChanged();
    void save();

    Items::SubmitDraft &m_draft;
    Items::SubmitMemory m_memory;
    Job m_opened; // the draft without the user's changes
    bool m_isSubmitted = false;
    QTimer m_timer;
};

} // namespace Roost::Ui
