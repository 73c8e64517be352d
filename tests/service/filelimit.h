// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <csignal>

namespace Roost::Service {

/// Lets the process (0: this one) write files up to that size only, as a full disk would. The hard limit stays.
inline void limitFiles(pid_t process, rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {};
    prlimit(process, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = bytes;
    prlimit(process, RLIMIT_FSIZE, &limit, nullptr);
}

} // namespace Roost::Service
