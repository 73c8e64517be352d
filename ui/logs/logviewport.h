// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logrows.h"

#include <functional>

class QAbstractScrollArea;

namespace Roost::Ui {

/// Where a log stands on the screen: which rows there are to scroll through, the first row in view, and whether the end
/// is followed. The scroll bars of its area hold the position, counted in rows.
class LogViewport
{
public:
    using HeightOf = std::function<int(qint64 row)>;

    /// All outlive it.
    LogViewport(Logs::LogText *text, const LogRows *rows, QAbstractScrollArea *area);

    bool isFollowing() const { return m_following; }
    /// Following begins at the newest row, whether its text is known yet or not.
    void setFollowing(bool following);
    /// While the log is followed: goes on to the newest page whose text is at hand, and requests what is missing.
    void advance();
    /// The rows to scroll through: all of them, while following those up to the page of advance().
    qint64 shownRows() const;

    /// Sets the vertical bar. `heightOf` is the height of a row in pixels; `isUniform` when all rows have one height.
    void measure(bool isUniform, const HeightOf &heightOf);
    /// Sets the horizontal bar: how far the widest line goes beyond the page, and the width of the page.
    void measureAcross(int beyond, int page);
    /// Needs measure() before.
    void scrollTo(qint64 row);
    /// Whether the bars move because this class sets them, not because a person scrolls.
    bool isSettingBars() const { return m_settingBars; }
    /// The first row in view; empty where the last page is in view, which ends at the lower edge.
    std::optional<qint64> firstRow() const;

    /// Notes which line is the first in view; true where another one was before.
    bool setTop(std::optional<Logs::LineNumber> line);
    std::optional<LogRows::Anchor> top() const { return m_top; }
    void clearTop() { m_top.reset(); }

private:
    bool isAtHand(qint64 rows) const;
    qint64 pageRows() const;

    Logs::LogText *m_text;
    const LogRows *m_rows;
    QAbstractScrollArea *m_area;
    bool m_following = true;
    bool m_settingBars = false;
    qint64 m_bottomTop = 0;  // the greatest first row
    qint64 m_loadedRows = 0; // while following: up to the newest page whose text is at hand
    qint64 m_wantedRows = 0; // up to the page that is being read
    std::optional<LogRows::Anchor> m_top;
};

} // namespace Roost::Ui
