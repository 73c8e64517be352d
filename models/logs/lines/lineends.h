// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Roost::Logs {

/// Returns the number of line feeds in `bytes`.
qint64 countLineEnds(QByteArrayView bytes);
/// Returns the position after the first `count` line feeds (1 or more); the size if there are fewer.
qsizetype afterLineEnds(QByteArrayView bytes, qint64 count);

/// Returns the position of the last `c`, -1 if there is none. (QByteArrayView::lastIndexOf() reads beyond the end of an
/// empty view.)
inline qsizetype lastOf(QByteArrayView bytes, char c)
{
    return bytes.isEmpty() ? -1 : bytes.lastIndexOf(c);
}

} // namespace Roost::Logs
