// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace Roost {

enum class ErrorKind {
    Unreachable, // nobody answered, or too late; asking again may help
    Denied,      // who asks is not known or not allowed
    NotFound,
    Conflict,   // it exists already, or changed meanwhile
    Rejected,   // the question itself is wrong; asking again will not help
    Unreadable, // the answer could not be understood
    Failed,     // it was tried and went wrong
};

/// Why a question has no answer. `text` is one sentence (core/words.h) that says what happened and, where it
/// can, what to do; `detail` is for copying into a report (status line, body, command output).
/// A cancel is silence, never an Error.
struct Error
{
    ErrorKind kind = ErrorKind::Failed;
    QString text;
    QString detail;

    /// Whether the same question may succeed later without anybody changing anything.
    bool mayPass() const { return kind == ErrorKind::Unreachable; }

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, QString text, QString detail = {})
{
    return std::unexpected(Error{kind, std::move(text), std::move(detail)});
}

} // namespace Roost
