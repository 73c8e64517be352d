// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/listener.h"

#include "models/service/http/clientconnection.h"
#include "models/trust/socketowner.h"

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace Roost::Service::Http {

using namespace Trust;

namespace {

constexpr std::chrono::seconds betweenRequests{15};
constexpr std::chrono::seconds pauseOfOwner{60};
/// The time limit for a connection that arrived when no other connection could be closed in its favour: long enough for
/// a request in transit.
constexpr std::chrono::milliseconds hurriedPatience{100};

} // namespace

/// Registers a connection with the listener, from the wait for a request until the sender is known.
class Listener::Admission
{
public:
    Admission(Listener &listener, const ClientConnection &connection)
        : m_listener(listener)
        , m_connection(connection)
    {
        const auto entry = listener.admit(connection);
        m_isAdmitted = entry != Entry::None;
        m_isHurried = entry == Entry::Hurried;
    }
    ~Admission() { end(); }
    Q_DISABLE_COPY_MOVE(Admission)

    bool isAdmitted() const { return m_isAdmitted; }
    std::chrono::milliseconds limited(std::chrono::milliseconds patience) const
    {
        return m_isHurried ? std::min(patience, hurriedPatience) : patience;
    }
    void end()
    {
        if (m_isAdmitted)
            m_listener.release(m_connection);
        m_isAdmitted = false;
    }
    /// Call when the sender has sent the token, and so may take its time. If another connection waits for this one to
    /// end, another one is ended for it.
    void becomeOwner()
    {
        end();
        if (std::exchange(m_isHurried, false))
            m_listener.makeRoom();
    }

private:
    Listener &m_listener;
    const ClientConnection &m_connection;
    bool m_isAdmitted = false;
    bool m_isHurried = false;
};

Listener::Listener(std::function<bool(const httplib::Request &)> hasToken, std::chrono::milliseconds head)
    : m_hasToken(std::move(hasToken))
    , m_head(head)
{
}

void Listener::widenBacklog()
{
    ::listen(svr_sock_, SOMAXCONN);
}

bool Listener::process_and_close_socket(socket_t socket)
{
    ClientConnection connection(socket);
    if (!isAllowedUser(socket))
        return false;
    std::string remote;
    std::string local;
    int remotePort = 0;
    int localPort = 0;
    connection.get_remote_ip_and_port(remote, remotePort);
    connection.get_local_ip_and_port(local, localPort);
    bool goesOn = true;
    for (bool isFirst = true; goesOn && svr_sock_ != INVALID_SOCKET; isFirst = false) {
        Admission admission(*this, connection);
        const auto patience = isFirst ? m_head : std::chrono::milliseconds(betweenRequests);
        if (!admission.isAdmitted() || !connection.waitForRequest(admission.limited(patience)))
            break;
        connection.setStrangerLimit(admission.limited(m_head));
        bool isClosed = false;
        std::string target = connection.extractLongTarget();
        const auto onHead = [&](httplib::Request &request) {
            if (!target.empty())
                request.target = std::move(target);
            if (!m_hasToken(request))
                return;
            admission.becomeOwner();
            connection.setOwnerLimit(pauseOfOwner);
        };
        goesOn = process_request(connection, remote, remotePort, local, localPort, false, isClosed, onHead) &&
                 !isClosed && !connection.isBroken();
    }
    return goesOn;
}

bool Listener::isAllowedUser(socket_t socket)
{
    sockaddr_storage own{};
    sockaddr_storage peer{};
    socklen_t ownSize = sizeof own;
    socklen_t peerSize = sizeof peer;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&own), &ownSize) != 0 ||
        ::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &peerSize) != 0)
        return false;
    const SocketOwner owner = ownerOfPeer(own, peer);
    if (owner.state != SocketOwner::State::Known || owner.isOursOrRoots())
        return owner.state != SocketOwner::State::Closed;
    const std::scoped_lock lock(m_mutex);
    if (m_refused.insert(owner.user).second)
        qWarning("A request of a program of the user %s was refused, as all requests of that user will be.",
                 qUtf8Printable(userName(owner.user)));
    return false;
}

Listener::Entry Listener::admit(const ClientConnection &connection)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isClosing)
        return Entry::None;
    const bool isOwed = m_roomsOwed > 0;
    if (isOwed)
        --m_roomsOwed;
    // If no other connection can be ended, the waiting connection gets the place of this one. This one is then not
    // registered, because it must not be ended for a third connection as well.
    if (isOwed && !endLongestSilent())
        return Entry::Hurried;
    m_strangers.insert(&connection);
    return Entry::Granted;
}

void Listener::release(const ClientConnection &connection)
{
    const std::scoped_lock lock(m_mutex);
    m_strangers.erase(&connection);
}

void Listener::makeRoom()
{
    const std::scoped_lock lock(m_mutex);
    if (!endLongestSilent())
        ++m_roomsOwed;
}

// Call with the lock held. Returns false if there is no such connection.
bool Listener::endLongestSilent()
{
    const auto oldest = std::ranges::min_element(m_strangers, {}, &ClientConnection::lastTransfer);
    if (oldest == m_strangers.end())
        return false;
    // The connection's own thread closes the socket; until then no other connection gets its number.
    ::shutdown((*oldest)->socket(), SHUT_RDWR);
    m_strangers.erase(oldest);
    return true;
}

void Listener::hangUp()
{
    const std::scoped_lock lock(m_mutex);
    m_isClosing = true;
    for (const ClientConnection *connection : m_strangers)
        ::shutdown(connection->socket(), SHUT_RDWR);
}

} // namespace Roost::Service::Http
