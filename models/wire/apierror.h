// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <type_traits>
#include <utility>

namespace Roost::Wire {

/// Thrown by request readers and by the handlers of a service if a request cannot be answered. The dispatcher of the
/// protocol catches it and writes the reply.
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

/// The value of a Result, or its error thrown as an ApiError.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw ApiError(std::move(result.error()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace Roost::Wire
