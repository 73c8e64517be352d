// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/match/logpattern.h"

namespace Roost::Logs {

LogPattern::LogPattern(const QString &text, bool isRegularExpression, bool caseSensitive, bool inverted)
    : m_text(text)
    , m_isRegularExpression(isRegularExpression)
    , m_caseSensitive(caseSensitive)
    , m_inverted(inverted)
{
    if (isRegularExpression && !text.isEmpty()) {
        m_expression.setPattern(text);
        if (!caseSensitive)
            m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    }
}

QString LogPattern::whyNot() const
{
    if (!m_isRegularExpression || m_expression.isValid())
        return {};
    return QStringLiteral("%1 (at character %2)")
        .arg(m_expression.errorString())
        .arg(m_expression.patternErrorOffset() + 1);
}

bool LogPattern::isIn(const QString &line) const
{
    const bool found = m_isRegularExpression
                           ? m_expression.match(line).hasMatch()
                           : line.contains(m_text, m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
    return found != m_inverted;
}

QList<LogPattern::Match> LogPattern::matches(const QString &line) const
{
    QList<Match> found;
    if (m_text.isEmpty() || m_inverted)
        return found;
    if (m_isRegularExpression) {
        if (!m_expression.isValid())
            return found;
        for (auto at = m_expression.globalMatch(line); at.hasNext();) {
            const auto match = at.next();
            if (match.capturedLength() > 0)
                found.append({match.capturedStart(), match.capturedLength()});
        }
        return found;
    }
    const auto how = m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (auto at = line.indexOf(m_text, 0, how); at >= 0; at = line.indexOf(m_text, at + m_text.size(), how))
        found.append({at, m_text.size()});
    return found;
}

} // namespace Roost::Logs
