// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/search/logfinder.h"

namespace Roost::Ui {

/// The lines of a text that a view shows, as rows that count from 0: all lines, or those that a filter found.
class LogRows
{
public:
    /// Where a line came from, to find it again when the order of the lines has changed.
    struct Anchor
    {
        Logs::LogDocument *document = nullptr;
        Logs::LogText::Origin origin;

        bool isSameLine(const Anchor &other) const
        {
            return document == other.document && origin.line == other.origin.line;
        }
    };

    /// Both outlive it.
    LogRows(Logs::LogText *text, const Logs::LogFinder *filter);

    bool isFiltered() const { return m_filter->isActive(); }
    /// A copy of the lines that the filter found, ascending; empty where all lines are shown.
    std::optional<std::vector<Logs::LineNumber>> filteredLines() const;
    qint64 count() const;
    /// `row` is below count().
    Logs::LineNumber lineAt(qint64 row) const;
    /// The row of a line; where the filter left the line out, the row of the next line that it found.
    qint64 rowOf(Logs::LineNumber line) const;

    /// Empty where the text has no such line.
    std::optional<Anchor> anchorOf(std::optional<Logs::LineNumber> line) const;
    /// The line an anchor was made of. Where its document is not part of the text any more: the first line that was
    /// written at that time or later, else the count of lines.
    Logs::LineNumber find(const Anchor &anchor) const;

private:
    Logs::LogText *m_text;
    const Logs::LogFinder *m_filter;
};

} // namespace Roost::Ui
