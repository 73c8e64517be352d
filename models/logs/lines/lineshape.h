// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Logs {

/// Returns a line with its numbers replaced by "#": "epoch 3 step 120 loss 0.31" becomes "epoch # step # loss #". Lines
/// of the same shape are repetitions of one message, so the n-th line of a shape on one rank can be compared with the
/// n-th line on another rank. Empty if the line contains no number except a rank, because it then reports no progress.
/// Colour codes are left out, and only the first 200 bytes are used.
QByteArray shapeOf(QByteArrayView line);

} // namespace Roost::Logs
