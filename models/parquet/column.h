// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Parquet {

/// A column of a table.
struct Column
{
    enum class Type {
        Text,    // UTF-8
        Integer, // 64 bits
        Time,    // milliseconds since 1970, UTC
        Real,    // 64 bits; may be NaN or infinite
    };
    QString name;
    Type type = Type::Text;
    /// Whether a row may have no value.
    bool isOptional = false;
};

/// How the pages of a file are compressed.
enum class Compression { None, Gzip };

} // namespace Roost::Parquet
