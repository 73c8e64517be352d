// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Roost {

/// A named group of runs.
struct Experiment
{
    QString name;
    /// The root of the artifacts of its runs.
    QString artifactLocation;
    bool deleted = false;
    QDateTime created;
    QDateTime updated;

    bool operator==(const Experiment &) const = default;
};

} // namespace Roost
