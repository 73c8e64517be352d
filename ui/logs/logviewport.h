// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logrows.h"

#include <functional>

class QAbstractScrollArea;

namespace Roost::Ui {

/// The scroll position of a log: the rows to scroll through, the first visible row, and whether the end is followed.
/// The scroll bars of the area hold the position, counted in rows.
class LogViewport
{
public:
    using HeightOf = std::function<int(qint64 row)>;

    /// All arguments outlive the object.
    LogViewport(Logs::LogText *text, const LogRows *rows, QAbstractScrollArea *area);

    bool isFollowing() const { return m_following; }
    /// Following begins at the newest row, whether its text is known yet or not.
    void setFollowing(bool following);
    /// While the log is followed: advances to the newest page whose text is loaded, and requests the missing text.
    void advance();
    /// The rows to scroll through: all rows, or while following the rows up to the page of advance().
    qint64 shownRows() const;

    /// Sets the vertical bar. `heightOf` returns the height of a row in pixels; `isUniform` if all rows have one
    /// height.
    void measure(bool isUniform, const HeightOf &heightOf);
    /// Sets the horizontal bar: the amount by which the widest line exceeds the page, and the width of the page.
    void measureAcross(int beyond, int page);
    /// Requires measure() before.
    void scrollTo(qint64 row);
    /// Whether this class moves the bars, rather than the user.
    bool isSettingBars() const { return m_settingBars; }
    /// The first visible row; empty if the last page is visible, which ends at the lower edge.
    std::optional<qint64> firstRow() const;

    /// Stores the first visible line; true if it differs from the previous one.
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
    qint64 m_loadedRows = 0; // while following: up to the newest page whose text is loaded
    qint64 m_wantedRows = 0; // up to the page that is being read
    std::optional<LogRows::Anchor> m_top;
};

} // namespace Roost::Ui
