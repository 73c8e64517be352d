// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <csignal>

namespace Roost::Service {

/// Limits the size of the files that the process (0: this one) can write, to simulate a full disk. Does not change the
/// hard limit.
inline void limitFiles(pid_t process, rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {};
    prlimit(process, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = bytes;
    prlimit(process, RLIMIT_FSIZE, &limit, nullptr);
}

} // namespace Roost::Service
