// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/socket.h>
#include <sys/types.h>

namespace Roost {

/// Whose program has a TCP socket of this machine, as the kernel tells it. Ports of loopback have no owner, so a
/// secret is worth as much as this answer.
struct SocketOwner
{
    enum class State {
        Known,
        Closed,  // its program has closed it and hears no answer any more
        NotTold, // the system does not say, or there is no such socket
    };
    State state = State::NotTold;
    uid_t user = 0; // where Known

    /// This user's own, or root's, who reads every file of the machine anyway.
    bool isOursOrRoots() const;
};

/// Of the other end of a connection of this machine; `own` is the end that asks.
SocketOwner ownerOfPeer(const sockaddr_storage &own, const sockaddr_storage &peer);

/// Of what listens where a connection to this address would arrive. `address` is numeric; "localhost" stands for
/// both of its addresses, and a listener of another user at one of them is the answer. Costs a few microseconds.
SocketOwner ownerOfListener(const QString &address, quint16 port);

/// The name of a user, else the number.
QString userName(uid_t user);

} // namespace Roost
