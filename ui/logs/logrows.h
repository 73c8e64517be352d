// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/search/logfinder.h"

namespace Roost::Ui {

/// The visible lines of a text as rows that count from 0: all lines, or the lines found by a filter.
class LogRows
{
public:
    /// The origin of a line, for finding it again when the order of the lines has changed.
    struct Anchor
    {
        Logs::LogDocument *document = nullptr;
        Logs::LogText::Origin origin;

        bool isSameLine(const Anchor &other) const
        {
            return document == other.document && origin.line == other.origin.line;
        }
    };

    /// Both arguments outlive the object.
    LogRows(Logs::LogText *text, const Logs::LogFinder *filter);

    bool isFiltered() const { return m_filter->isActive(); }
    /// A copy of the lines found by the filter, ascending; empty if all lines are shown.
    std::optional<std::vector<Logs::LineNumber>> filteredLines() const;
    qint64 count() const;
    /// `row` must be below count().
    Logs::LineNumber lineAt(qint64 row) const;
    /// The row of a line; for a line excluded by the filter, the row of the next line found.
    qint64 rowOf(Logs::LineNumber line) const;

    /// Empty if the text has no such line.
    std::optional<Anchor> anchorOf(std::optional<Logs::LineNumber> line) const;
    /// The line of an anchor. If its document is no longer part of the text: the first line written at that time or
    /// later, else the number of lines.
    Logs::LineNumber find(const Anchor &anchor) const;

private:
    Logs::LogText *m_text;
    const Logs::LogFinder *m_filter;
};

} // namespace Roost::Ui
