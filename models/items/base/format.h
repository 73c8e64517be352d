// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Roost::Items::Format {

/// "0:04", "3:12", "1 h 04 min", "2 d 03 h"; an empty text for a negative duration.
QString duration(qint64 milliseconds);
/// From `start` to `end`, or to `now` while `end` is invalid; empty if it has not started.
QString duration(const QDateTime &start, const QDateTime &end, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// "now", "3 min ago", "2 h ago", "yesterday 14:02", "12 Mar 14:02", "12 Mar 2025"; empty if invalid.
QString relative(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// A fixed moment in the past: "18:36:52" today, else "12 Mar 14:02"; empty if invalid.
QString moment(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// Local date and time to the second, for tool tips.
QString exact(const QDateTime &when);

/// "1,918,256": digits in groups.
QString count(qint64 number);
/// "512 B", "3.2 MB" (powers of 1000); empty if negative.
QString bytes(qint64 count);
/// "41 files, 3.2 MB"; the size only where it is not negative.
QString files(qsizetype count, qint64 size);
/// "3 211 042 bytes" with the locale's grouping.
QString exactBytes(qint64 count);

/// Four significant digits: "0.9712", "1.234e-05", "12350", "NaN".
QString number(double value);
/// All significant digits of the value.
QString exactNumber(double value);

/// A name from another source, made safe to insert into a sentence, a title or a list: line breaks and control
/// characters become spaces, marks that change the writing direction are removed, and right-to-left text is isolated
/// so that it does not reorder the text around it.
QString isolated(const QString &name);

/// Cut in the middle to at most `length` characters, so that both ends of an id stay readable.
QString shortened(const QString &id, int length = 20);

} // namespace Roost::Items::Format
