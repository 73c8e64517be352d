// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/socketowner.h"

#include <QFile>

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Trust {

namespace {

/// One end of a connection, in network byte order; an IPv4 address is in the first word.
struct End
{
    std::array<quint32, 4> address{};
    quint16 port = 0;
};

struct Ends
{
    int family = AF_INET;
    End own;
    End peer; // all zero if the socket listens
};

std::optional<End> endOf(const sockaddr_storage &from)
{
    End end;
    if (from.ss_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &from, sizeof four);
        end.address[0] = four.sin_addr.s_addr;
        end.port = four.sin_port;
        return end;
    }
    if (from.ss_family != AF_INET6)
        return std::nullopt;
    sockaddr_in6 six{};
    std::memcpy(&six, &from, sizeof six);
    std::memcpy(end.address.data(), &six.sin6_addr, sizeof six.sin6_addr);
    end.port = six.sin6_port;
    return end;
}

SocketOwner ownerFrom(uid_t user, quint64 inode)
{
    // A socket that no program has open any more is listed without an inode; older kernels list it as root's.
    if (inode == 0)
        return {SocketOwner::State::Closed, 0};
    return {SocketOwner::State::Known, user};
}

struct Descriptor
{
    int fd;
    explicit Descriptor(int descriptor)
        : fd(descriptor)
    {
    }
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
};

// Requests one socket from the kernel; empty if the kernel does not know the socket.
std::optional<SocketOwner> queryKernel(const Ends &ends)
{
    const Descriptor channel(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    struct
    {
        nlmsghdr head;
        inet_diag_req_v2 body;
    } request{};
    request.head.nlmsg_len = sizeof request;
    request.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.head.nlmsg_flags = NLM_F_REQUEST;
    request.body.sdiag_family = quint8(ends.family);
    request.body.sdiag_protocol = IPPROTO_TCP;
    request.body.idiag_states = ~0U;
    inet_diag_sockid &id = request.body.id;
    id.idiag_sport = ends.own.port;
    id.idiag_dport = ends.peer.port;
    std::ranges::copy(ends.own.address, id.idiag_src);
    std::ranges::copy(ends.peer.address, id.idiag_dst);
    std::ranges::fill(id.idiag_cookie, INET_DIAG_NOCOOKIE);
    if (channel.fd < 0 || ::send(channel.fd, &request, sizeof request, 0) != ssize_t(sizeof request))
        return std::nullopt;
    alignas(nlmsghdr) std::array<char, 4096> answer{};
    const auto size = ::recv(channel.fd, answer.data(), answer.size(), MSG_DONTWAIT);
    nlmsghdr head{};
    inet_diag_msg reported{};
    if (size < ssize_t(NLMSG_HDRLEN + sizeof reported))
        return std::nullopt;
    std::memcpy(&head, answer.data(), sizeof head);
    if (head.nlmsg_type != SOCK_DIAG_BY_FAMILY)
        return std::nullopt;
    std::memcpy(&reported, answer.data() + NLMSG_HDRLEN, sizeof reported);
    return ownerFrom(reported.idiag_uid, reported.idiag_inode);
}

// Returns the form of the lists, "0100007F:1F90": the words of the address in host byte order.
QByteArray listed(const End &end, int words)
{
    QByteArray text;
    for (int i = 0; i < words; ++i)
        text += QByteArray::number(end.address.at(std::size_t(i)), 16).rightJustified(8, '0').toUpper();
    return text + ':' + QByteArray::number(ntohs(end.port), 16).rightJustified(4, '0').toUpper();
}

std::optional<SocketOwner> readList(const char *file, const QList<QByteArray> &own, const QByteArray &peer)
{
    QFile list(QString::fromLatin1(file));
    if (!list.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : list.readAll().split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.size() > 9 && own.contains(words[1]) && words[2] == peer)
            return ownerFrom(uid_t(words[7].toUInt()), words[9].toULongLong());
    }
    return std::nullopt;
}

End mapped(const End &four)
{
    End six = four;
    six.address = {0, 0, htonl(0xffff), four.address[0]};
    return six;
}

// A socket that listens at no specific address accepts connections to all of them.
QList<QByteArray> namesOf(const Ends &ends, const End &own, int words)
{
    QList<QByteArray> names{listed(own, words)};
    if (ends.peer.port == 0)
        names += listed({{}, own.port}, words);
    return names;
}

// Reads /proc, which contains the same information, if the kernel accepts no netlink requests (in some containers).
std::optional<SocketOwner> readLists(const Ends &ends)
{
    if (ends.family == AF_INET6)
        return readList("/proc/net/tcp6", namesOf(ends, ends.own, 4), listed(ends.peer, 4));
    const auto four = readList("/proc/net/tcp", namesOf(ends, ends.own, 1), listed(ends.peer, 1));
    if (four)
        return four;
    const End peer = ends.peer.port == 0 ? End{} : mapped(ends.peer);
    return readList("/proc/net/tcp6", namesOf(ends, mapped(ends.own), 4), listed(peer, 4));
}

SocketOwner ownerOf(const Ends &ends)
{
    if (const auto reported = queryKernel(ends))
        return *reported;
    return readLists(ends).value_or(SocketOwner());
}

SocketOwner listenerAt(const QByteArray &address, quint16 port)
{
    Ends ends;
    ends.own.port = htons(port);
    if (::inet_pton(AF_INET, address.constData(), ends.own.address.data()) == 1)
        return ownerOf(ends);
    ends.family = AF_INET6;
    if (::inet_pton(AF_INET6, address.constData(), ends.own.address.data()) != 1)
        return {};
    const bool isMapped = ends.own.address[0] == 0 && ends.own.address[1] == 0 && ends.own.address[2] == htonl(0xffff);
    if (isMapped) {
        ends.family = AF_INET;
        ends.own.address = {ends.own.address[3], 0, 0, 0};
    }
    return ownerOf(ends);
}

} // namespace

bool SocketOwner::isOursOrRoots() const
{
    return state == State::Known && (user == ::getuid() || user == 0);
}

SocketOwner ownerOfPeer(const sockaddr_storage &own, const sockaddr_storage &peer)
{
    const auto ownEnd = endOf(own);
    const auto peerEnd = endOf(peer);
    if (!ownEnd || !peerEnd || own.ss_family != peer.ss_family)
        return {};
    return ownerOf({own.ss_family, *peerEnd, *ownEnd});
}

SocketOwner ownerOfListener(const QString &address, quint16 port)
{
    if (address.compare("localhost"_L1, Qt::CaseInsensitive) != 0)
        return listenerAt(address.toLatin1(), port);
    const SocketOwner four = listenerAt("127.0.0.1", port);
    const SocketOwner six = listenerAt("::1", port);
    const bool isSixForeign = six.state == SocketOwner::State::Known && !six.isOursOrRoots();
    return isSixForeign || four.state == SocketOwner::State::NotTold ? six : four;
}

QString userName(uid_t user)
{
    std::vector<char> buffer(16384);
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(user);
}

} // namespace Roost::Trust
