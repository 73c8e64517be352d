// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/scriptline.h"

#include "models/core/job.h"
#include "models/core/shellline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Roost::Shell::ScriptLine {

namespace {

// One line, as a job's command is: line breaks, continued ones too, only part arguments.
QString flat(QString text)
{
    text.replace("\\\n"_L1, " "_L1);
    text.replace(u'\n', u' ');
    return text.trimmed();
}

// Behind the first word that is not quoted or escaped further.
qsizetype endOfWord(const QString &line, qsizetype from)
{
    QChar quote;
    for (qsizetype i = from; i < line.size(); ++i) {
        const QChar c = line[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else if (c == u'\\' && quote == u'"')
                ++i;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'\\') {
            ++i;
        } else if (c.isSpace()) {
            return i;
        }
    }
    return line.size();
}

// What the shell would run or fill in there, within double quotes as without.
QString commandOf(const QString &line, qsizetype at, bool inQuotes)
{
    if (inQuotes && line[at] == u'`')
        return u"`"_s;
    return ShellLine::commandAt(line, at, inQuotes);
}

qsizetype skipSpace(const QString &line, qsizetype from)
{
    while (from < line.size() && line[from].isSpace())
        ++from;
    return from;
}

} // namespace

std::optional<Parts> apart(const QString &command)
{
    const auto parsed = ScriptCommand::fromCommand(command);
    if (!parsed)
        return std::nullopt;
    const QString line = flat(command);
    const qsizetype script = skipSpace(line, endOfWord(line, 0));
    return Parts{parsed->script, line.mid(skipSpace(line, endOfWord(line, script)))};
}

QString together(const QString &script, const QString &argumentsText)
{
    const QString call = ScriptCommand{script, {}}.toCommand();
    const QString text = flat(argumentsText);
    return text.isEmpty() ? call : QString(call + u' ' + text);
}

std::optional<QStringList> arguments(const QString &argumentsText)
{
    const auto words = ShellLine::words(flat(argumentsText));
    if (!words)
        return std::nullopt;
    QStringList seen;
    for (const ShellLine::Word &word : *words)
        seen += word.text;
    return seen;
}

QString whyNotArguments(const QString &argumentsText)
{
    if (arguments(argumentsText))
        return {};
    QChar quote;
    qsizetype opened = 0;
    for (qsizetype i = 0; i < argumentsText.size(); ++i) {
        const QChar c = argumentsText[i];
        const QString command = quote == u'\'' ? QString() : commandOf(argumentsText, i, !quote.isNull());
        if (!command.isEmpty()) {
            return QCoreApplication::translate("Roost::Shell::ScriptLine",
                                               "%1 means something to the shell. Put the argument in single quotes, or "
                                               "run a command instead of a script.")
                .arg(command);
        }
        if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else if (c == u'\\' && quote == u'"')
                ++i;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            opened = i;
        } else if (c == u'\\') {
            ++i;
        } else if ("|&;<>()`"_L1.contains(c)) {
            return QCoreApplication::translate("Roost::Shell::ScriptLine",
                                               "%1 means something to the shell. Put the argument in quotes, or run a "
                                               "command instead of a script.")
                .arg(c);
        }
    }
    return QCoreApplication::translate("Roost::Shell::ScriptLine", "The quote %1 before “%2” is not closed.")
        .arg(quote.isNull() ? u'"' : quote, argumentsText.mid(opened + 1, 12).simplified());
}

} // namespace Roost::Shell::ScriptLine
