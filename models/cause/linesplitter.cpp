// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/linesplitter.h"

#include <algorithm>

namespace Roost::Causes {

void LineSplitter::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (m_returned)
        m_partial.resize(0);
    // A carriage return at the end may be the first half of a line end.
    m_returned = bytes.back() == '\r';
    if (m_returned)
        bytes.chop(1);
    if (const qsizetype last = bytes.isEmpty() ? -1 : bytes.lastIndexOf('\r'); last >= 0) {
        m_partial.resize(0);
        bytes.slice(last + 1);
    }
    m_partial.append(bytes.first(std::min(bytes.size(), LongestLine - m_partial.size())));
}

void LineSplitter::skip(qint64 bytes, qint64 lines)
{
    m_partial.clear();
    m_returned = false;
    m_offset += bytes;
    m_start = m_offset;
    m_number = lines < 0 || m_number < 0 ? -1 : m_number + lines;
}

} // namespace Roost::Causes
