// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/sentparts.h"

#include "models/core/secrets.h"

namespace Roost::Service::AzureMl {

QJsonObject sentParts(const QJsonObject &request)
{
    QJsonObject kept;
    for (auto it = request.begin(); it != request.end(); ++it) {
        if (it.value().isObject())
            kept.insert(it.key(), sentParts(it.value().toObject()));
        else if (!it.value().isNull() && !(it.value().isString() && isSecretVariable(it.key(), it.value().toString())))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

QJsonObject withSent(QJsonObject answer, const QJsonObject &sent)
{
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const QJsonValue own = answer.value(it.key());
        if (own.isUndefined())
            answer.insert(it.key(), it.value());
        else if (own.isObject() && it.value().isObject())
            answer.insert(it.key(), withSent(own.toObject(), it.value().toObject()));
    }
    return answer;
}

} // namespace Roost::Service::AzureMl
