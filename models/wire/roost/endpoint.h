// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Wire {

/// The address and the token by which clients of the same user reach the service of a workspace: the content of a
/// private file in the runtime folder, which the service writes and its clients read.
struct Endpoint
{
    quint16 port = 0;
    QByteArray token;
    qint64 pid = 0;
    QString version;
    QString workspace; // the canonical path of the folder

    bool operator==(const Endpoint &) const = default;
};

/// Returns "http://127.0.0.1:PORT", the address of a service that listens at that port.
QString serviceUrl(quint16 port);

QByteArray endpointToText(const Endpoint &endpoint);
/// Reads the text of the file. Unreadable without a token or a valid port; `pid` is 0 if the text does not contain it.
Result<Endpoint> endpointFromText(const QByteArray &text);

/// The endings of the file's name: while the service runs, and after it has stopped.
inline constexpr auto endpointEnding = QLatin1StringView("json");
inline constexpr auto formerEndpointEnding = QLatin1StringView("former");

} // namespace Roost::Wire
