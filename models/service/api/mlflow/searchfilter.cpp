// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/searchfilter.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

/// The database supports 1000 terms joined by AND.
constexpr qsizetype mostConditions = 500;

struct Token
{
    enum class Type { Identifier, Text, Number, Operator, Open, Close, Comma, End };
    Type type = Type::End;
    QString text;           // the value: without quotes; operator words are in upper case
    QString entity;         // set for identifiers
    qsizetype position = 0; // in the filter
    bool quoted = false;    // whether it is an identifier in quotes, or a text
};

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    Result<Token> next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        Token token;
        token.position = m_at;
        if (m_at >= m_text.size())
            return token;
        const QChar c = m_text.at(m_at);
        if (c == u'(' || c == u')' || c == u',') {
            ++m_at;
            token.type = c == u'(' ? Token::Type::Open : c == u')' ? Token::Type::Close : Token::Type::Comma;
            token.text = c;
            return token;
        }
        if (c == u'=' || c == u'!' || c == u'<' || c == u'>')
            return comparison(token);
        if (c == u'\'')
            return textLiteral(token);
        if (isNumberStart())
            return numberLiteral(token);
        return identifier(token);
    }

private:
    static bool isWordCharacter(QChar c) { return !c.isSpace() && !QStringView(u"=!<>'\"`,();").contains(c); }

    bool isNumberStart() const
    {
        qsizetype at = m_at;
        if (m_text.at(at) == u'+' || m_text.at(at) == u'-')
            ++at;
        if (at < m_text.size() && m_text.at(at) == u'.')
            ++at;
        return at < m_text.size() && m_text.at(at).isDigit();
    }

    Result<Token> fail(const QString &what) const
    {
        return failure(
            ErrorKind::Rejected,
            u"Invalid clause(s) in filter string: %1 at position %2 of \"%3\"."_s.arg(what).arg(m_at + 1).arg(
                m_text.left(200)));
    }

    Result<Token> comparison(Token token)
    {
        token.type = Token::Type::Operator;
        const QStringView two = QStringView(m_text).mid(m_at, 2);
        token.text = two == u"!=" || two == u">=" || two == u"<=" ? two.toString() : QString(m_text.at(m_at));
        if (token.text == "!"_L1)
            return fail(u"'!' stands alone"_s);
        m_at += token.text.size();
        return token;
    }

    Result<QString> quoted(QChar quote)
    {
        QString inner;
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            const QChar next = at + 1 < m_text.size() ? m_text.at(at + 1) : QChar();
            // A doubled quote is one quote of the text, as in SQL.
            if (c == quote && next != quote) {
                m_at = at + 1;
                return inner;
            }
            // A backslash escapes a quote or a backslash; before any other character it is an ordinary character.
            const bool isEscape = c == quote || (c == u'\\' && (next == quote || next == u'\\'));
            inner += isEscape ? next : c;
            at += isEscape ? 1 : 0;
        }
        return std::unexpected(fail(u"the quote %1 is not closed"_s.arg(quote)).error());
    }

    Result<Token> textLiteral(Token token)
    {
        auto inner = quoted(u'\'');
        if (!inner)
            return std::unexpected(inner.error());
        token.type = Token::Type::Text;
        token.text = *inner;
        token.quoted = true;
        return token;
    }

    Result<Token> numberLiteral(Token token)
    {
        const qsizetype begin = m_at;
        const auto isPart = [this](qsizetype at) {
            const QChar c = m_text.at(at);
            const bool sign = (c == u'+' || c == u'-') && at > 0 && m_text.at(at - 1).toLower() == u'e';
            return c.isLetterOrNumber() || c == u'.' || sign || c == u'_';
        };
        ++m_at;
        while (m_at < m_text.size() && isPart(m_at))
            ++m_at;
        token.text = m_text.sliced(begin, m_at - begin);
        bool ok = false;
        token.text.toDouble(&ok);
        if (ok) {
            token.type = Token::Type::Number;
            return token;
        }
        m_at = begin;
        return identifier(token);
    }

    Result<Token> identifier(Token token)
    {
        QString first;
        const QChar c = m_text.at(m_at);
        if (c == u'"' || c == u'`') {
            auto inner = quoted(c);
            if (!inner)
                return std::unexpected(inner.error());
            token.type = Token::Type::Identifier;
            token.text = *inner;
            token.quoted = true;
            // "metrics.acc" in quotes is also an entity and a key, unless only the key is quoted.
            return token;
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
            ++m_at;
        first = m_text.sliced(begin, m_at - begin);
        if (first.isEmpty())
            return fail(u"'%1' is not understood"_s.arg(m_text.at(m_at)));
        token.type = Token::Type::Identifier;
        const qsizetype dot = first.indexOf(u'.');
        if (dot < 0) {
            token.text = first;
            return token;
        }
        token.entity = first.first(dot);
        token.text = first.sliced(dot + 1);
        const bool keyIsQuoted =
            token.text.isEmpty() && m_at < m_text.size() && QStringView(u"\"`'").contains(m_text.at(m_at));
        if (keyIsQuoted) {
            auto inner = quoted(m_text.at(m_at));
            if (!inner)
                return std::unexpected(inner.error());
            token.text = *inner;
            token.quoted = true;
        }
        if (token.text.isEmpty())
            return fail(u"a key is missing behind \"%1\""_s.arg(first));
        return token;
    }

    const QString m_text;
    qsizetype m_at = 0;
};

