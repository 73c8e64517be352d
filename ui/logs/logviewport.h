// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logrows.h"

#include <functional>

class QAbstractScrollArea;

namespace Roost::Ui {

/// The scroll position of a log: the number of rows, the first visible row, and whether the end is followed. The scroll
/// bars of the area store the position, in rows.
class LogViewport
{
public:
    using HeightOf = std::function<int(qint64 row)>;

    /// All arguments must outlive the object.
    LogViewport(Logs::LogText *text, const LogRows *rows, QAbstractScrollArea *area);

    bool isFollowing() const { return m_following; }
    /// Starts or ends following. Following starts at the newest row, whether its text is loaded or not.
    void setFollowing(bool following);
    /// If the log is followed, advances to the newest page whose text is loaded, and requests the missing text.
    void advance();
    /// Returns the number of rows to scroll through: all rows or, while following, the rows up to the page of
    /// advance().
    qint64 shownRows() const;

    /// Sets up the vertical bar. `heightOf` returns the height of a row in pixels; `isUniform` is true if all rows have
    /// the same height.
    void measure(bool isUniform, const HeightOf &heightOf);
    /// Sets up the horizontal bar. `beyond` is the amount by which the widest line exceeds the page, `page` the width
    /// of the page, both in pixels.
    void measureAcross(int beyond, int page);
    /// Call measure() first.
    void scrollTo(qint64 row);
    /// Returns whether the bars are being moved by this class, not by the user.
    bool isSettingBars() const { return m_settingBars; }
    /// Returns the first visible row, or nothing if the last page is visible, which ends at the lower edge.
    std::optional<qint64> firstRow() const;

    /// Stores the first visible line. Returns true if it differs from the previous one.
    bool setTop(std::optional<Logs::LineNumber> line);
    std::optional<LogRows::Anchor> top() const { return m_top; }
    void clearTop() { m_top.reset(); }

private:
    bool isLoaded(qint64 rows) const;
    qint64 pageRows() const;

    Logs::LogText *m_text;
    const LogRows *m_rows;
    QAbstractScrollArea *m_area;
    bool m_following = true;
    bool m_settingBars = false;
    qint64 m_bottomTop = 0;  // greatest value of the first row
    qint64 m_loadedRows = 0; // while following: number of rows up to the newest page whose text is loaded
    qint64 m_wantedRows = 0; // number of rows up to the page that is being read
    std::optional<LogRows::Anchor> m_top;
};

} // namespace Roost::Ui
