// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <compare>
#include <span>

namespace Roost::Logs {

/// A line of a log, counted from 0. Not a row of a view, where a filter may hide lines.
struct LineNumber
{
    qint64 value = 0;
    auto operator<=>(const LineNumber &) const = default;
};

enum class LogLevel { Plain, Warning, Error };

/// How a stretch of a line's text is to look. Colours are 0..15 of a terminal, or 0x1RRGGBB, or None.
struct LogSpan
{
    static constexpr int None = -1;
    static constexpr int Rgb = 0x1000000;

    qsizetype start = 0;
    qsizetype length = 0;
    int foreground = None;
    int background = None;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;

    bool looksPlain() const
    {
        return foreground == None && background == None && !bold && !dim && !italic && !underline;
    }
    bool operator==(const LogSpan &) const = default;
};

/// A line as it is shown: what a terminal would show once the line is finished.
struct LogLine
{
    QString text;
    QList<LogSpan> spans; // where the text is not plain
    LogLevel level = LogLevel::Plain;
    /// Bytes in the file, its end of line included; more than `text` where the line was cut or overwritten.
    qint64 bytes = 0;
    /// The text is only the beginning of a line that is too long to show.
    bool cut = false;
    bool operator==(const LogLine &) const = default;
};

/// Bytes of a line that are looked at; a longer one is cut.
inline constexpr qint64 LongestShownLine = 16 * 1024;

/// Makes a shown line of the bytes of one line, with or without its end: UTF-8 with what is none replaced, colour
/// codes to spans, a line that was written over with carriage returns reduced to its last state, and other
/// control characters made visible.
LogLine decodeLogLine(QByteArrayView bytes);

/// Whether a line speaks of an error or a warning, by the words that Python, PyTorch, MPI and compilers use.
LogLevel levelOf(QByteArrayView line);
/// The level that decodeLogLine() gives, without decoding.
LogLevel shownLevel(QByteArrayView bytes);
/// The words that make a line an error wherever they stand in it.
std::span<const QByteArrayView> errorWords();

} // namespace Roost::Logs
