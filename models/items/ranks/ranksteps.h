// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QMap>

namespace Roost::Items {

/// The parts of the key of a metric that each rank logs under its own key: the rank, and the name that all ranks share.
struct RankKey
{
    int rank = 0;
    QString name;
    bool operator==(const RankKey &) const = default;
};

/// Splits keys such as "loss_rank3", "loss/rank_3", "rank3/loss", "rank_3.loss" and "train/rank-3/loss": the name is
/// the key without the rank, "loss" or "train/loss". Empty for other keys.
std::optional<RankKey> rankKeyOf(const QString &key);

/// The times of the points of one metric, by rank, in any order.
using StepTimes = QMap<int, QList<TimePoint>>;

/// Returns `activity` with the points of a metric counted in place of the progress lines
/// (ActivityBucket::progressCount). The keys of `metrics` are names. Among the metrics of which every rank with a log
/// has some points, the one with the most points is used; RunActivity::progressLine is then its name. If there is none,
/// returns `activity` unchanged.
RunActivity withSteps(const RunActivity &activity, const QMap<QString, StepTimes> &metrics);

} // namespace Roost::Items
