// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/socket.h>
#include <sys/types.h>

namespace Roost::Trust {

/// Which user's program holds a TCP socket of this machine, according to the kernel. A port of the loopback interface
/// has no owner by itself, so a secret sent there is only as safe as this check.
struct SocketOwner
{
    enum class State {
        Known,
        Closed,  // the program has closed it and receives nothing any more
        NotTold, // the system does not report it, or there is no such socket
    };
    State state = State::NotTold;
    uid_t user = 0; // where Known

    /// This user's, or root's, who can read every file of the machine anyway.
    bool isOursOrRoots() const;
};

/// The owner of the other end of a connection within this machine; `own` is the caller's end.
SocketOwner ownerOfPeer(const sockaddr_storage &own, const sockaddr_storage &peer);

/// The owner of the socket that listens where a connection to this address would arrive. `address` is numeric;
/// "localhost" stands for both of its addresses, and a listener of another user at either one is returned. Takes a few
/// microseconds.
SocketOwner ownerOfListener(const QString &address, quint16 port);

/// The name of a user, or the number if there is no name.
QString userName(uid_t user);

} // namespace Roost::Trust
