// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/apierror.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

// The refusals of MLflow's server for a parameter. Each function throws an ApiError.

/// "Missing value for required parameter 'x'. ..."
[[noreturn]] void refuseMissing(const QString &parameter);
/// "Invalid value 5 for parameter 'x' supplied: why", the value as JSON.
[[noreturn]] void refuseValue(const QString &parameter, const QJsonValue &value, const QString &why);

/// The same for a value that is already written as JSON.
[[noreturn]] void refuseShown(const QString &parameter, const QString &json, const QString &why);
/// The reason for refusing a value of the wrong type; `type` is Python's name for it.
QString typeHint(QStringView type);

struct KeyValue
{
    QString key;
    QString value;
    QString keyPath; // names the key in messages to the user: "tags[0].key"
};

/// The parameters of a request, from a query or from a JSON body, with one reader for both, as in MLflow's own
/// server. A text must be a text; numbers may be given as text. Readers throw an ApiError in MLflow's words.
class Message
{
public:
    /// `path` is the path of a message inside another one: "tags[0]".
    explicit Message(QJsonObject values, QString path = {})
        : m_values(std::move(values))
        , m_path(std::move(path))
    {
    }
    /// A repeated key is a list.
    static Message fromQuery(const QList<std::pair<QString, QString>> &query);
    /// A body that is not a JSON object has no parameters, as for MLflow's server.
    static Message fromBody(const QByteArray &body);

    bool has(QStringView key) const;
    /// Empty if absent.
    QString text(QStringView key) const;
    /// The first value of a query key; empty if absent.
    QString first(QStringView key) const;
    bool isEmptyText(QStringView key) const;
    QString requiredText(QStringView key) const;
    /// A word of an enumeration, which may be given as its number: "2".
    QString word(QStringView key) const;
    /// A fraction is truncated, as by MLflow's server.
    std::optional<qint64> integer(QStringView key) const;
    qint64 requiredInteger(QStringView key) const;
    /// Throws if it is out of bounds; `fallback` if it is absent.
    int limit(QStringView key, int fallback, int least, int most) const;
    bool flag(QStringView key, bool fallback) const;
    /// NaN and the infinities are given as text.
    std::optional<double> number(QStringView key) const;
    /// Texts of a list; a single value in a query is a list of one.
    QStringList texts(QStringView key) const;
    /// Messages of a list of objects.
    QList<Message> messages(QStringView key) const;
    std::optional<Message> message(QStringView key) const;
    /// The values of a list of {"key", "value"}; the key is required.
    QList<KeyValue> pairs(QStringView key) const;
    /// run_id or its old name run_uuid.
    QString runId() const;
    /// The name of the parameter in messages to the user: "tags[0].key".
    QString pathOf(QStringView key) const;

private:
    [[noreturn]] void refuseType(QStringView key, const QJsonValue &value) const;

    QJsonObject m_values;
    QString m_path;
    QByteArray m_json; // of the whole body
    bool m_isQuery = false;
};

} // namespace Roost::Wire
