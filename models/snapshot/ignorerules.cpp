// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/ignorerules.h"

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

namespace {

// Removes trailing blanks, which count only if the last one is escaped.
QString stripped(const QString &line)
{
    QString pattern = line;
    while (pattern.endsWith(u'\r') || pattern.endsWith(u'\n'))
        pattern.chop(1);
    if (pattern.endsWith("\\ "_L1)) {
        while (!pattern.isEmpty() && pattern.front().isSpace())
            pattern.remove(0, 1);
        return pattern;
    }
    return pattern.trimmed();
}

} // namespace

QString RulePlace::toText() const
{
    return file.isEmpty() ? QString() : u"%1:%2"_s.arg(file).arg(line);
}

IgnoreRules::IgnoreRules(const QString &name, const QString &text)
{
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString pattern = stripped(lines[i]);
        if (i == 0 && pattern.startsWith(QChar(QChar::ByteOrderMark)))
            pattern.remove(0, 1);
        if (pattern.isEmpty() || pattern.startsWith(u'#') || pattern == "/"_L1)
            continue;
        Rule rule;
        rule.place = {name, int(i) + 1, pattern};
        if (pattern.startsWith(u'!')) {
            rule.keeps = true;
            pattern.remove(0, 1);
        }
        auto parsed = IgnorePattern::parse(pattern);
        if (!parsed)
            continue;
        rule.pattern = std::move(*parsed);
        if (rule.keeps)
            m_lastKeeping = m_rules.size();
        m_rules += rule;
    }
}

IgnoreRules::Verdict IgnoreRules::verdict(const QString &path) const
{
    const PathSegments segments(path);
    for (qsizetype i = m_rules.size() - 1; i >= 0; --i) {
        if (m_rules[i].pattern.matches(segments))
            return {!m_rules[i].keeps, m_rules[i].place};
    }
    return {};
}

std::optional<RulePlace> IgnoreRules::prunes(const QString &folder) const
{
    const PathSegments segments(folder);
    const PathSegments below = segments.withSlash();
    for (qsizetype i = m_rules.size() - 1; i > m_lastKeeping; --i) {
        if (m_rules[i].pattern.matches(segments) || m_rules[i].pattern.matches(below))
            return m_rules[i].place;
    }
    return std::nullopt;
}

} // namespace Roost::Snapshot
