// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/errors.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace Roost::Wire {

/// Thrown by request readers and by the handlers of a service if a request cannot be answered. The dispatcher of the
/// protocol catches it and writes the reply: status and code follow from the kind, unless the fault has its own.
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
    /// A fault for which the protocol has a status and a code of its own, such as a blob's 409 BlobAlreadyExists.
    ApiError(int status, QString code, QString text)
        : m_error{kindOfStatus(status), std::move(text), {}}
        , m_status(status)
        , m_code(std::move(code))
    {
    }
    const Error &error() const { return m_error; }
    /// Empty: that of the kind.
    std::optional<int> status() const { return m_status; }
    /// Empty: that of the kind. Only MLflow's errors and those of blobs have such codes.
    const QString &code() const { return m_code; }

private:
    Error m_error;
    std::optional<int> m_status;
    QString m_code;
};

/// The value of a Result, or its error thrown as an ApiError.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw ApiError(std::move(result.error()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The value of `work`, or the error it throws, for a request whose parts succeed or fail one by one.
template <typename Work>
auto resultOf(Work work) -> Result<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const ApiError &problem) {
        return std::unexpected(problem.error());
    }
}

} // namespace Roost::Wire
