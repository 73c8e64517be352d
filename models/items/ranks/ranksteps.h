// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QMap>

namespace Roost::Items {

/// The key of a metric that each rank logs under a key of its own: the rank, and the name that all ranks share.
struct RankKey
{
    int rank = 0;
    QString name;
    bool operator==(const RankKey &) const = default;
};

/// "loss_rank3", "loss/rank_3", "rank3/loss", "rank_3.loss", "train/rank-3/loss": the name is the rest, "loss" or
/// "train/loss". Empty for other keys.
std::optional<RankKey> rankKeyOf(const QString &key);

/// The times of the points of one metric, by rank: UTC milliseconds since 1970, in any order.
using StepTimes = QMap<int, QList<qint64>>;

/// `activity` with the points of a metric counted instead of the progress lines (ActivityBucket::progressCount).
/// `metrics` is by name. The metric with most points is used, of those of which every rank with a log has some points;
/// RunActivity::progressLine is then its name. Without such a metric the result is `activity`.
RunActivity withSteps(const RunActivity &activity, const QMap<QString, StepTimes> &metrics);

} // namespace Roost::Items
