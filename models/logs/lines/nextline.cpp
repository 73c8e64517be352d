// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/nextline.h"

#include <algorithm>

namespace Roost::Logs {

std::optional<LineNumber> nextLine(const std::vector<LineNumber> &lines, std::optional<LineNumber> from, bool forward)
{
    if (lines.empty())
        return {};
    if (forward) {
        const auto next = from ? std::ranges::upper_bound(lines, *from) : lines.begin();
        return next == lines.end() ? lines.front() : *next;
    }
    const auto next = from ? std::ranges::lower_bound(lines, *from) : lines.end();
    return next == lines.begin() ? lines.back() : *(next - 1);
}

} // namespace Roost::Logs
