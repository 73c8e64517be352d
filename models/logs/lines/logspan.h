// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Roost::Logs {

/// The style of a part of a line's text. A colour is 0..15 of a terminal, 0x1RRGGBB, or None.
struct LogSpan
{
    static constexpr int None = -1;
    static constexpr int Rgb = 0x1000000;

    qsizetype start = 0;
    qsizetype length = 0;
    int foreground = None;
    int background = None;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;

    bool looksPlain() const
    {
        return foreground == None && background == None && !bold && !dim && !italic && !underline;
    }
    bool operator==(const LogSpan &) const = default;
};

} // namespace Roost::Logs
