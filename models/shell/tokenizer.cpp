// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/tokenizer.h"

#include <QRegularExpression>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

namespace {

// Returns the first two characters of an expansion at `at` that is more than a variable: "$(", "${" of "${A:-b}", "$1",
// and, outside of double quotes, "$'". Empty if there is no such expansion.
QString expansionBeyondVariables(QStringView line, qsizetype at, bool inQuotes)
{
    if (at + 1 >= line.size())
        return {};
    const QChar next = line[at + 1];
    const bool opensQuotes = !inQuotes && u"'\""_s.contains(next);
    return opensQuotes || next.isDigit() || u"({[@*#?!$-"_s.contains(next) ? QString(line.sliced(at, 2)) : QString();
}

/// Reads a line character by character.
class Reader
{
public:
    explicit Reader(const QString &line)
        : m_line(line)
    {
    }

    std::expected<QList<Word>, TokenError> read()
    {
        for (; m_at < m_line.size() && !m_error; ++m_at)
            m_quote.isNull() ? readUnquoted() : readQuoted();
        if (m_error)
            return std::unexpected(*m_error);
        if (!m_quote.isNull())
            return std::unexpected(TokenError{TokenError::Kind::OpenQuote, m_quote, m_quoteAt});
        endWord();
        return m_words;
    }

private:
    using Kind = TokenError::Kind;

    bool hasNext() const { return m_at + 1 < m_line.size(); }
    // The shell removes a backslash together with a following line break.
    bool continuesLine() const { return m_line[m_at] == u'\\' && hasNext() && m_line[m_at + 1] == u'\n'; }
    void fail(Kind kind, const QString &sign) { m_error = TokenError{kind, sign, m_at}; }

    void beginWord()
    {
        if (!m_inWord)
            m_word.begin = m_at;
        m_inWord = true;
    }

    void add(QChar c)
    {
        if (c == u'$')
            m_word.literalDollars += m_word.text.size();
        m_word.text += c;
    }

    void endWord()
    {
        if (m_inWord) {
            m_word.end = m_at;
            m_words += std::exchange(m_word, {});
        }
        m_inWord = false;
    }

    void readUnquoted()
    {
        const QChar c = m_line[m_at];
        if (c.isSpace()) {
            endWord();
            if (c == u'\n' && !QStringView(m_line).sliced(m_at).trimmed().isEmpty())
                fail(Kind::LineBreak, c);
            return;
        }
        if (u"|&;<>()`"_s.contains(c)) {
            fail(Kind::Operator, c);
            return;
        }
        if (continuesLine()) {
            ++m_at;
            return;
        }
        beginWord();
        if (c == u'"' || c == u'\'') {
            m_quote = c;
            m_quoteAt = m_at;
        } else if (c == u'\\' && hasNext()) {
            add(m_line[++m_at]);
        } else if (c == u'$') {
            readDollar();
        } else {
            add(c);
        }
    }

    void readQuoted()
    {
        const QChar c = m_line[m_at];
        if (c == m_quote) {
            m_quote = QChar();
            return;
        }
        if (m_quote == u'"') {
            if (continuesLine()) {
                ++m_at;
                return;
            }
            if (c == u'$') {
                readDollar();
                return;
            }
            if (c == u'`') {
                fail(Kind::Expansion, c);
                return;
            }
            if (c == u'\\' && hasNext() && u"\\\"`$"_s.contains(m_line[m_at + 1]))
                ++m_at;
        }
        add(m_line[m_at]);
    }

    void readDollar()
    {
        const qsizetype length = expansionLength(m_line, m_at);
        if (length > 0) {
            m_word.text += QStringView(m_line).sliced(m_at, length);
            m_at += length - 1;
            return;
        }
        if (const QString sign = expansionBeyondVariables(m_line, m_at, !m_quote.isNull()); !sign.isEmpty())
            fail(Kind::Expansion, sign);
        else
            add(u'$');
    }

    QString m_line;
    qsizetype m_at = 0;
    QChar m_quote;
    qsizetype m_quoteAt = 0;
    bool m_inWord = false;
    Word m_word;
    QList<Word> m_words;
    std::optional<TokenError> m_error;
};

} // namespace

qsizetype expansionLength(QStringView text, qsizetype at)
{
    static const QRegularExpression expansion(
        uR"(\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*\}|\{\{[^{}]*\}\}))"_s);
    return expansion.matchView(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
        .capturedLength();
}

qsizetype backslashesAt(QStringView text, qsizetype at)
{
    const qsizetype from = at;
    while (at < text.size() && text[at] == u'\\')
        ++at;
    return at - from;
}

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
        } else if (literalDollars.contains(i)) {
            written += expansionLength(text, i) > 0 ? u"\\$"_s : u"$"_s;
        } else {
            const qsizetype length = expansionLength(text, i);
            written += QStringView(text).sliced(i, length);
            i += length - 1;
        }
    }
    return written;
}

std::expected<QList<Word>, TokenError> tokenize(const QString &line)
{
    return Reader(line).read();
}

} // namespace Roost::Shell
