// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Logs {

/// A line with its numbers as "#": "epoch 3 step 120 loss 0.31" is "epoch # step # loss #". Lines of one shape are one
/// message said again and again, so the n-th of a shape on one rank is compared with the n-th on another. Empty for a
/// line without a number, but for that of a rank: it tells of no progress. Colour codes are left out, and so is what
/// stands behind the first 200 bytes.
QByteArray shapeOf(QByteArrayView line);

} // namespace Roost::Logs
