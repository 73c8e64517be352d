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
    /// `draft` outlives it; `workspace` is the session's address.
    DraftAutosave(Items::SubmitDraft &draft, const QString &workspace);
    /// Saves at once what the timer would have saved.
    ~DraftAutosave() override;

    /// Puts the job that was saved and not submitted into the draft. Returns when it was saved, nothing if none was.
    std::optional<QDateTime> restore();
    /// Replaces the draft; what was saved of it is deleted.
    void replaceBy(const Job &job);
    /// The draft as it is became `run`.
    void setSubmitted(const Run &run);

    /// Whether the draft differs from what it was opened with or submitted as.
    bool hasChanges() const;
    /// Whether replacing the draft would lose something.
    bool hasUnsubmitted() const;
    /// The draft was submitted and not changed since.
    bool isSubmitted() const { return m_isSubmitted; }

    /// Jobs that were submitted here, newest first.
    QList<Items::SubmitMemory::Entry> recent() const { return m_memory.recent(); }
    QStringList recentFolders() const;
    /// The folder of this machine from which a snapshot was made; empty if it is not known.
    QString folderOf(const QString &codeId) const { return m_memory.folderOf(codeId); }

Q_SIGNALS:
    /// The draft was changed after it had been submitted.
    void changedAgain();

private:
    void onDraftChanged();
    void save();

    Items::SubmitDraft &m_draft;
    Items::SubmitMemory m_memory;
    Job m_opened; // the draft without changes
    bool m_isSubmitted = false;
    QTimer m_timer;
};

} // namespace Roost::Ui
