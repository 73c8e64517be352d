// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/shellplace.h"

#include "models/core/wholematch.h"
#include "models/shell/quoting.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

namespace {

bool isShell(const QString &word)
{
    static const QStringList shells{u"bash"_s, u"sh"_s, u"dash"_s, u"zsh"_s, u"ksh"_s, u"ash"_s, u"su"_s};
    return shells.contains(word.section(u'/', -1));
}

bool isCodeOption(const QString &word)
{
    static const QRegularExpression option = wholeMatch(u"-[A-Za-z]*c[A-Za-z]*"_s);
    return option.match(word).hasMatch();
}

// Returns whether the command is a shell with options but without a script, whose next argument is a program.
bool awaitsProgram(const QStringList &words)
{
    const auto shell = std::ranges::find_if(words, isShell);
    if (shell == words.end())
        return false;
    if (shell->section(u'/', -1) == "su"_L1)
        return true;
    for (auto word = shell + 1; word != words.end(); ++word) {
        const QString before = *(word - 1);
        if (!word->startsWith(u'-') && !word->startsWith(u'+') && before.compare("-o"_L1, Qt::CaseInsensitive) != 0)
            return false;
    }
    return true;
}

bool precedesCommand(const QString &word)
{
    static const QStringList words{u"then"_s,  u"do"_s,      u"else"_s, u"elif"_s, u"if"_s,
                                   u"while"_s, u"until"_s,   u"{"_s,    u"!"_s,    u"time"_s,
                                   u"exec"_s,  u"command"_s, u"sudo"_s, u"env"_s,  u"nohup"_s};
    static const QRegularExpression assignment(u"^[A-Za-z_][A-Za-z0-9_]*="_s);
    return words.contains(word) || assignment.match(word).hasMatch();
}

} // namespace

void ShellPlace::advance(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const bool isEscaped = m_escapes;
        advanceOne(text[i], next);
        m_beforeThat = std::exchange(m_before, isEscaped ? QChar(u'x') : text[i]);
    }
}

void ShellPlace::advanceOne(QChar c, QChar next)
{
    const In in = m_levels.last().in;
    const bool isRaw = in == In::Single || in == In::Comment || (in == In::HereDocument && m_documents.isQuoted());
    if (std::exchange(m_escapes, false)) {
        if (in == In::HereDocument)
            advanceInHereDocument(c, QChar());
        else if (m_documents.readsDelimiter())
            m_documents.advanceDelimiter(c, m_before);
        else if (in == In::Words || in == In::Backquotes)
            m_levels.last().word += c;
        return;
    }
    if (c == u'\\' && !isRaw) {
        m_escapes = true;
        if (m_documents.readsDelimiter())
            m_documents.quoteDelimiter();
        return;
    }
    if (m_documents.readsDelimiter()) {
        m_documents.advanceDelimiter(c, m_before);
        if (m_documents.readsDelimiter())
            return;
    }
    switch (in) {
    case In::Words:
    case In::Backquotes:
        return advanceInWords(c, next);
    case In::Double:
        return advanceInDouble(c, next);
    case In::Single:
    case In::Ansi:
        if (c == u'\'')
            close();
        else if (m_levels.size() > 1)
            m_levels[m_levels.size() - 2].word += c;
        return;
    case In::Comment:
        if (c == u'\n') {
            close();
            advanceInWords(c, next);
        }
        return;
    case In::Arithmetic:
        return advanceParenthesis(c);
    case In::Parameter:
        if (c == u'}')
            close();
        else if (c == u'{')
            open(In::Parameter);
        return;
    case In::HereDocument:
        return advanceInHereDocument(c, next);
    }
}

