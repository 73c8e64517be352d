// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"

namespace Roost::Items {

/// Derives the activity of a run from the sizes of its logs, for a back end that does not count it: bytes, and the
/// times at which the logs were seen to grow. Each request reads the sizes of a few logs in turn, so that its cost does
/// not depend on the number of logs.
class SizeFeed : public ActivityFeed
{
public:
    /// `run` must outlive this object.
    explicit SizeFeed(const RunDocument &run);
    ~SizeFeed() override;

    /// Returns all known activity if `cursor` is empty, otherwise the logs that grew. Empty if the run has no logs.
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
