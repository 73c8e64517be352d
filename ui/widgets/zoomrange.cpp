// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/zoomrange.h"

#include <algorithm>

namespace Roost::Ui {

ZoomRange::Range ZoomRange::shown(const Range &whole) const
{
    if (m_part)
        return *m_part;
    return whole.low == whole.high ? Range{whole.low - 0.5, whole.high + 0.5} : whole;
}

bool ZoomRange::zoom(const Range &whole, double factor, double around)
{
    const Range before = shown(whole);
    double span = before.span() / factor;
    if (m_edges == Edges::Closed)
        span = std::max(span, m_least);
    const double share = (around - before.low) / before.span();
    Range part{around - share * span, around + (1 - share) * span};
    if (m_edges == Edges::Closed) {
        part.low = std::max(part.low, whole.low);
        part.high = std::min(part.low + span, whole.high);
    }
    if (part.low <= whole.low && part.high >= whole.high) {
        fit();
        return true;
    }
    if (m_edges == Edges::Open && span < m_least)
        return false;
    m_part = part;
    return true;
}

bool ZoomRange::pan(const Range &whole, double by)
{
    const Range before = shown(whole);
    if (m_edges == Edges::Closed) {
        if (!m_part)
            return false;
        by = std::clamp(by, whole.low - before.low, whole.high - before.high);
    }
    const Range part{before.low + by, before.high + by};
    if (part == before || part.high < whole.low || part.low > whole.high)
        return false;
    m_part = part;
    return true;
}

} // namespace Roost::Ui
