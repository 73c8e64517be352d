// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/search/logfinder.h"

#include <QPainter>

class QPainter;
class QRect;

namespace Roost::Ui {

/// The strip beside the scroll bar of a log: a mark for each line with an error and each line found, at its relative
/// position in the text.
class LogOverview
{
public:
    static constexpr int Width = 8;

    explicit LogOverview(const Logs::LogText *text)
        : m_text(text)
    {
    }

    /// Also marks the lines of `found`, which must outlive the strip. Null removes these marks.
    void setFound(const Logs::LogFinder *found) { m_found = found; }
    void paint(QPainter &painter, const QRect &strip) const;

private:
    void paintMarks(QPainter &painter, const QRect &strip, const std::vector<Logs::LineNumber> &lines,
                    const QColor &color) const;

    const Logs::LogText *m_text;
    const Logs::LogFinder *m_found = nullptr;
};

} // namespace Roost::Ui
