// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

#include <array>
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <string>
#include <string_view>

namespace Roost::Service::Http {

/// The byte stream of one accepted connection. The destructor closes the connection. The time limit depends on the
/// sender: a client that has sent the token may pause; any other client has one short limit for all its data.
class ClientConnection final : public httplib::Stream
{
public:
    explicit ClientConnection(socket_t socket);
    ~ClientConnection() override;
    Q_DISABLE_COPY_MOVE(ClientConnection)

    /// Waits for the first byte of a request. Returns false if no byte arrived in time or the client has disconnected.
    bool waitForRequest(std::chrono::milliseconds patience);
    /// Longer targets are truncated to this length; a handler rejects them.
    static constexpr std::size_t longestTarget = 1024 * 1024;
    /// Call at the start of a request. If the target is longer than the library accepts, replaces it in the first line
    /// of the request by "/" and returns it. Returns an empty string otherwise.
    std::string extractLongTarget();
    /// Sets the time limit of a sender without the token: `patience` limits head and body together, and only fast data
    /// extends it.
    void setStrangerLimit(std::chrono::milliseconds patience);
    /// Sets the time limit of a sender with the token: each pause may last up to `pause`.
    void setOwnerLimit(std::chrono::milliseconds pause);
    /// Returns whether a read was abandoned, so that the next bytes are not the start of a request.
    bool isBroken() const { return m_isBroken; }
    /// Any thread. Returns the time of the last transfer in either direction.
    std::chrono::steady_clock::time_point lastTransfer() const { return m_lastTransfer.load(); }

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *to, std::size_t size) override;
    ssize_t write(const char *from, std::size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

private:
    bool wait(short events, std::chrono::milliseconds patience) const;
    bool waitForBytes();
    bool fill();
    std::string readLine();
    void unreadLine(std::string_view line);

    /// The longest first line of a request that the library accepts.
    static constexpr std::size_t longestLine = 8192;

    socket_t m_socket;
    // An inspected line is put back in front of the bytes that follow it.
    std::array<char, longestLine + 16384> m_bytes;
    std::size_t m_begin = longestLine;
    std::size_t m_end = longestLine;
    std::chrono::milliseconds m_limit{0};
    std::chrono::milliseconds m_remaining{0};
    bool m_isOwner = false;
    bool m_isBroken = false;
    std::atomic<std::chrono::steady_clock::time_point> m_lastTransfer = std::chrono::steady_clock::now();
};

} // namespace Roost::Service::Http
