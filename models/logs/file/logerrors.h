// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logindex.h"

#include <memory>
#include <vector>

namespace Roost::Logs {

/// The lines of a log that report an error (levelOf()). They are found when the index already contains the lines.
class LogErrors
{
public:
    explicit LogErrors(std::shared_ptr<const LogIndex> index);

    /// Scans about `budget` further bytes. Returns false if everything that the index covers has been scanned before.
    bool advance(qint64 budget);
    /// Returns the number of bytes that were scanned.
    qint64 position() const { return m_position; }
    /// Returns the lines in ascending order.
    const std::vector<LineNumber> &lines() const { return m_lines; }

private:
    std::shared_ptr<const LogIndex> m_index;
    qint64 m_position = 0;
    qint64 m_from = 0; // the start of the first line that was not scanned completely
    qint64 m_held = 0; // the file pages from here to the position are in memory
    std::vector<LineNumber> m_lines;
};

} // namespace Roost::Logs
