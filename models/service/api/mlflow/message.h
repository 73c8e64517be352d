// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/http/request.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Service::Mlflow {

/// Thrown by what reads a message and by handlers: what the client got wrong. One place turns it into an answer.
class ApiError
{
public:
    explicit ApiError(Error error)
        : m_error(std::move(error))
    {
    }
    ApiError(ErrorKind kind, QString text)
        : m_error{kind, std::move(text), {}}
    {
    }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

/// The value of a Result, or its error thrown as a Refusal.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw ApiError(std::move(result.error()));
    return std::move(*result);
}

/// "Missing value for required parameter 'x'. ..."
[[noreturn]] void refuseMissing(const QString &parameter);
/// "Invalid value 5 for parameter 'x' supplied: why", the value as JSON.
[[noreturn]] void refuseValue(const QString &parameter, const QJsonValue &value, const QString &why);

/// The same of a value that is JSON already.
[[noreturn]] void refuseShown(const QString &parameter, const QString &json, const QString &why);
/// Why a value of another type than the parameter's is refused; `type` as Python calls it.
QString typeHint(QStringView type);

/// The parameters of a call, from a query or from a JSON body: one reader for both, as MLflow's own server has
/// it. A text must be a text; numbers may come as text too. Readers throw a Refusal in MLflow's words.
class Message
{
public:
    /// `path` is where a message inside another one stands: "tags[0]".
    explicit Message(QJsonObject values, QString path = {})
        : m_values(std::move(values))
        , m_path(std::move(path))
    {
    }
    /// GET and bodiless DELETE: the query; others: the body, which must be announced as JSON for POST and PUT.
    static Message from(Http::Request &request);

    bool has(QStringView key) const;
    /// Empty where absent.
    QString text(QStringView key) const;
    bool isEmptyText(QStringView key) const;
    QString requiredText(QStringView key) const;
    /// A word of an enumeration, which may come as its number: "2".
    QString word(QStringView key) const;
    /// A fraction is cut off, as MLflow's server does.
    std::optional<qint64> integer(QStringView key) const;
    qint64 requiredInteger(QStringView key) const;
    /// Within bounds, `fallback` where absent.
    int limit(QStringView key, int fallback, int least, int most) const;
    bool flag(QStringView key, bool fallback) const;
    /// NaN and infinities come as text.
    std::optional<double> number(QStringView key) const;
    /// Texts of a list; in a query one value alone is a list of one.
    QStringList texts(QStringView key) const;
    /// Messages of a list of objects.
    QList<Message> messages(QStringView key) const;
    std::optional<Message> message(QStringView key) const;
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

/// What a call takes, looked at before anything is looked up: in MLflow a missing or odd value is told first, even for
/// a run that is not there.
struct Parameter
{
    enum class Type { Text, Whole, Number, Flag, List, Texts };
    enum class Need { Optional, Required };

    const char *name;
    Type type = Type::Text;
    Need need = Need::Optional;
};
using Parameters = QList<Parameter>;
void check(const Message &message, const Parameters &parameters);

/// JSON as Python writes it: the bare words NaN, Infinity and -Infinity become strings.
QByteArray quoteBareNumbers(const QByteArray &json);

std::optional<double> numberFromText(QStringView text);

} // namespace Roost::Service::Mlflow
