// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace Roost {

enum class ErrorKind {
    Unreachable, // no reply, or a reply after the timeout; a repeated request may succeed
    Denied,      // the user is not authenticated or not authorized
    NotFound,
    Conflict,   // it exists already, or was changed in the meantime
    Rejected,   // the request itself is wrong; repeating it does not help
    Unreadable, // the reply could not be understood
    Failed,     // any other failure
};

/// Why a request failed. `text` is one sentence for users (core/words.h): what happened and, if possible, what to do.
/// `detail` is for bug reports: status line, body, output of a command. Cancellation is not an Error: a canceled
/// request has no result.
struct Error
{
    ErrorKind kind = ErrorKind::Failed;
    QString text;
    QString detail;

    /// Returns whether the same request may succeed later without any change.
    bool mayPass() const { return kind == ErrorKind::Unreachable; }

    bool operator==(const Error &) const = default;
};

/// A value or an Error. Result<void> has no value: it only reports whether the call succeeded.
template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, QString text, QString detail = {})
{
    return std::unexpected(Error{kind, std::move(text), std::move(detail)});
}

} // namespace Roost
