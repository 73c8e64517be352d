// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Roost::Supervision {

/// The port at which the ranks of one run meet. The first rank begins to listen on the port some time after the port
/// was chosen. Therefore the port is outside the range from which the kernel assigns free ports, and no other run of
/// this machine, of any user, receives the port while this object exists.
class RankPort
{
public:
    RankPort();
    ~RankPort();
    RankPort(const RankPort &) = delete;
    RankPort &operator=(const RankPort &) = delete;

    /// Returns 0 if no port is free.
    quint16 number() const { return m_number; }

private:
    quint16 m_number = 0;
    int m_claim = -1;
};

} // namespace Roost::Supervision
