// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/ignorerules.h"

#include "models/core/wholematch.h"

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

namespace {

// "[a-z]" or "[!a-z]" from `at` on, as a class of an expression; moves `at` behind it. Empty where not closed.
QString characterClass(QStringView glob, qsizetype &at)
{
    qsizetype i = at + 1;
    const bool negated = i < glob.size() && (glob[i] == u'!' || glob[i] == u'^');
    if (negated)
        ++i;
    QString inside;
    bool first = true;
    for (; i < glob.size() && (glob[i] != u']' || first); ++i) {
        first = false;
        if (glob[i] == u'\\' && i + 1 < glob.size())
            ++i;
        if (u"\\[]^&~|"_s.contains(glob[i]))
            inside += u'\\';
        inside += glob[i];
    }
    if (i >= glob.size())
        return {};
    at = i;
    return (negated ? u"(?!/)[^"_s : u"(?!/)["_s) + inside + u']';
}

// One path segment: '*', '?' and classes never cross a '/'.
QString segmentExpression(QStringView glob)
{
    QString out;
    bool mayBeClass = true;
    for (qsizetype i = 0; i < glob.size(); ++i) {
        const QChar c = glob[i];
        if (c == u'\\' && i + 1 < glob.size()) {
            out += QRegularExpression::escape(QString(glob[++i]));
        } else if (c == u'*') {
            out += u"[^/]*"_s;
        } else if (c == u'?') {
            out += u"[^/]"_s;
        } else if (c == u'[' && mayBeClass) {
            const QString inside = characterClass(glob, i);
            mayBeClass = !inside.isEmpty(); // where one is not closed, none behind it is
            out += inside.isEmpty() ? u"\\["_s : inside;
        } else {
            out += QRegularExpression::escape(QString(c));
        }
    }
    return out;
}

// Trailing blanks do not count unless the last is escaped.
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

// Segments of a pattern with "**" put in where git implies it; empty for a pattern that matches nothing.
QStringList segmentsOf(const QString &pattern)
{
    QStringList segments = pattern.split(u'/');
    for (qsizetype i = segments.size() - 1; i > 0; --i) {
        if (segments[i] == "**"_L1 && segments[i - 1] == "**"_L1)
            segments.removeAt(i);
    }
    if (segments.first().isEmpty()) {
        segments.removeFirst(); // a leading '/' ties it to the root, where all with an inner '/' are tied anyway
    } else if (segments.size() == 1 || (segments.size() == 2 && segments.last().isEmpty())) {
        if (segments.first() != "**"_L1)
            segments.prepend(u"**"_s);
    }
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.last() = u"**"_s;
    segments.removeAll(QString());
    return segments;
}

// What `pattern` matches among file paths. A match of a folder's name matches all below it.
QString expressionOf(const QString &pattern)
{
    if (pattern == "**/"_L1)
        return u".+/.*"_s;
    const QStringList segments = segmentsOf(pattern);
    if (segments.isEmpty())
        return {};
    const qsizetype last = segments.size() - 1;
    QString out;
    bool slash = false;
    for (qsizetype i = 0; i <= last; ++i) {
        if (segments[i] == "**"_L1) {
            if (i == 0 && i == last)
                out += u"[^/]+(?:/.*)?"_s;
            else if (i == 0)
                out += u"(?:.+/)?"_s;
            else if (i == last)
                out += u"/.*"_s;
            else
                out += u"(?:/.+)?"_s;
            slash = i > 0;
            continue;
        }
        if (slash)
            out += u'/';
        out += segments[i] == "*"_L1 ? u"[^/]+"_s : segmentExpression(segments[i]);
        if (i == last)
            out += u"(?:/.*)?"_s;
        slash = true;
    }
    return out;
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
        const QString expression = pattern.isEmpty() ? QString() : expressionOf(pattern);
        if (expression.isEmpty())
            continue;
        rule.expression = wholeMatch(expression, QRegularExpression::DotMatchesEverythingOption);
        if (!rule.expression.isValid())
            continue;
        rule.expression.optimize();
        if (rule.keeps)
            m_lastKeeping = m_rules.size();
        m_rules += rule;
    }
}

IgnoreRules::Verdict IgnoreRules::verdict(const QString &path) const
{
    for (qsizetype i = m_rules.size() - 1; i >= 0; --i) {
        if (m_rules[i].expression.match(path).hasMatch())
            return {!m_rules[i].keeps, m_rules[i].place};
    }
    return {};
}

std::optional<RulePlace> IgnoreRules::prunes(const QString &folder) const
{
    for (qsizetype i = m_rules.size() - 1; i > m_lastKeeping; --i) {
        const QRegularExpression &expression = m_rules[i].expression;
        if (expression.match(folder).hasMatch() || expression.match(folder + u'/').hasMatch())
            return m_rules[i].place;
    }
    return std::nullopt;
}

} // namespace Roost::Snapshot
