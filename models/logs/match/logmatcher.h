// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/linenumber.h"
#include "models/logs/match/logpattern.h"

#include <QByteArrayView>

#include <atomic>
#include <memory>
#include <vector>

namespace Roost::Logs {

/// Finds lines in the bytes of a log at the speed of memory. An automaton (Vectorscan) scans many lines at once for
/// candidates; if it is not exact, PCRE2 checks each candidate. If the bytes of a line differ from its shown text
/// (colour codes, carriage returns, for expressions also non-ASCII characters), the shown text is checked. For any
/// thread; the engines are compiled by the first call that needs them.
class LogMatcher
{
public:
    /// Finds the lines that match `pattern`, which must be valid.
    explicit LogMatcher(const LogPattern &pattern);
    /// Finds the lines whose level is an error.
    static std::shared_ptr<const LogMatcher> forErrors();
    ~LogMatcher();

    /// Appends the matching lines of `bytes` to `found`. The first line of `bytes` has the number `first`; the last one
    /// may lack its end. Returns early, within a fraction of a millisecond, when `canceled` is set. Only the first 16
    /// MB of a line are searched. A line does not match if the expression needs too many steps for it.
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
