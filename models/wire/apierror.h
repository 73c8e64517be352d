// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/errors.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace Roost::Wire {

/// Thrown by the readers of requests and by the handlers of a service if a request cannot be answered. The dispatcher
/// of the protocol catches it and writes the reply: status and code are derived from the kind of the error, unless the
/// error has its own.
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
    /// An error for which the protocol has its own status and code, such as a blob's 409 BlobAlreadyExists.
    ApiError(int status, QString code, QString text)
        : m_error{kindOfStatus(status), std::move(text), {}}
        , m_status(status)
        , m_code(std::move(code))
    {
    }
    const Error &error() const { return m_error; }
    /// Returns nullopt if the status is that of the kind.
    std::optional<int> status() const { return m_status; }
    /// Returns an empty string if the code is that of the kind. Only errors of MLflow and of blobs have their own
    /// codes.
    const QString &code() const { return m_code; }

private:
    Error m_error;
    std::optional<int> m_status;
    QString m_code;
};

/// Returns the value of a Result; throws its error as an ApiError.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw ApiError(std::move(result.error()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Returns the value of `work` or the error that it throws, for a request whose parts succeed or fail separately.
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
