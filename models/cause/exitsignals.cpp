// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/exitsignals.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace Roost::Causes {

bool isCrash(int signal)
{
    constexpr std::array crashing{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
    return std::ranges::contains(crashing, signal);
}

std::optional<int> signalOfCode(int code)
{
    if (code > 128 && code <= 128 + 64)
        return code - 128;
    const int negative = 256 - code;
    if (code < 256 && (isCrash(negative) || negative == SIGKILL || negative == SIGTERM))
        return negative;
    return std::nullopt;
}

std::optional<int> signalNamed(QByteArrayView text)
{
    constexpr std::array<std::pair<QByteArrayView, int>, 19> names{{{"Segmentation fault", SIGSEGV},
                                                                    {"SIGSEGV", SIGSEGV},
                                                                    {"Aborted", SIGABRT},
                                                                    {"SIGABRT", SIGABRT},
                                                                    {"Bus error", SIGBUS},
                                                                    {"SIGBUS", SIGBUS},
                                                                    {"Floating", SIGFPE},
                                                                    {"SIGFPE", SIGFPE},
                                                                    {"Illegal instruction", SIGILL},
                                                                    {"SIGILL", SIGILL},
                                                                    {"Killed", SIGKILL},
                                                                    {"SIGKILL", SIGKILL},
                                                                    {"Terminated", SIGTERM},
                                                                    {"SIGTERM", SIGTERM},
                                                                    {"Interrupt", SIGINT},
                                                                    {"SIGINT", SIGINT},
                                                                    {"SIGHUP", SIGHUP},
                                                                    {"SIGQUIT", SIGQUIT},
                                                                    {"SIGTRAP", SIGTRAP}}};
    for (const auto &[name, number] : names) {
        if (text.contains(name))
            return number;
    }
    return std::nullopt;
}

} // namespace Roost::Causes
