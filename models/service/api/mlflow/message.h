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
class Refusal
{
public:
    explicit Refusal(Error error)
        : m_error(std::move(error))
    {
    }
    Refusal(ErrorKind kind, QString text)
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
        throw Refusal(std::move(result.error()));
    return std::move(*result);
}

/// The parameters of a call, from a query or from a JSON body: one reader for both, as MLflow's own server has
/// it. Numbers may come as text. Readers throw a Refusal in MLflow's words.
class Message
{
public:
    explicit Message(QJsonObject values)
        : m_values(std::move(values))
    {
    }
    /// GET and bodiless DELETE: the query; others: the body, which must be announced as JSON for POST and PUT.
    static Message from(Request &request);

    bool has(QStringView key) const;
    /// Empty where absent.
    QString text(QStringView key) const;
    QString requiredText(QStringView key) const;
    std::optional<qint64> integer(QStringView key) const;
    qint64 requiredInteger(QStringView key) const;
    /// Within bounds, `fallback` where absent.
    int limit(QStringView key, int fallback, int least, int most) const;
    bool flag(QStringView key, bool fallback) const;
    /// NaN and infinities come as text.
    std::optional<double> number(QStringView key) const;
    /// Texts of a list; one value alone is a list of one.
    QStringList texts(QStringView key) const;
    /// Messages of a list of objects.
    QList<Message> messages(QStringView key) const;
    std::optional<Message> message(QStringView key) const;
    /// run_id or its old name run_uuid.
    QString runId() const;

private:
    QJsonObject m_values;
};

/// JSON as Python writes it: the bare words NaN, Infinity and -Infinity become strings.
QByteArray quoteBareNumbers(const QByteArray &json);

std::optional<double> numberFromText(QStringView text);

} // namespace Roost::Service::Mlflow
