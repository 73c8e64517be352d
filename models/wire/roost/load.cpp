// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/load.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject loadReply(const QList<NodeLoad> &nodes)
{
    QJsonArray list;
    for (const NodeLoad &node : nodes)
        list.append(toJson(node));
    return {{u"nodes"_s, list}};
}

QList<NodeLoad> loadFrom(const QJsonObject &reply)
{
    QList<NodeLoad> nodes;
    const QJsonArray list = reply.value("nodes"_L1).toArray();
    for (const QJsonValue node : list)
        nodes += nodeLoadFrom(node.toObject());
    return nodes;
}

} // namespace Roost::Wire