void ShellPlace::advanceInWords(QChar c, QChar next)
{
    if (c == u'\'') {
        open(m_before == u'$' ? In::Ansi : In::Single);
    } else if (c == u'"') {
        open(In::Double);
    } else if (c == u'`') {
        contains(In::Backquotes) ? closeBackquotes() : open(In::Backquotes);
    } else if (c == u'{' && m_before == u'$') {
        open(In::Parameter);
    } else if (c == u'(' || c == u')') {
        advanceParenthesis(c);
    } else if (c == u'#' && (m_before.isSpace() || u";&|("_s.contains(m_before))) {
        open(In::Comment);
    } else if (c == u'\n') {
        endCommand();
        beginBodies();
    } else if (c == u';' || c == u'&' || c == u'|') {
        endCommand();
    } else if (c == u'<' && m_before == u'<' && m_beforeThat != u'<' && next != u'<') {
        const QStringList &words = m_levels.last().words;
        m_documents.begin(next, awaitsProgram(words) || words.value(0) == "ssh"_L1);
    } else if (c == u'<' && m_before == u'<' && m_beforeThat == u'<') {
        m_levels.last().words += u"<<<"_s; // the next word is the input of the command
    } else if (c.isSpace() || c == u'<' || c == u'>') {
        endWord();
    } else {
        m_levels.last().word += c;
    }
}

void ShellPlace::advanceInDouble(QChar c, QChar next)
{
    if (c == u'"')
        close();
    else if (c == u'(' && m_before == u'$')
        open(next == u'(' ? In::Arithmetic : In::Words);
    else if (c == u'{' && m_before == u'$')
        open(In::Parameter);
    else if (c == u'`' && !contains(In::Backquotes))
        open(In::Backquotes);
    else if (c == u'`')
        closeBackquotes();
    else if (m_levels.size() > 1)
        m_levels[m_levels.size() - 2].word += c;
}

void ShellPlace::advanceParenthesis(QChar c)
{
    Level &level = m_levels.last();
    if (c == u'(') {
        const bool isSecond = m_before == u'(' && m_levels.size() > 1;
        if (isSecond)
            level.in = In::Arithmetic;
        endWord();
        open(level.in == In::Arithmetic ? In::Arithmetic : In::Words);
    } else if (c == u')') {
        endWord();
        if (level.cases > 0) // ends a pattern
            endCommand();
        else if (m_levels.size() > 1 && (level.in == In::Words || level.in == In::Arithmetic))
            close();
    }
}

void ShellPlace::endWord()
{
    Level &level = m_levels.last();
    if (level.word.isEmpty())
        return;
    if (level.word == "case"_L1 && level.words.isEmpty())
        ++level.cases;
    else if (level.word == "esac"_L1 && level.words.isEmpty() && level.cases > 0)
        --level.cases;
    const QString word = std::exchange(level.word, QString());
    if (!level.words.isEmpty() || !precedesCommand(word))
        level.words += word;
}

void ShellPlace::endCommand()
{
    endWord();
    m_levels.last().words.clear();
}

// A closing backquote also closes everything that was opened inside it.
void ShellPlace::closeBackquotes()
{
    while (m_levels.last().in != In::Backquotes)
        close();
    close();
}

void ShellPlace::beginBodies()
{
    if (!m_documents.isEmpty())
        open(In::HereDocument);
}

void ShellPlace::advanceInHereDocument(QChar c, QChar next)
{
    if (m_documents.advanceBody(c, next))
        close();
}

bool ShellPlace::contains(In in) const
{
    return std::ranges::any_of(m_levels, [in](const Level &level) { return level.in == in; });
}

// Returns whether another shell runs the text at this position as its program: it would interpret quotes of this shell
// a second time.
bool ShellPlace::isCodeOfAnotherShell() const
{
    static const QStringList readers{u"eval"_s, u"trap"_s, u"ssh"_s, u"watch"_s, u"alias"_s, u"compgen"_s};
    static const QStringList runners{u"script"_s, u"flock"_s};
    static const QStringList sources{u"."_s, u"source"_s};
    return std::ranges::any_of(m_levels, [this](const Level &level) {
        QStringList words = level.words;
        if (!words.isEmpty() && words.last() == "--"_L1)
            words.removeLast();
        if (words.isEmpty())
            return false;
        const QString last = words.takeLast();
        const QString first = level.words.first();
        // `source <(...)` runs the output of the commands inside the parentheses.
        const bool isSourced = sources.contains(first) && &level != &m_levels.last() && level.word.isEmpty();
        const bool isRun = isCodeOption(last) && std::ranges::any_of(words, [](const QString &word) {
                               return runners.contains(word.section(u'/', -1));
                           });
        const bool isCalled = last == "-C"_L1 && (first == "mapfile"_L1 || first == "readarray"_L1);
        return readers.contains(first) || isSourced || isRun || isCalled ||
               ((isCodeOption(last) || last == "<<<"_L1) && awaitsProgram(words));
    });
}

