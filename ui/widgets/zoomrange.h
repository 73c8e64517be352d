// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Roost::Ui {

/// The part of a range that a view shows: the whole range, as it grows, or a part of it after a zoom or a pan. The unit
/// is the caller's; the whole range is passed to each call.
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
    /// Whether the part ends at the edges of the whole range, or may go beyond them.
    enum class Edges { Closed, Open };

    /// A part is never narrower than `least`.
    ZoomRange(Edges edges, double least)
        : m_edges(edges)
        , m_least(least)
    {
    }

    void setLeast(double least) { m_least = least; }
    bool isFitted() const { return !m_part; }
    /// What is in view. A whole range without extent is widened by one unit.
    Range shown(const Range &whole) const;

    void fit() { m_part.reset(); }
    void show(const Range &part) { m_part = part; }
    /// A factor above 1 shows less; `around` keeps its place in the view. Shows the whole range again where the part
    /// would hold it. False if nothing changed.
    bool zoom(const Range &whole, double factor, double around);
    /// Moves the part. False if nothing changed: the part would leave the whole range, or with closed edges there is
    /// no part.
    bool pan(const Range &whole, double by);

private:
    Edges m_edges;
    double m_least;
    std::optional<Range> m_part; // empty: the whole range
};

} // namespace Roost::Ui
