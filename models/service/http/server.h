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
    /// Asked of every request as Bearer or as the password of Basic. Empty refuses all.
    QByteArray token;
    /// 0 takes a free one.
    quint16 port = 0;
    int mostConnections = 400;
    /// The time for all of a request that is sent without the token; its head in any case.
    std::chrono::milliseconds headPatience{10'000};
    /// Called before each handler, on its thread: a sentence why no request can be handled now (409), or empty.
    std::function<QString(const Request &)> whyNotNow = {};
};

/// Serves a Router on 127.0.0.1, only to this user (and root) where the system reports the user of a connection. Every
/// request's Host (and Origin, where there is one) must be this machine.
class Server
{
public:
    Server(Router router, ServerConfig config);
    /// Stops.
    ~Server();

    /// Listens and returns the port; handlers run on threads of the server.
    Result<quint16> start();
    /// Stops listening and waits for handlers that run. Handlers that wait must have been ended before.
    void stop();

    quint16 port() const;
    /// The time since the last request; zero while one is handled.
    std::chrono::milliseconds idle() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Http
