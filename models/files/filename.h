// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Files {

/// Returns the text for a name or path of the file system. Valid UTF-8 is decoded. Every other byte becomes the
/// character U+EF00 + byte, as do the bytes of the characters U+EF80 to U+EFFF. Different names have different texts,
/// and bytesOf() returns the name.
QString textOf(QByteArrayView name);

/// Returns the bytes of a name or path. `text` is from textOf() or from a client.
QByteArray bytesOf(QStringView text);

/// Returns the text for a name from a client (in a URL, percent-decoded) or from the user: either a text of textOf(),
/// or the bytes of the name.
QString textOfInput(QByteArrayView given);

/// Returns whether a text of textOf() represents a name that is not valid UTF-8.
bool hasByteCharacters(QStringView text);
/// Returns the text that users see: "caf\xe9.bin".
QString readableText(QStringView text);

} // namespace Roost::Files
