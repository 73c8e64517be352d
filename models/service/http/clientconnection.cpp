// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/clientconnection.h"

#include <QtTypes>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Roost::Service::Http {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// The lowest rate required of a sender without the token.
constexpr qint64 slowestBytesPerSecond = 65536;
constexpr milliseconds writePause{60'000};
/// A method or a version in a request's first line.
constexpr std::size_t longestWord = 32;
/// A longer first line without an end closes the connection.
constexpr std::size_t longestLineDropped = 16 * 1024 * 1024;

void readAddress(const sockaddr_storage &address, std::string &ip, int &port)
{
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET && ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size())) {
        ip = text.data();
        port = ntohs(four.sin_port);
    }
}

} // namespace

ClientConnection::ClientConnection(socket_t socket)
    : m_socket(socket)
{
}

ClientConnection::~ClientConnection()
{
    ::shutdown(m_socket, SHUT_RDWR);
    ::close(m_socket);
}

bool ClientConnection::waitForRequest(milliseconds patience)
{
    setStrangerLimit(patience);
    return m_begin < m_end || fill();
}

void ClientConnection::setStrangerLimit(milliseconds patience)
{
    m_isOwner = false;
    m_limit = patience;
    m_remaining = patience;
}

void ClientConnection::setOwnerLimit(milliseconds pause)
{
    m_isOwner = true;
    m_limit = pause;
}

bool ClientConnection::wait(short events, milliseconds patience) const
{
    const auto end = Clock::now() + patience;
    while (true) {
        pollfd request{m_socket, events, 0};
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        const int ready = ::poll(&request, 1, int(std::max<qint64>(left.count(), 0)));
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

bool ClientConnection::waitForBytes()
{
    if (m_isOwner)
        return wait(POLLIN, m_limit);
    const auto begin = Clock::now();
    const bool ok = wait(POLLIN, m_remaining);
    m_remaining -= std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
    // Waits of less than a millisecond do not count. A client that sends a few bytes at a time still loses more time by
    // waiting than its bytes gain.
    return ok && m_remaining > milliseconds(0);
}

bool ClientConnection::fill()
{
    while (!m_isBroken) {
        if (!waitForBytes())
            break;
        const auto size = ::recv(m_socket, m_bytes.data() + longestLine, m_bytes.size() - longestLine, MSG_DONTWAIT);
        if (size > 0) {
            m_begin = longestLine;
            m_end = longestLine + std::size_t(size);
            m_lastTransfer = Clock::now();
            m_remaining = std::min(m_limit, m_remaining + milliseconds(size * 1000 / slowestBytesPerSecond));
            return true;
        }
        if (size == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK))
            break;
    }
    m_isBroken = true;
    return false;
}

std::string ClientConnection::extractLongTarget()
{
    if (std::memchr(m_bytes.data() + m_begin, '\n', std::min(m_end - m_begin, longestLine)))
        return {};
    const std::string line = readLine();
    if (line.size() <= longestLine) {
        unreadLine(line);
        return {};
    }
    // METHOD TARGET VERSION
    const std::size_t method = line.find(' ');
    const std::size_t version = line.ends_with('\n') ? line.rfind(' ') : line.size();
    if (method == std::string::npos || method > longestWord || version <= method ||
        line.size() - version > longestWord) {
        unreadLine("-\r\n"); // the library rejects this line, as it would reject the original line
        return {};
    }
    unreadLine(line.substr(0, method) + " /" + (version < line.size() ? line.substr(version) : " HTTP/1.1\r\n"));
    return line.substr(method + 1, version - method - 1);
}

// Reads the line to its end, whatever its length, so that the next bytes belong to the head. The size of the stored
// part is limited.
std::string ClientConnection::readLine()
{
    std::string line;
    std::size_t size = 0;
    while (!line.ends_with('\n') && !m_isBroken) {
        if (m_begin == m_end && !fill())
            break;
        const char *begin = m_bytes.data() + m_begin;
        const void *found = std::memchr(begin, '\n', m_end - m_begin);
        const std::size_t part = found ? std::size_t(static_cast<const char *>(found) - begin) + 1 : m_end - m_begin;
        if (line.size() <= longestTarget + 2 * longestWord)
            line.append(begin, part);
        m_begin += part;
        size += part;
        if (found)
            break;
        m_isBroken = size > longestLineDropped;
    }
    return line;
}

void ClientConnection::unreadLine(std::string_view line)
{
    m_begin -= line.size();
    std::memcpy(m_bytes.data() + m_begin, line.data(), line.size());
}

bool ClientConnection::is_readable() const
{
    return m_begin < m_end || wait(POLLIN, m_isOwner ? m_limit : m_remaining);
}

bool ClientConnection::is_writable() const
{
    return wait(POLLOUT, writePause);
}

ssize_t ClientConnection::read(char *to, std::size_t size)
{
    if (size == 0)
        return 0;
    if (m_begin == m_end && !fill())
        return -1;
    const std::size_t part = std::min(size, m_end - m_begin);
    std::memcpy(to, m_bytes.data() + m_begin, part);
    m_begin += part;
    return ssize_t(part);
}

ssize_t ClientConnection::write(const char *from, std::size_t size)
{
    while (wait(POLLOUT, writePause)) {
        const auto sent = ::send(m_socket, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            m_lastTransfer = Clock::now();
            return sent;
        }
        if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)
            break;
    }
    return -1;
}

void ClientConnection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        readAddress(address, ip, port);
}

void ClientConnection::get_local_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        readAddress(address, ip, port);
}

} // namespace Roost::Service::Http
