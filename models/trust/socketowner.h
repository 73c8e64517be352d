// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/socket.h>
#include <sys/types.h>

namespace Roost::Trust {

/// The user whose program has a TCP socket of this machine open, according to the kernel. A loopback port has no owner
/// by itself, so a secret sent there is only as safe as this check.
struct SocketOwner
{
    enum class State {
        Known,
        Closed,  // the program has closed it and receives nothing more
        NotTold, // the system does not report it, or there is no such socket
    };
    State state = State::NotTold;
    uid_t user = 0; // valid if Known

    /// Returns whether the owner is this user, or root, who can read every file of the machine anyway.
    bool isOursOrRoots() const;
};

/// Returns the owner of the other end of a connection within this machine; `own` is the caller's end.
SocketOwner ownerOfPeer(const sockaddr_storage &own, const sockaddr_storage &peer);

/// Returns the owner of the socket that would accept a connection to this address. `address` is numeric; "localhost"
/// means both of its addresses, and a listener of another user at either one is returned. Takes a few microseconds.
SocketOwner ownerOfListener(const QString &address, quint16 port);

/// Returns the name of a user, or the number if there is no name.
QString userName(uid_t user);

} // namespace Roost::Trust
