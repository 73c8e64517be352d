// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logindex.h"

#include <memory>
#include <vector>

namespace Roost::Logs {

/// The lines of a log that speak of an error (levelOf()), found after the index has told where its lines stand.
class LogErrors
{
public:
    explicit LogErrors(std::shared_ptr<const LogIndex> index);

    /// Looks at about `budget` bytes more; false when all was looked at that the index knows.
    bool advance(qint64 budget);
    /// Bytes looked at.
    qint64 position() const { return m_position; }
    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_lines; }

private:
    std::shared_ptr<const LogIndex> m_index;
    qint64 m_position = 0;
    qint64 m_from = 0; // the start of the first line that was not looked at whole
    qint64 m_held = 0; // pages from here to the position are in memory
    std::vector<LineNumber> m_lines;
};

} // namespace Roost::Logs
