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
    /// The selected lines of a document, ascending; they only grow, at the end.
    using LinesOf = std::function<const std::vector<LineNumber> &(int source)>;

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    void clear();
    /// Call before update() when the lines of the text from `from` on have changed.
    void forgetFrom(const LogText &text, LineNumber from, const LinesOf &linesOf);
    /// Adds new selected lines; whether there were any.
    bool update(LogText &text, const LinesOf &linesOf);

private:
    std::vector<size_t> m_taken; // the number of lines taken, by source
    std::vector<LineNumber> m_lines;
};

} // namespace Roost::Logs
