// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace Roost::Logs {

/// A search pattern for the shown text of lines: a literal or a Perl-compatible regular expression.
class LogPattern
{
public:
    LogPattern() = default;
    LogPattern(const QString &text, bool isRegularExpression, bool caseSensitive, bool inverted = false);

    struct Match
    {
        qsizetype start = 0;
        qsizetype length = 0;
        bool operator==(const Match &) const = default;
    };

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Returns an empty string if the pattern is valid, else the error and its position, in English.
    QString whyNot() const;
    /// Returns whether a line matches; for an inverted pattern, whether the line does not contain the text.
    bool isIn(const QString &line) const;
    /// Returns the parts of a line to be marked; none for an inverted pattern.
    QList<Match> matches(const QString &line) const;

    const QString &text() const { return m_text; }
    bool isRegularExpression() const { return m_isRegularExpression; }
    bool isCaseSensitive() const { return m_caseSensitive; }
    /// Returns whether the lines without the text match.
    bool isInverted() const { return m_inverted; }
    bool operator==(const LogPattern &) const = default;

private:
    QString m_text;
    bool m_isRegularExpression = false;
    bool m_caseSensitive = false;
    bool m_inverted = false;
    QRegularExpression m_expression;
};

/// A pattern whose matches are all marked; `colour` is an index in the marking colours of the theme.
struct LogHighlight
{
    LogPattern pattern;
    int colour = 0;
    bool operator==(const LogHighlight &) const = default;
};

/// Several patterns; if two matches overlap, the later pattern is on top.
using LogHighlights = QList<LogHighlight>;

} // namespace Roost::Logs
