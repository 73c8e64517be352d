// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/rundocument.h"

namespace Roost::Items {

/// What the sizes of a run's logs tell of its activity, for a back end that counts nothing: bytes, and when they were
/// seen to grow. Each question looks at a few logs in turn, so that thousands of them cost no more than one.
class SizeFeed : public ActivityFeed
{
public:
    /// `run` outlives it.
    explicit SizeFeed(const RunDocument &run);
    ~SizeFeed() override;

    /// Nothing while the run has no log. With an empty cursor all that is known, else what was seen to grow.
    Future<RunActivity> activity(const QString &runId, const QString &cursor) override;

private:
    struct Round;
    void take(const std::shared_ptr<Round> &round, qsizetype at, const Result<Chunk> &chunk);

    const RunDocument &m_run;
    RunActivity m_known;
    qsizetype m_next = 0;
    std::shared_ptr<Round> m_round;
};

} // namespace Roost::Items
