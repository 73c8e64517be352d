// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/apierror.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

// How MLflow's server refuses a parameter. Each throws an ApiError.

/// "Missing value for required parameter 'x'. ..."
[[noreturn]] void refuseMissing(const QString &parameter);
/// "Invalid value 5 for parameter 'x' supplied: why", the value as JSON.
[[noreturn]] void refuseValue(const QString &parameter, const QJsonValue &value, const QString &why);

/// The same for a value that is written as JSON already.
[[noreturn]] void refuseShown(const QString &parameter, const QString &json, const QString &why);
/// Why a value of the wrong type is refused; `type` is Python's name for it.
QString typeHint(QStringView type);

struct KeyValue
{
    QString key;
    QString value;
    QString keyPath; // names the key in messages to people: "tags[0].key"
};

/// The parameters of a request, from a query or from a JSON body: one reader for both, as MLflow's own server has it.
/// A text must be a text; numbers may come as text too. Readers throw an ApiError in MLflow's words.
class Message
{
public:
    /// `path` is where a message inside another one stands: "tags[0]".
    explicit Message(QJsonObject values, QString path = {})
        : m_values(std::move(values))
        , m_path(std::move(path))
    {
    }
    /// A key that stands several times is a list.
    static Message fromQuery(const QList<std::pair<QString, QString>> &query);
    /// A body that is no JSON object counts as one without parameters, as MLflow's server takes it.
    static Message fromBody(const QByteArray &body);

    bool has(QStringView key) const;
    /// Empty where absent.
    QString text(QStringView key) const;
    /// The first value of a query key; empty where absent.
    QString first(QStringView key) const;
    bool isEmptyText(QStringView key) const;
    QString requiredText(QStringView key) const;
    /// A word of an enumeration, which may come as its number: "2".
    QString word(QStringView key) const;
    /// A fraction is cut off, as MLflow's server does.
    std::optional<qint64> integer(QStringView key) const;
    qint64 requiredInteger(QStringView key) const;
    /// Throws where it is out of bounds; `fallback` where it is absent.
    int limit(QStringView key, int fallback, int least, int most) const;
    bool flag(QStringView key, bool fallback) const;
    /// NaN and the infinities come as text.
    std::optional<double> number(QStringView key) const;
    /// Texts of a list; in a query one value alone is a list of one.
    QStringList texts(QStringView key) const;
    /// Messages of a list of objects.
    QList<Message> messages(QStringView key) const;
    std::optional<Message> message(QStringView key) const;
    /// The values of a list of {"key", "value"}; the key is required.
    QList<KeyValue> pairs(QStringView key) const;
    /// run_id or its old name run_uuid.
    QString runId() const;
    /// How messages to people name the parameter: "tags[0].key".
    QString pathOf(QStringView key) const;

private:
    [[noreturn]] void refuseType(QStringView key, const QJsonValue &value) const;

    QJsonObject m_values;
    QString m_path;
    QByteArray m_json; // of the whole body
    bool m_isQuery = false;
};

} // namespace Roost::Wire
