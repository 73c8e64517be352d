// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/shellplace.h"

#include "models/core/shellline.h"
#include "models/core/wholematch.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

namespace {

bool isPlain(const QString &value)
{
    static const QRegularExpression plain = wholeMatch(u"[A-Za-z0-9_@%+=:,./-]+"_s);
    return plain.match(value).hasMatch();
}

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

// A shell that was given no script but options: what comes next is its program.
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

bool mayBeginACommandAgain(const QString &word)
{
    static const QStringList words{u"then"_s,  u"do"_s,      u"else"_s, u"elif"_s, u"if"_s,
                                   u"while"_s, u"until"_s,   u"{"_s,    u"!"_s,    u"time"_s,
                                   u"exec"_s,  u"command"_s, u"sudo"_s, u"env"_s,  u"nohup"_s};
    static const QRegularExpression assignment(u"^[A-Za-z_][A-Za-z0-9_]*="_s);
    return words.contains(word) || assignment.match(word).hasMatch();
}

QString withBackslashes(QString text, const QString &specials)
{
    for (const QChar special : specials)
        text.replace(special, QString(u'\\') + special);
    return text;
}

} // namespace

void ShellPlace::pass(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const bool isEscaped = m_escapes;
        passSign(text[i], next);
        m_beforeThat = std::exchange(m_before, isEscaped ? QChar(u'x') : text[i]);
    }
}

void ShellPlace::passSign(QChar c, QChar next)
{
    const In in = m_levels.last().in;
    const bool isRaw =
        in == In::Single || in == In::Comment || (in == In::HereDocument && m_documents.first().isQuoted);
    if (std::exchange(m_escapes, false)) {
        if (in == In::HereDocument)
            passInHereDocument(c, QChar());
        else if (m_readsDelimiter)
            passDelimiter(c);
        else if (in == In::Words || in == In::Backquotes)
            m_levels.last().word += c;
        return;
    }
    if (c == u'\\' && !isRaw) {
        m_escapes = true;
        if (m_readsDelimiter)
            m_documents.last().isQuoted = true;
        return;
    }
    if (m_readsDelimiter) {
        passDelimiter(c);
        if (m_readsDelimiter)
            return;
    }
    switch (in) {
    case In::Words:
    case In::Backquotes:
        return passInWords(c, next);
    case In::Double:
        return passInDouble(c, next);
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
            passInWords(c, next);
        }
        return;
    case In::Arithmetic:
        return passParenthesis(c);
    case In::Parameter:
        if (c == u'}')
            close();
        else if (c == u'{')
            open(In::Parameter);
        return;
    case In::HereDocument:
        return passInHereDocument(c, next);
    }
}

void ShellPlace::passInWords(QChar c, QChar next)
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
        passParenthesis(c);
    } else if (c == u'#' && (m_before.isSpace() || u";&|("_s.contains(m_before))) {
        open(In::Comment);
    } else if (c == u'\n') {
        endCommand();
        beginBodies();
    } else if (c == u';' || c == u'&' || c == u'|') {
        endCommand();
    } else if (c == u'<' && m_before == u'<' && m_beforeThat != u'<' && next != u'<') {
        beginHereDocument(next);
    } else if (c == u'<' && m_before == u'<' && m_beforeThat == u'<') {
        m_levels.last().words += u"<<<"_s; // its word is what a command reads
    } else if (c.isSpace() || c == u'<' || c == u'>') {
        endWord();
    } else {
        m_levels.last().word += c;
    }
}

void ShellPlace::passInDouble(QChar c, QChar next)
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

void ShellPlace::passParenthesis(QChar c)
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
    if (!level.words.isEmpty() || !mayBeginACommandAgain(word))
        level.words += word;
}

void ShellPlace::endCommand()
{
    endWord();
    m_levels.last().words.clear();
}

void ShellPlace::beginHereDocument(QChar next)
{
    HereDocument document;
    document.mayBeIndented = next == u'-';
    document.isCode = awaitsProgram(m_levels.last().words) || m_levels.last().words.value(0) == "ssh"_L1;
    m_documents += document;
    m_readsDelimiter = true;
}

void ShellPlace::passDelimiter(QChar c)
{
    HereDocument &document = m_documents.last();
    const bool isAtItsStart = document.delimiter.isEmpty() && !document.isQuoted;
    if (isAtItsStart && (c == u' ' || c == u'\t' || (c == u'-' && m_before == u'<')))
        return;
    if (c == m_delimiterQuote || (m_delimiterQuote.isNull() && (c == u'\'' || c == u'"'))) {
        document.isQuoted = true;
        m_delimiterQuote = m_delimiterQuote.isNull() ? c : QChar();
        return;
    }
    if (m_delimiterQuote.isNull() && (c.isSpace() || u";|&()<>"_s.contains(c))) {
        m_readsDelimiter = false;
        return;
    }
    document.delimiter += c;
}

