// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"
#include "models/logs/logpattern.h"

#include <QByteArrayView>

#include <atomic>
#include <memory>
#include <vector>

namespace Roost::Logs {

/// Finds lines in the bytes of a log at the speed of memory. One automaton (Vectorscan) runs over many lines at once
/// and names candidates; what it cannot settle is decided line by line by the exact engine (PCRE2, compiled). A
/// line whose bytes are not what is shown (colour codes, carriage returns, for expressions also what is no ASCII)
/// is decided by its shown text.
/// Any thread; what is to be compiled is compiled by the first call that needs it.
class LogMatcher
{
public:
    /// For lines that match a pattern, or lack it where it is inverted. It must be one that can be looked for.
    explicit LogMatcher(const LogPattern &pattern);
    /// For lines whose level is an error.
    static std::shared_ptr<const LogMatcher> forErrors();
    ~LogMatcher();

    /// Appends to `found` those of the lines of `bytes`, of which the first one has the number `first`. The last line
    /// may lack its end. Returns early, within a fraction of a millisecond, once `canceled` is set.
    /// Of a line longer than 16 MB only the beginning is looked at; an expression that backtracks without end on a
    /// line does not match it.
    void find(QByteArrayView bytes, LineNumber first, std::vector<LineNumber> &found,
              const std::atomic_bool &canceled) const;

private:
    class Engines;
    class Search;
    LogMatcher();

    LogPattern m_pattern;
    bool m_forErrors = false;
    std::unique_ptr<Engines> m_engines;
};

} // namespace Roost::Logs
