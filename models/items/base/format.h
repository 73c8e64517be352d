// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Roost::Items::Format {

/// Formats a duration: "0:04", "3:12", "1 h 04 min", "2 d 03 h"; empty for a negative duration.
QString duration(qint64 milliseconds);
/// Formats the duration from `start` to `end`, or to `now` if `end` is invalid; empty if `start` is invalid.
QString duration(const QDateTime &start, const QDateTime &end, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// Formats a time relative to `now`: "now", "3 min ago", "2 h ago", "yesterday 14:02", "12 Mar 14:02", "12 Mar 2025";
/// empty if invalid.
QString relative(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// Formats a time in the past as a text that does not age: "18:36:52" today, otherwise "12 Mar 14:02"; empty if
/// invalid.
QString moment(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// Formats the local date and time to the second, for tool tips.
QString exact(const QDateTime &when);

/// Formats a number with grouped digits: "1,918,256".
QString count(qint64 number);
/// Formats a size: "512 B", "3.2 MB" (powers of 1000); empty if negative.
QString bytes(qint64 count);
/// Formats a number of files and their size: "41 files, 3.2 MB"; without the size if it is negative.
QString files(qsizetype count, qint64 size);
/// Formats a size as "3 211 042 bytes" with the locale's grouping.
QString exactBytes(qint64 count);

/// Formats a number with four significant digits: "0.9712", "1.234e-05", "12350", "NaN".
QString number(double value);
/// Formats a number with all significant digits.
QString exactNumber(double value);

/// Makes a name from an external source safe to insert into a sentence, a title or a list: replaces line breaks and
/// control characters by spaces, removes marks that change the writing direction, and isolates right-to-left text so
/// that it does not reorder the text around it.
QString isolated(const QString &name);

/// Elides the middle of `id` to at most `length` characters, so that both ends stay readable.
QString shortened(const QString &id, int length = 20);

} // namespace Roost::Items::Format
