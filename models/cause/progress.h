// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace Roost::Causes {

/// Returns the progress that a line reports: the numbers after "step", "epoch" and similar words. "epoch 2 step 40" is
/// {2, 40}.
QList<qint64> progressIn(QByteArrayView line);

/// Returns whether a line shows that its writer is working: a step, a progress bar, another attempt.
bool reportsProgress(QByteArrayView line);

/// Returns whether a line belongs to the report of a launcher, or to the output of libraries while the program shuts
/// down.
bool isTeardown(QByteArrayView line);

} // namespace Roost::Causes
