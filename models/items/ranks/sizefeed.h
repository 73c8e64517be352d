// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"

namespace Roost::Items {

/// The activity of a run derived from the sizes of its logs, for a back end that counts nothing: bytes, and when they
/// were seen to grow. Each request reads the sizes of a few logs in turn, so that its cost does not depend on their
/// number.
class SizeFeed : public ActivityFeed
{
public:
    /// `run` outlives it.
    explicit SizeFeed(const RunDocument &run);
    ~SizeFeed() override;

    /// Empty while the run has no log. With an empty cursor all that is known, else the logs that grew.
    Future<RunActivity> activity(const QString &runId, const QString &cursor) override;

private:
    struct Round;
    void onSize(const std::shared_ptr<Round> &round, qsizetype at, const Result<Chunk> &chunk);

    const RunDocument &m_run;
    RunActivity m_known;
    qsizetype m_next = 0;
    std::shared_ptr<Round> m_round;
};

} // namespace Roost::Items
