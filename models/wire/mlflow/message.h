// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/apierror.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

// The error replies of MLflow's server for a parameter. Each function throws an ApiError.

/// "Missing value for required parameter 'x'. ..."
[[noreturn]] void refuseMissing(const QString &parameter);
/// "Invalid value 5 for parameter 'x' supplied: why", with the value as JSON.
[[noreturn]] void refuseValue(const QString &parameter, const QJsonValue &value, const QString &why);

/// As refuseValue(), for a value that is already JSON text.
[[noreturn]] void refuseShown(const QString &parameter, const QString &json, const QString &why);
/// Returns the reason for refusing a value of the wrong type; `type` is Python's name of the type.
QString typeHint(QStringView type);

struct KeyValue
{
    QString key;
    QString value;
    QString keyPath; // names the key in messages to the user: "tags[0].key"
};

/// The parameters of a request, read in the same way from a query or from a JSON body, as in MLflow's own server. A
/// parameter that is a text must be given as a text; numbers may also be given as text. The functions throw an ApiError
/// with MLflow's texts.
class Message
{
public:
    /// `path` is the path of a message inside another message: "tags[0]".
    explicit Message(QJsonObject values, QString path = {})
        : m_values(std::move(values))
        , m_path(std::move(path))
    {
    }
    /// A repeated key becomes a list.
    static Message fromQuery(const QList<std::pair<QString, QString>> &query);
    /// A body that is not a JSON object has no parameters, as in MLflow's server.
    static Message fromBody(const QByteArray &body);

    bool has(QStringView key) const;
    /// Returns an empty string if the parameter is absent.
    QString text(QStringView key) const;
    /// Returns the first value of a query key; empty if the key is absent.
    QString first(QStringView key) const;
    bool isEmptyText(QStringView key) const;
    QString requiredText(QStringView key) const;
    /// Returns a word of an enumeration, which may also be given as its number: "2".
    QString word(QStringView key) const;
    /// A fraction is truncated, as in MLflow's server.
    std::optional<qint64> integer(QStringView key) const;
    qint64 requiredInteger(QStringView key) const;
    /// Throws if the number is out of bounds. Returns `fallback` if it is absent.
    int limit(QStringView key, int fallback, int least, int most) const;
    bool flag(QStringView key, bool fallback) const;
    /// NaN and the infinities are given as text.
    std::optional<double> number(QStringView key) const;
    /// Returns the texts of a list; a single value in a query is a list with one text.
    QStringList texts(QStringView key) const;
    /// Returns the objects of a list as messages.
    QList<Message> messages(QStringView key) const;
    std::optional<Message> message(QStringView key) const;
    /// Returns the values of a list of {"key", "value"}; the key is required.
    QList<KeyValue> pairs(QStringView key) const;
    /// Returns run_id, or run_uuid, which is its old name.
    QString runId() const;
    /// Returns the name of the parameter in messages to the user: "tags[0].key".
    QString pathOf(QStringView key) const;

private:
    [[noreturn]] void refuseType(QStringView key, const QJsonValue &value) const;

    QJsonObject m_values;
    QString m_path;
    QByteArray m_json; // the whole body
    bool m_isQuery = false;
};

} // namespace Roost::Wire
