// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/pairs.h"

#include "models/wire/json.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

StringMap pairsFrom(const QJsonValue &list)
{
    StringMap map;
    for (const auto &one : list.toArray()) {
        const auto pair = one.toObject();
        if (const auto key = text(pair.value("key"_L1)); !key.isEmpty())
            map.insert(key, text(pair.value("value"_L1)));
    }
    return map;
}

QJsonArray toPairs(const StringMap &map)
{
    QJsonArray list;
    for (const auto &[key, value] : map.asKeyValueRange())
        list.append(QJsonObject{{u"key"_s, key}, {u"value"_s, value}});
    return list;
}

} // namespace Roost::Wire