// Returns the command to which the value belongs as a word, inside quotes or not.
const ShellPlace::Level &ShellPlace::command() const
{
    qsizetype i = m_levels.size() - 1;
    while (i > 0 && (m_levels[i].in == In::Double || m_levels[i].in == In::Single || m_levels[i].in == In::Ansi))
        --i;
    return m_levels[i];
}

// Returns whether the value is the name of a variable. A name may have a subscript, which the shell evaluates even in
// quotes.
bool ShellPlace::isNameOfAVariable() const
{
    static const QStringList naming{u"declare"_s,  u"typeset"_s, u"local"_s, u"export"_s,
                                    u"readonly"_s, u"unset"_s,   u"read"_s,  u"getopts"_s};
    static const QStringList testing{u"printf"_s, u"test"_s, u"["_s, u"[["_s};
    static const QRegularExpression subscript(u"^[A-Za-z_][A-Za-z0-9_]*\\["_s);
    static const QRegularExpression calculates = wholeMatch(u"-[A-Za-z]*[in][A-Za-z]*"_s);
    const Level &level = command();
    if (level.words.isEmpty())
        return subscript.match(level.word).hasMatch() && !level.word.contains(u'=');
    const QString first = level.words.first();
    const QString last = level.words.last();
    if (last == "-v"_L1 && testing.contains(first))
        return true;
    if (!naming.contains(first) || last == "<<<"_L1)
        return false;
    return !level.word.contains(u'=') ||
           std::ranges::any_of(level.words, [](const QString &word) { return calculates.match(word).hasMatch(); });
}

// Returns whether the value is an operand of `let`, or of -eq or a similar operator in `[[`. Both evaluate operands,
// including command substitutions in a subscript, even in quotes.
bool ShellPlace::isCalculated(QStringView after) const
{
    static const QRegularExpression compares(u"\\s-(?:eq|ne|lt|le|gt|ge)\\s"_s);
    return std::ranges::any_of(m_levels, [after](const Level &level) {
        const QString first = level.words.value(0);
        const QString test =
            level.words.join(u' ') + u' ' + after.first(std::max<qsizetype>(0, after.indexOf("]]"_L1)));
        return first == "let"_L1 || (first == "[["_L1 && compares.match(test).hasMatch());
    });
}

QString ShellPlace::whyNothingCanBeQuoted(QStringView after) const
{
    if (isCodeOfAnotherShell())
        return u"in the program of another shell (as in bash -c \"...\"), which would read the value again"_s;
    if (contains(In::HereDocument) && m_documents.isCode())
        return u"in a here-document that a shell reads as its program"_s;
    if (contains(In::Arithmetic))
        return u"in an arithmetic expression (( ))"_s;
    if (contains(In::Parameter))
        return u"in a parameter expansion ${ }"_s;
    const bool isSimple = m_levels.size() == 2 && m_levels.last().in == In::Backquotes;
    if (contains(In::Backquotes) && !isSimple)
        return u"in quotes inside backquotes, or backquotes inside quotes; $(...) can be nested"_s;
    if (isNameOfAVariable())
        return u"in the name of a variable, or where one is calculated"_s;
    if (isCalculated(after))
        return u"in a test or sum that the shell may calculate"_s;
    return {};
}

Result<QString> ShellPlace::quoted(const QString &value, QStringView after) const
{
    if (const QString why = whyNothingCanBeQuoted(after); !why.isEmpty()) {
        if (isPlainWord(value))
            return value;
        return failure(ErrorKind::Rejected, why);
    }
    QString text = value;
    switch (m_levels.last().in) {
    case In::Single:
        return text.replace(u'\'', u"'\\''"_s);
    case In::Double:
        return escaped(text, u"\\\"$`"_s);
    case In::Ansi:
        return escaped(text, u"\\'"_s);
    case In::Comment:
        return text.replace(u'\n', u' ');
    case In::HereDocument:
        return m_documents.quoted(value);
    case In::Backquotes:
        return escaped(quoteLiteral(text), u"\\$`"_s);
    default:
        return quoteLiteral(text);
    }
}

} // namespace Roost::Shell
