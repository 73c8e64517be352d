// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/endpoint.h"

#include "models/wire/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QString serviceUrl(quint16 port)
{
    return u"http://127.0.0.1:%1"_s.arg(port);
}

QByteArray endpointToText(const Endpoint &endpoint)
{
    const QJsonObject object{{u"port"_s, endpoint.port},
                             {u"token"_s, QString::fromLatin1(endpoint.token)},
                             {u"pid"_s, endpoint.pid},
                             {u"version"_s, endpoint.version},
                             {u"workspace"_s, endpoint.workspace}};
    return QJsonDocument(object).toJson();
}

Result<Endpoint> endpointFromText(const QByteArray &content)
{
    const auto json = parseObject(content);
    if (!json)
        return std::unexpected(json.error());
    const auto port = integer(json->value("port"_L1));
    Endpoint endpoint{quint16(port), text(json->value("token"_L1)).toLatin1(), integer(json->value("pid"_L1)),
                      text(json->value("version"_L1)), text(json->value("workspace"_L1))};
    if (port < 1 || port > 65535 || endpoint.token.isEmpty())
        return failure(ErrorKind::Unreadable, u"The endpoint lacks its port or its token."_s);
    return endpoint;
}

} // namespace Roost::Wire
