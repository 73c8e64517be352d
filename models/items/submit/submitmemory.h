// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Roost::Items {

/// The jobs that were written for a workspace, kept in the user's settings: the one that is not submitted
/// yet, and the last few that were. Of environment variables only the names are kept, and the values
/// of those that the wizard's own controls write: settings are plain text, and what is typed may be a token.
class SubmitMemory
{
public:
    struct Entry
    {
        Job job;
        QDateTime when; // UTC
    };

    /// `workspace` is the session's address.
    explicit SubmitMemory(const QString &workspace);

    /// Newest first, one for each folder and script, at most `most`.
    QList<Entry> recent() const;
    void remember(const Job &job);

    std::optional<Entry> unfinished() const;
    void setUnfinished(const Job &job);
    void clearUnfinished();

    /// The folder that a snapshot was made of, on this machine; empty where it is not known.
    QString folderOf(const QString &codeId) const;
    void rememberFolder(const QString &codeId, const QString &folder);

    static constexpr int most = 8;

private:
    QString m_group;
};

} // namespace Roost::Items
