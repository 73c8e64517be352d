// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/recipient.h"

#include "models/core/words.h"
#include "models/trust/socketowner.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

using namespace Trust;

namespace {

bool isLoopback(const QUrl &url)
{
    return url.host().compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(url.host()).isLoopback();
}

} // namespace

bool isPlainLoopback(const QUrl &url)
{
    return url.scheme() == "http"_L1 && isLoopback(url);
}

bool isPlainElsewhere(const QUrl &url)
{
    return url.scheme() == "http"_L1 && !isLoopback(url);
}

std::optional<Error> whyNoSecretTo(const QUrl &url)
{
    if (!isPlainLoopback(url))
        return std::nullopt;
    const int port = url.port(80);
    const SocketOwner owner = ownerOfListener(url.host(), quint16(port));
    if (owner.state != SocketOwner::State::Known || owner.isOursOrRoots())
        return std::nullopt;
    return Error{ErrorKind::Denied,
                 Words::tr("A program of another user (%1) listens at %2:%3, so nothing was sent there.")
                     .arg(userName(owner.user), url.host())
                     .arg(port),
                 {}};
}

} // namespace Roost::Rest
