// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"

#include <functional>
#include <vector>

namespace Roost::Logs {

class LogText;

/// Some lines of each document of a text (errors, what a search found) as lines of the text.
class MergedLines
{
public:
    /// The lines of a document, ascending; they only get more, at the end.
    using LinesOf = std::function<const std::vector<LineNumber> &(int source)>;

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    void clear();
    /// Lines of the text from here on are not those that stood there before; before update().
    void forgetFrom(const LogText &text, LineNumber from, const LinesOf &linesOf);
    /// Takes in what came. Whether there was something.
    bool update(LogText &text, const LinesOf &linesOf);

private:
    std::vector<size_t> m_taken; // of each source
    std::vector<LineNumber> m_lines;
};

} // namespace Roost::Logs
