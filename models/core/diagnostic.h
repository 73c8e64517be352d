// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost {

/// A message about a position in a text. `line` and `column` count from 1; `column` and `length` are in UTF-16 units,
/// as in QTextBlock and QTextCursor. Length 0 means that only the position is known.
struct Diagnostic
{
    enum class Severity { Error, Warning, Note };
    int line = 1;
    int column = 1;
    int length = 0;
    Severity severity = Severity::Error;
    /// One sentence for users: what is wrong and what to do.
    QString message;

    bool operator==(const Diagnostic &) const = default;
};

using Diagnostics = QList<Diagnostic>;

inline bool hasErrors(const Diagnostics &diagnostics)
{
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity == Diagnostic::Severity::Error)
            return true;
    }
    return false;
}

} // namespace Roost
