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

/// The jobs that were written for a workspace: the one that is not submitted yet, and the last few that were. Of
/// environment variables only the names are kept, and the values of those that the wizard's own controls write: the
/// store is plain text, and a typed value may be a token.
class SubmitMemory
{
public:
    struct Entry
    {
        Job job;
        QDateTime when; // UTC
    };

    explicit SubmitMemory(std::shared_ptr<DraftStore> store);

    /// Newest first, one for each folder and script; at most `most`.
    QList<Entry> recent() const;
    void remember(const Job &job);

    std::optional<Entry> unfinished() const;
    void setUnfinished(const Job &job);
    void clearUnfinished();

    /// The folder of this machine from which a snapshot was made; empty if it is not known.
    QString folderOf(const QString &codeId) const;
    void rememberFolder(const QString &codeId, const QString &folder);

    static constexpr int most = 8;

private:
    std::shared_ptr<DraftStore> m_store;
};

} // namespace Roost::Items
