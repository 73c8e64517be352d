// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Logs {

/// A line with its numbers as "#": "epoch 3 step 120 loss 0.31" becomes "epoch # step # loss #". Lines of one shape are
/// one message repeated, so the n-th line of a shape on one rank can be compared with the n-th on another. Empty for a
/// line without a number other than a rank: it reports no progress. Colour codes are left out, and only the first 200
/// bytes count.
QByteArray shapeOf(QByteArrayView line);

} // namespace Roost::Logs
