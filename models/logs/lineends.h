// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Roost::Logs {

/// How many line feeds are in `bytes`.
qint64 countLineEnds(QByteArrayView bytes);
/// Where the line begins that comes after the first `count` line feeds, 1 or more; the size where there are fewer.
qsizetype afterLineEnds(QByteArrayView bytes, qint64 count);

/// Where `c` stands last; -1 where it does not. QByteArrayView::lastIndexOf() looks behind the end of an empty view.
inline qsizetype lastOf(QByteArrayView bytes, char c)
{
    return bytes.isEmpty() ? -1 : bytes.lastIndexOf(c);
}

} // namespace Roost::Logs
