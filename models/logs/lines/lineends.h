// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Roost::Logs {

/// The number of line feeds in `bytes`.
qint64 countLineEnds(QByteArrayView bytes);
/// The position after the first `count` line feeds, `count` being 1 or more; the size where there are fewer.
qsizetype afterLineEnds(QByteArrayView bytes, qint64 count);

/// The position of the last `c`, -1 without one. (QByteArrayView::lastIndexOf() reads behind the end of an empty view.)
inline qsizetype lastOf(QByteArrayView bytes, char c)
{
    return bytes.isEmpty() ? -1 : bytes.lastIndexOf(c);
}

} // namespace Roost::Logs
