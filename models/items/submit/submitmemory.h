// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/items/submit/draftstore.h"

#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

namespace Roost::Items {

/// The jobs that were written for a workspace: the one that is not submitted yet, and the last few that were. Only the
/// names of environment variables are stored, except for those that the wizard's controls write, whose values are
/// stored too: the store is plain text, and a typed value may be a token.
class SubmitMemory
{
public:
    struct Entry
    {
        Job job;
        QDateTime when; // UTC
    };

    explicit SubmitMemory(std::shared_ptr<DraftStore> store);

    /// Newest first, one entry per folder and script; at most `most` entries.
    QList<Entry> recent() const;
    void remember(const Job &job);

    std::optional<Entry> unfinished() const;
    void setUnfinished(const Job &job);
    void clearUnfinished();

    /// Returns the folder on this machine from which a snapshot was made; empty if it is not known.
    QString folderOf(const QString &codeId) const;
    void rememberFolder(const QString &codeId, const QString &folder);

    static constexpr int most = 8;

private:
    std::shared_ptr<DraftStore> m_store;
};

} // namespace Roost::Items
