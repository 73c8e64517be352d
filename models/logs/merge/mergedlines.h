// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/linenumber.h"

#include <functional>
#include <vector>

namespace Roost::Logs {

class LogText;

/// Selected lines of each document of a text (errors, search results) as lines of the text.
class MergedLines
{
public:
    /// Returns the selected lines of a document in ascending order; lines may only be added at the end.
    using LinesOf = std::function<const std::vector<LineNumber> &(int source)>;

    /// Returns the lines in ascending order.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    void clear();
    /// Call before update() if the lines of the text from `from` on have changed.
    void removeFrom(const LogText &text, LineNumber from, const LinesOf &linesOf);
    /// Adds new selected lines. Returns whether there were any.
    bool update(LogText &text, const LinesOf &linesOf);

private:
    std::vector<size_t> m_added; // the number of lines already added, by source
    std::vector<LineNumber> m_lines;
};

} // namespace Roost::Logs
