// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Ctl {

/// Writes to stdout. Control characters that the terminal would interpret are escaped (terminaltext.h).
void print(const QString &text);
/// Writes `line` to stdout as one line, even if a name in it contains a line break.
void printLine(const QString &line);
/// Writes the object or array to stdout, indented.
void print(const QJsonObject &object);
void print(const QJsonArray &array);
/// Writes the event to stdout as one line.
void printEvent(const QJsonObject &event);
/// Writes columns below their headings, padded with spaces; each row is one line.
void printTable(const QStringList &heads, const QList<QStringList> &rows);

/// Writes "roostctl: sentence" to stderr.
void printError(const QString &sentence);
/// Writes the text of the error, and also its detail if ROOST_DETAIL is set in the environment.
void printError(const Error &error);

/// Reads an answer to `question` from the terminal. Returns false if there is no terminal or the answer does not begin
/// with "y".
bool confirm(const QString &question);

/// Reads a line from the terminal without showing it. Returns nothing if there is no terminal or the user interrupts.
std::optional<QString> readSecret(const QString &question);

/// Returns "2.9 MB" (powers of 1000), or "?" if `bytes` is negative.
QString sizeText(qint64 bytes);

} // namespace Roost::Ctl
