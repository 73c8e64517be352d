// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Roost::Ui {

/// The part of a range that a view shows: the whole range, also as it grows, or a part of it after a zoom or a pan. The
/// unit is up to the caller, who passes the whole range to each call.
class ZoomRange
{
public:
    struct Range
    {
        double low = 0;
        double high = 0;
        double span() const { return high - low; }
        bool operator==(const Range &) const = default;
    };
    /// Whether the part must be within the whole range, or may extend beyond it.
    enum class Edges { Closed, Open };

    /// The part is never narrower than `least`.
    ZoomRange(Edges edges, double least)
        : m_edges(edges)
        , m_least(least)
    {
    }

    void setLeast(double least) { m_least = least; }
    bool isFitted() const { return !m_part; }
    /// Returns the visible range. A whole range of zero length is widened by one unit.
    Range shown(const Range &whole) const;

    void fit() { m_part.reset(); }
    void show(const Range &part) { m_part = part; }
    /// Zooms in if `factor` is above 1; `around` keeps its position in the view. If the part would contain the whole
    /// range, the whole range is shown again. Returns false if nothing changed.
    bool zoom(const Range &whole, double factor, double around);
    /// Moves the part. Returns false if nothing changed: the part would leave the whole range or, with closed edges,
    /// the whole range is shown.
    bool pan(const Range &whole, double by);

private:
    Edges m_edges;
    double m_least;
    std::optional<Range> m_part; // empty: the whole range
};

} // namespace Roost::Ui
