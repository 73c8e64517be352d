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

/// The library's server, with its own limits on connections: other users of this machine (but root) get none, and a
/// client that has not shown the token cannot hold one for long.
class Listener final : public httplib::Server
{
public:
    /// `knows`: whether the head of a request shows the token. `head`: the time for all that is sent without it.
    Listener(std::function<bool(const httplib::Request &)> knows, std::chrono::milliseconds head);

    /// The library asks for a backlog of 5, too little for a run of many ranks that all start at once.
    void widenBacklog();
    /// Any thread. Of the connections whose sender has not shown the token, ends the one that is silent longest; where
    /// there is none, once there is.
    void makeRoom();
    /// Any thread. Ends all that wait for a request, now and from now on.
    void hangUp();

private:
    class Stay;
    enum class Entry {
        None,
        Granted,
        Hurried // others wait for its room
    };

    bool process_and_close_socket(socket_t socket) override;
    bool isWelcome(socket_t socket);
    Entry enter(const ClientConnection &connection);
    void leave(const ClientConnection &connection);
    bool endLongestSilent();

    const std::function<bool(const httplib::Request &)> m_knows;
    const std::chrono::milliseconds m_head;
    std::mutex m_mutex;
    std::set<const ClientConnection *> m_strangers;
    std::size_t m_roomsOwed = 0;
    std::set<uid_t> m_refused;
    bool m_isClosing = false;
};

} // namespace Roost::Service::Http
