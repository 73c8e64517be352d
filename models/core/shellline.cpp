// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shellline.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::ShellLine {

namespace {

// Length of a `$NAME`, `${NAME}` or `${{...}}` there; 0 where none begins.
qsizetype expansionAt(QStringView text, qsizetype at)
{
    static const QRegularExpression expansion(
        uR"(\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*\}|\{\{[^{}]*\}\}))"_s);
    return expansion.matchView(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
        .capturedLength();
}

bool isPlain(const QString &text)
{
    static const QRegularExpression plain = wholeMatch(u"[A-Za-z0-9_@%+=:,./-]+"_s);
    return plain.match(text).hasMatch();
}

qsizetype backslashesAt(QStringView text, qsizetype at)
{
    const qsizetype from = at;
    while (at < text.size() && text[at] == u'\\')
        ++at;
    return at - from;
}

/// Takes a line apart, sign by sign.
class Reader
{
public:
    explicit Reader(const QString &line)
        : m_line(line)
    {
    }

    std::optional<QList<Word>> read()
    {
        for (; m_at < m_line.size(); ++m_at) {
            if (!(m_quote.isNull() ? takeOutside() : takeInside()))
                return std::nullopt;
        }
        if (!m_quote.isNull())
            return std::nullopt;
        endWord();
        return m_words;
    }

private:
    bool hasNext() const { return m_at + 1 < m_line.size(); }

    void add(QChar c)
    {
        if (c == u'$')
            m_word.plainDollars += m_word.text.size();
        m_word.text += c;
        m_inWord = true;
    }

    void endWord()
    {
        if (m_inWord)
            m_words += std::exchange(m_word, {});
        m_inWord = false;
    }

    bool takeOutside()
    {
        const QChar c = m_line[m_at];
        if (c == u'"' || c == u'\'') {
            m_quote = c;
            m_inWord = true;
        } else if (c == u'\\' && hasNext()) {
            add(m_line[++m_at]);
        } else if (c.isSpace()) {
            endWord();
            return c != u'\n' || m_line.sliced(m_at).trimmed().isEmpty();
        } else if (c == u'$') {
            return takeDollar();
        } else if (u"|&;<>()`"_s.contains(c)) {
            return false;
        } else {
            add(c);
        }
        return true;
    }

    bool takeInside()
    {
        const QChar c = m_line[m_at];
        if (c == m_quote) {
            m_quote = QChar();
            return true;
        }
        if (m_quote == u'"') {
            if (c == u'$')
                return takeDollar();
            if (c == u'`')
                return false;
            if (c == u'\\' && hasNext() && u"\\\"`$"_s.contains(m_line[m_at + 1]))
                ++m_at;
        }
        add(m_line[m_at]);
        return true;
    }

    bool takeDollar()
    {
        const qsizetype length = expansionAt(m_line, m_at);
        if (length == 0) {
            if (!commandAt(m_line, m_at, !m_quote.isNull()).isEmpty())
                return false;
            add(u'$');
            return true;
        }
        m_word.text += QStringView(m_line).sliced(m_at, length);
        m_inWord = true;
        m_at += length - 1;
        return true;
    }

    QString m_line;
    qsizetype m_at = 0;
    QChar m_quote;
    bool m_inWord = false;
    Word m_word;
    QList<Word> m_words;
};

} // namespace

QString Word::argument() const
{
    QString written;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype backslashes = backslashesAt(text, i);
        const qsizetype next = i + backslashes;
        const bool beforeDollar = next < text.size() && text[next] == u'$';
        if (backslashes > 0) {
            written += QString(beforeDollar ? 2 * backslashes : backslashes, u'\\');
            i = next - 1;
        } else if (text[i] != u'$') {
            written += text[i];
        } else if (plainDollars.contains(i)) {
            written += expansionAt(text, i) > 0 ? u"\\$"_s : u"$"_s;
        } else {
            const qsizetype length = expansionAt(text, i);
            written += QStringView(text).sliced(i, length);
            i += length - 1;
        }
    }
    return written;
}

QString literal(const QString &text)
{
    if (isPlain(text))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString fromArgument(const QString &argument)
{
    if (isPlain(argument))
        return argument;
    QString quoted;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        qsizetype backslashes = backslashesAt(argument, i);
        i += backslashes;
        const bool atDollar = i < argument.size() && argument[i] == u'$';
        const bool isPlainDollar = atDollar && backslashes % 2 == 1;
        if (atDollar)
            backslashes /= 2;
        quoted += QString(2 * backslashes, u'\\');
        if (i == argument.size())
            break;
        const qsizetype length = isPlainDollar ? 0 : expansionAt(argument, i);
        if (length > 0) {
            quoted += QStringView(argument).sliced(i, length);
            i += length - 1;
            continue;
        }
        if (u"\"`$"_s.contains(argument[i]))
            quoted += u'\\';
        quoted += argument[i];
        // Bindings are put in before the shell sees the line, and know of no backslash.
        if (atDollar && QStringView(argument).sliced(i + 1).startsWith(u"{{"))
            quoted += u"\"\""_s;
    }
    return u'"' + quoted + u'"';
}

std::optional<QList<Word>> words(const QString &line)
{
    return Reader(line).read();
}

QString commandAt(QStringView line, qsizetype at, bool inQuotes)
{
    if (at + 1 >= line.size() || line[at] != u'$' || expansionAt(line, at) > 0)
        return {};
    const QChar next = line[at + 1];
    const bool opensQuotes = !inQuotes && u"'\""_s.contains(next);
    return opensQuotes || next.isDigit() || u"({[@*#?!$-"_s.contains(next) ? QString(line.sliced(at, 2)) : QString();
}

} // namespace Roost::ShellLine