// They end here, whatever stands open inside.
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

void ShellPlace::passInHereDocument(QChar c, QChar next)
{
    HereDocument &document = m_documents.first();
    if (c != u'\n') {
        document.line += c;
        document.expands =
            document.expands || c == u'`' || (c == u'$' && (next == u'(' || next == u'{' || next == u'['));
        return;
    }
    QString line = std::exchange(document.line, QString());
    while (document.mayBeIndented && line.startsWith(u'\t'))
        line.remove(0, 1);
    if (line != document.delimiter)
        return;
    m_documents.removeFirst();
    if (m_documents.isEmpty())
        close();
}

bool ShellPlace::contains(In in) const
{
    return std::ranges::any_of(m_levels, [in](const Level &level) { return level.in == in; });
}

// What stands there is handed to a shell as its program: quotes of this one do not outlast it.
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
        // Of <(...) they read what is written there.
        const bool isSourced = sources.contains(first) && &level != &m_levels.last() && level.word.isEmpty();
        const bool isRun = isCodeOption(last) && std::ranges::any_of(words, [](const QString &word) {
                               return runners.contains(word.section(u'/', -1));
                           });
        const bool isCalled = last == "-C"_L1 && (first == "mapfile"_L1 || first == "readarray"_L1);
        return readers.contains(first) || isSourced || isRun || isCalled ||
               ((isCodeOption(last) || last == "<<<"_L1) && awaitsProgram(words));
    });
}

/// The command that the value is a word of, whatever quotes it stands in.
const ShellPlace::Level &ShellPlace::command() const
{
    qsizetype i = m_levels.size() - 1;
    while (i > 0 && (m_levels[i].in == In::Double || m_levels[i].in == In::Single || m_levels[i].in == In::Ansi))
        --i;
    return m_levels[i];
}

// The name of a variable may be one of an array with a sum in brackets, which is calculated, in quotes or not.
bool ShellPlace::isNameOfAVariable() const
{
    static const QStringList naming{u"declare"_s,  u"typeset"_s, u"local"_s, u"export"_s,
                                    u"readonly"_s, u"unset"_s,   u"read"_s,  u"getopts"_s};
    static const QStringList asking{u"printf"_s, u"test"_s, u"["_s, u"[["_s};
    static const QRegularExpression subscript(u"^[A-Za-z_][A-Za-z0-9_]*\\["_s);
    static const QRegularExpression calculates = wholeMatch(u"-[A-Za-z]*[in][A-Za-z]*"_s);
    const Level &level = command();
    if (level.words.isEmpty())
        return subscript.match(level.word).hasMatch() && !level.word.contains(u'=');
    const QString first = level.words.first();
    const QString last = level.words.last();
    if (last == "-v"_L1 && asking.contains(first))
        return true;
    if (!naming.contains(first) || last == "<<<"_L1)
        return false;
    return !level.word.contains(u'=') ||
           std::ranges::any_of(level.words, [](const QString &word) { return calculates.match(word).hasMatch(); });
}

// [[ calculates what stands beside -eq, and runs what is written in brackets there, in quotes or not.
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
    if (contains(In::HereDocument) && m_documents.first().isCode)
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

Result<QString> ShellPlace::inHereDocument(const QString &value) const
{
    const HereDocument &document = m_documents.first();
    if (value.contains(u'\n'))
        return failure(ErrorKind::Rejected, u"in a here-document, which a line of the value could end"_s);
    if (const QString line = document.line + value; !line.isEmpty() && document.delimiter.startsWith(line))
        return failure(ErrorKind::Rejected, u"in a here-document, which the value could end"_s);
    if (document.isQuoted)
        return value;
    if (document.expands && !isPlain(value))
        return failure(ErrorKind::Rejected, u"in a here-document behind something that is expanded"_s);
    return withBackslashes(value, u"\\$`"_s);
}

Result<QString> ShellPlace::quoted(const QString &value, QStringView after) const
{
    if (const QString why = whyNothingCanBeQuoted(after); !why.isEmpty()) {
        if (isPlain(value))
            return value;
        return failure(ErrorKind::Rejected, why);
    }
    QString text = value;
    switch (m_levels.last().in) {
    case In::Single:
        return text.replace(u'\'', u"'\\''"_s);
    case In::Double:
        return withBackslashes(text, u"\\\"$`"_s);
    case In::Ansi:
        return withBackslashes(text, u"\\'"_s);
    case In::Comment:
        return text.replace(u'\n', u' ');
    case In::HereDocument:
        return inHereDocument(value);
    case In::Backquotes:
        return withBackslashes(ShellLine::literal(text), u"\\$`"_s);
    default:
        return ShellLine::literal(text);
    }
}

} // namespace Roost::Shell
