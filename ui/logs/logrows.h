// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/search/logfinder.h"

namespace Roost::Ui {

/// The visible lines of a text as rows that count from 0: all lines, or the lines that a filter has found.
class LogRows
{
public:
    /// The origin of a line, by which it is found again after the order of the lines has changed.
    struct Anchor
    {
        Logs::LogDocument *document = nullptr;
        Logs::LogText::Origin origin;

        bool isSameLine(const Anchor &other) const
        {
            return document == other.document && origin.line == other.origin.line;
        }
    };

    /// Both arguments must outlive the object.
    LogRows(Logs::LogText *text, const Logs::LogFinder *filter);

    bool isFiltered() const { return m_filter->isActive(); }
    /// Returns a copy of the lines that the filter has found, ascending; empty if all lines are shown.
    std::optional<std::vector<Logs::LineNumber>> filteredLines() const;
    qint64 count() const;
    /// `row` must be below count().
    Logs::LineNumber lineAt(qint64 row) const;
    /// Returns the row of a line or, if the filter excludes it, the row of the next line that the filter has found.
    qint64 rowOf(Logs::LineNumber line) const;

    /// Returns nothing if the text has no such line.
    std::optional<Anchor> anchorOf(std::optional<Logs::LineNumber> line) const;
    /// Returns the line of an anchor. If its document is no longer part of the text, returns the first line that was
    /// written at that time or later, or else the number of lines.
    Logs::LineNumber find(const Anchor &anchor) const;

private:
    Logs::LogText *m_text;
    const Logs::LogFinder *m_filter;
};

} // namespace Roost::Ui
