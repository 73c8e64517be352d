// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <set>

namespace Roost::Service::Http {

class ClientConnection;

/// The library's server with limits on connections: connections of other users of this machine (except root) are
/// refused, and a client that has not sent the token cannot keep a connection open for long.
class Listener final : public httplib::Server
{
public:
    /// `knows` returns whether the head of a request contains the token. `head` is the time limit for all data sent
    /// without the token.
    Listener(std::function<bool(const httplib::Request &)> hasToken, std::chrono::milliseconds head);

    /// Sets a larger backlog: the library's 5 is too small for a run of many ranks that start at the same time.
    void widenBacklog();
    /// Any thread. Ends the connection that has been silent longest, of those whose sender has not sent the token. If
    /// there is none, tries again when the next connection arrives; if there is still none, that connection gets a very
    /// short time limit.
    void makeRoom();
    /// Any thread. Ends all connections that wait for a request, and from then on every connection that begins to wait.
    void hangUp();

private:
    class Admission;
    enum class Entry {
        None,
        Granted,
        Hurried // another connection waits for this one to end
    };

    bool process_and_close_socket(socket_t socket) override;
    bool isAllowedUser(socket_t socket);
    Entry admit(const ClientConnection &connection);
    void release(const ClientConnection &connection);
    bool endLongestSilent();

    const std::function<bool(const httplib::Request &)> m_hasToken;
    const std::chrono::milliseconds m_head;
    std::mutex m_mutex;
    std::set<const ClientConnection *> m_strangers;
    std::size_t m_roomsOwed = 0;
    std::set<uid_t> m_refused;
    bool m_isClosing = false;
};

} // namespace Roost::Service::Http
