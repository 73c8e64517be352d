// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace Roost::Service::Http {

struct ServerConfig
{
    /// Every request must contain this token, as Bearer or as the password of Basic. If the token is empty, every
    /// request is refused.
    QByteArray token;
    /// 0 selects a free port.
    quint16 port = 0;
    int mostConnections = 400;
    /// The time limit for a whole request without the token, and for the head of any request.
    std::chrono::milliseconds headPatience{10'000};
    /// Called before each handler, on its thread. Returns a sentence that states why no request can be handled now
    /// (409), or an empty string.
    std::function<QString(const Request &)> whyNotNow = {};
    /// If false, a request needs no token; the user of the connection, the Host and the Origin are checked all the
    /// same.
    bool needsToken = true;
};

/// Serves a Router on 127.0.0.1, only to this user (and root) if the system reports the user of a connection. The Host
/// of every request (and its Origin, if present) must be this machine.
class Server
{
public:
    Server(Router router, ServerConfig config);
    /// Stops the server.
    ~Server();

    /// Listens and returns the port. Handlers run on threads of the server.
    Result<quint16> start();
    /// Stops listening and waits for running handlers. The caller must first end handlers that wait.
    void stop();

    quint16 port() const;
    /// Returns the time since the last request; zero while a request is handled.
    std::chrono::milliseconds idle() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Http
