// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/loglevel.h"

#include <algorithm>
#include <array>

namespace Roost::Logs {

namespace {

bool contains(QByteArrayView line, QByteArrayView word)
{
    return line.indexOf(word) >= 0;
}

} // namespace

std::span<const QByteArrayView> errorWords()
{
    static constexpr std::array words{
        QByteArrayView("Error:"),
        QByteArrayView("ERROR"),
        QByteArrayView("error:"),
        QByteArrayView("FATAL"),
        QByteArrayView("CRITICAL"),
        QByteArrayView("Traceback (most recent call last)"),
        QByteArrayView("Exception:"),
        QByteArrayView("Segmentation fault"),
        QByteArrayView("Fatal Python error"),
    };
    return words;
}

LogLevel levelOf(QByteArrayView line)
{
    static constexpr std::array warnings{QByteArrayView("WARNING"), QByteArrayView("Warning:"),
                                         QByteArrayView("warning:")};
    // The name of an exception without a message is the whole line: "KeyboardInterrupt", "AssertionError".
    if (line.endsWith("Error") && !contains(line, " "))
        return LogLevel::Error;
    const auto occurs = [line](QByteArrayView word) { return contains(line, word); };
    if (std::ranges::any_of(errorWords(), occurs))
        return LogLevel::Error;
    return std::ranges::any_of(warnings, occurs) ? LogLevel::Warning : LogLevel::Plain;
}

} // namespace Roost::Logs