class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
        , m_lexer(text)
    {
    }

    Result<QList<Condition>> conditions()
    {
        QList<Condition> all;
        if (auto started = advance(); !started)
            return std::unexpected(started.error());
        while (m_token.type != Token::Type::End) {
            if (isWord("AND"_L1)) {
                if (auto done = advance(); !done)
                    return std::unexpected(done.error());
                continue;
            }
            auto condition = this->condition();
            if (!condition)
                return std::unexpected(condition.error());
            all.append(*condition);
            if (all.size() > mostConditions) {
                return failure(
                    ErrorKind::Rejected,
                    u"The filter string has more than %1 conditions. Ask with fewer of them; a list of values "
                    "is one condition (run_id IN ('a', 'b'))."_s.arg(mostConditions));
            }
            if (m_token.type != Token::Type::End && !isWord("AND"_L1))
                return std::unexpected(unexpected(u"AND or the end"_s));
        }
        return all;
    }

private:
    Result<void> advance()
    {
        auto token = m_lexer.next();
        if (!token)
            return std::unexpected(token.error());
        m_token = *token;
        return {};
    }

    bool isWord(QLatin1StringView word) const
    {
        return m_token.type == Token::Type::Identifier && !m_token.quoted && m_token.entity.isEmpty() &&
               m_token.text.compare(word, Qt::CaseInsensitive) == 0;
    }

    Error unexpected(const QString &wanted) const
    {
        const QString there = m_token.type == Token::Type::End ? u"the end"_s : u"'%1'"_s.arg(m_token.text);
        return Error{ErrorKind::Rejected,
                     u"Invalid clause(s) in filter string: expected %1 but found %2 at position %3 of \"%4\"."_s
                         .arg(wanted, there)
                         .arg(m_token.position + 1)
                         .arg(m_text.left(200)),
                     {}};
    }

    Result<Condition> condition()
    {
        if (m_token.type != Token::Type::Identifier)
            return std::unexpected(unexpected(u"a name such as metrics.loss"_s));
        Condition condition;
        condition.entity = m_token.entity;
        condition.key = m_token.text;
        if (auto done = advance(); !done)
            return std::unexpected(done.error());
        auto op = comparison();
        if (!op)
            return std::unexpected(op.error());
        condition.op = *op;
        if (condition.op.startsWith("IS"_L1)) {
            condition.type = Condition::Type::None;
            return condition;
        }
        const bool wantsList = condition.op.endsWith("IN"_L1);
        if (auto done = wantsList ? list(condition) : value(condition); !done)
            return std::unexpected(done.error());
        return condition;
    }

    Result<QString> comparison()
    {
        QString op;
        if (m_token.type == Token::Type::Operator)
            op = m_token.text;
        else if (isWord("LIKE"_L1) || isWord("ILIKE"_L1) || isWord("IN"_L1))
            op = m_token.text.toUpper();
        else if (isWord("NOT"_L1)) {
            if (auto done = advance(); !done)
                return std::unexpected(done.error());
            if (isWord("IN"_L1))
                op = u"NOT IN"_s;
        } else if (isWord("IS"_L1)) {
            return nullComparison();
        }
        if (op.isEmpty())
            return std::unexpected(unexpected(u"a comparison (=, !=, <, >, LIKE, ILIKE, IN)"_s));
        if (auto done = advance(); !done)
            return std::unexpected(done.error());
        return op;
    }

    /// Reads IS NULL or IS NOT NULL, whose first word is the current token.
    Result<QString> nullComparison()
    {
        QString op = u"IS NULL"_s;
        if (auto done = advance(); !done)
            return std::unexpected(done.error());
        if (isWord("NOT"_L1)) {
            op = u"IS NOT NULL"_s;
            if (auto done = advance(); !done)
                return std::unexpected(done.error());
        }
        if (!isWord("NULL"_L1))
            return std::unexpected(unexpected(u"NULL"_s));
        if (auto done = advance(); !done)
            return std::unexpected(done.error());
        return op;
    }

    Result<void> value(Condition &condition)
    {
        // "text" in double quotes is read as an identifier; in the position of a value it is a text.
        const bool isText = m_token.type == Token::Type::Text ||
                            (m_token.type == Token::Type::Identifier && m_token.quoted && m_token.entity.isEmpty());
        if (m_token.type == Token::Type::Number) {
            condition.type = Condition::Type::Number;
            condition.number = m_token.text.toDouble();
        } else if (isText) {
            condition.type = Condition::Type::Text;
        } else {
            return std::unexpected(unexpected(u"a number or a quoted string value"_s));
        }
        condition.text = m_token.text;
        return advance();
    }

    Result<void> list(Condition &condition)
    {
        condition.type = Condition::Type::List;
        if (m_token.type != Token::Type::Open)
            return std::unexpected(unexpected(u"a list in parentheses"_s));
        do {
            if (auto done = advance(); !done)
                return done;
            Condition item;
            const Error asked = unexpected(u"a quoted string value"_s);
            if (auto done = value(item); !done)
                return done;
            if (item.type != Condition::Type::Text)
                return std::unexpected(asked);
            condition.list.append(item.text);
        } while (m_token.type == Token::Type::Comma);
        if (m_token.type != Token::Type::Close)
            return std::unexpected(unexpected(u"',' or ')'"_s));
        return advance();
    }

    const QString m_text;
    Lexer m_lexer;
    Token m_token;
};

} // namespace

Result<QList<Condition>> parseFilter(const QString &filter)
{
    if (filter.isEmpty())
        return QList<Condition>();
    if (filter.trimmed().isEmpty())
        return failure(ErrorKind::Rejected, u"Invalid filter string: it is blank."_s);
    return Parser(filter).conditions();
}

Result<Ordering> parseOrdering(const QString &ordering)
{
    Lexer lexer(ordering);
    auto subject = lexer.next();
    if (!subject)
        return std::unexpected(subject.error());
    auto direction = lexer.next();
    if (!direction)
        return std::unexpected(direction.error());
    auto end = direction->type == Token::Type::End ? direction : lexer.next();
    if (!end)
        return std::unexpected(end.error());
    const QString word = direction->text.toUpper();
    const bool isFine = subject->type == Token::Type::Identifier && end->type == Token::Type::End &&
                        (direction->type == Token::Type::End || word == "ASC"_L1 || word == "DESC"_L1);
    if (!isFine) {
        return failure(
            ErrorKind::Rejected,
            u"Invalid order_by clause '%1': it takes a name and then ASC or DESC."_s.arg(ordering.left(200)));
    }
    return Ordering{subject->entity, subject->text, word == "DESC"_L1};
}

} // namespace Roost::Service::Mlflow
