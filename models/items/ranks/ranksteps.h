// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QMap>

namespace Roost::Items {

/// The key of a metric that each rank logs for itself: its rank, and the name that all of them have in common.
struct RankKey
{
    int rank = 0;
    QString name;
    bool operator==(const RankKey &) const = default;
};

/// "loss_rank3", "loss/rank_3", "rank3/loss", "rank_3.loss", "train/rank-3/loss": the name is what is left, "loss" or
/// "train/loss". Empty for other keys.
std::optional<RankKey> rankKeyOf(const QString &key);

/// When the points of one metric came, of each rank: UTC milliseconds since 1970, in any order.
using StepTimes = QMap<int, QList<qint64>>;

/// `activity` with the points of a metric in the place of repeated lines (ActivityBucket::beats), by name of metric.
/// Taken is the one of which every rank that has a log has some points, and most of all; without such a one it is
/// what it was. RunActivity::beat is then the name of the metric.
RunActivity withSteps(const RunActivity &activity, const QMap<QString, StepTimes> &metrics);

} // namespace Roost::Items
