// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/ranks/rankport.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QRandomGenerator>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Roost::Supervision {

namespace {

constexpr int lowestPort = 10000; // well-known services use lower ports
constexpr int highestPort = 65535;
constexpr int attempts = 1000;

struct Range
{
    int first = 0;
    int last = 0;
};

// Returns the range of ports that the kernel assigns to outgoing connections and to sockets bound to port 0.
Range ephemeralPorts()
{
    QFile file(u"/proc/sys/net/ipv4/ip_local_port_range"_s);
    const auto words = file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ') : QList<QByteArray>();
    return words.size() == 2 ? Range{words[0].toInt(), words[1].toInt()} : Range{32768, 60999};
}

// Binds an abstract socket: only one process of a machine can have it, and the kernel releases it however that process
// ends.
int claim(int port)
{
    const QByteArray name = "roost-rank-port-" + QByteArray::number(port);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path + 1, name.constData(), size_t(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + 1 + size_t(name.size()));
    if (socket >= 0 && bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0)
        return socket;
    if (socket >= 0)
        close(socket);
    return -1;
}

bool isFree(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1; // ignores closed connections, as the rank itself does
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(port));
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    const bool free = socket >= 0 && bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 &&
                      listen(socket, 1) == 0;
    if (socket >= 0)
        close(socket);
    return free;
}

} // namespace

RankPort::RankPort()
{
    Range ephemeral = ephemeralPorts();
    const int usable = std::max(0, ephemeral.first - lowestPort) + std::max(0, highestPort - ephemeral.last);
    if (usable < 100) // the administrator has extended the range to nearly all ports
        ephemeral = {0, 0};
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int port = QRandomGenerator::global()->bounded(lowestPort, highestPort + 1);
        if (port >= ephemeral.first && port <= ephemeral.last)
            continue;
        m_claim = claim(port);
        if (m_claim < 0)
            continue;
        if (isFree(port)) {
            m_number = quint16(port);
            return;
        }
        close(m_claim);
        m_claim = -1;
    }
}

RankPort::~RankPort()
{
    if (m_claim >= 0)
        close(m_claim);
}

} // namespace Roost::Supervision
