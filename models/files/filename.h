// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Files {

/// The text of a name or path that the file system gives. UTF-8 stays what it is; each byte that is no part of valid
/// UTF-8 becomes the character U+EF00 + byte, and so do the bytes of a character U+EF80 to U+EFFF itself. Two names
/// never have one text, and `bytesOf` gives the name back.
QString textOf(QByteArrayView name);

/// The bytes of a name or path that `textOf` or a client gives.
QByteArray bytesOf(QStringView text);

/// The text of a name that a client sends (in a URL, its percent codes decoded) or a person types: it may be the text
/// that `textOf` gives, or the bytes of the name.
QString textOfInput(QByteArrayView given);

/// Whether a text of `textOf` stands for a name that is no UTF-8.
bool hasByteCharacters(QStringView text);
/// Such a text for people to read: "caf\xe9.bin".
QString readableText(QStringView text);

} // namespace Roost::Files
