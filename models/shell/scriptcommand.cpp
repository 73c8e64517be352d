// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/scriptcommand.h"

#include "models/core/wholematch.h"
#include "models/shell/quoting.h"
#include "models/shell/tokenizer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

namespace {

// Joins arguments to one line: line breaks, including continued ones, only separate arguments.
QString onOneLine(QString text)
{
    text.replace("\\\n"_L1, " "_L1);
    text.replace(u'\n', u' ');
    return text.trimmed();
}

/// Returns the words of a line that is one python call of one script.
std::optional<QList<Word>> scriptWords(const QString &command)
{
    static const QRegularExpression interpreter = wholeMatch(u"python(3(\\.\\d+)?)?"_s);
    const auto words = tokenize(command);
    if (!words || words->size() < 2 || !interpreter.match(words->first().text).hasMatch() ||
        words->at(1).text.startsWith(u'-'))
        return std::nullopt;
    return *words;
}

} // namespace

QString ScriptCommand::toCommand() const
{
    QStringList words{u"python"_s, quoteArgument(script)};
    for (const QString &argument : arguments)
        words += quoteArgument(argument);
    return words.join(u' ');
}

std::optional<ScriptCommand> ScriptCommand::fromCommand(const QString &command)
{
    const auto words = scriptWords(command);
    if (!words)
        return std::nullopt;
    ScriptCommand call{words->at(1).argument(), {}};
    for (const Word &word : words->sliced(2))
        call.arguments += word.argument();
    return call;
}

std::optional<ScriptText> splitCommand(const QString &command)
{
    const auto words = scriptWords(command);
    if (!words)
        return std::nullopt;
    const QString arguments = words->size() > 2 ? command.sliced(words->at(2).begin) : QString();
    return ScriptText{words->at(1).argument(), onOneLine(arguments)};
}

QString joinCommand(const QString &script, const QString &argumentsText)
{
    const QString call = ScriptCommand{script, {}}.toCommand();
    const QString text = onOneLine(argumentsText);
    return text.isEmpty() ? call : QString(call + u' ' + text);
}

std::optional<QStringList> splitArguments(const QString &argumentsText)
{
    const auto words = tokenize(onOneLine(argumentsText));
    if (!words)
        return std::nullopt;
    QStringList texts;
    for (const Word &word : *words)
        texts += word.text;
    return texts;
}

QString argumentsProblem(const QString &argumentsText)
{
    const QString line = onOneLine(argumentsText);
    const auto words = tokenize(line);
    if (words)
        return {};
    const TokenError &error = words.error();
    switch (error.kind) {
    case TokenError::Kind::Expansion:
        return QCoreApplication::translate(
                   "Roost::Shell::ScriptLine",
                   "%1 has a special meaning to the shell. Put the argument in single quotes, or "
                   "run a command instead of a script.")
            .arg(error.sign);
    case TokenError::Kind::Operator:
    case TokenError::Kind::LineBreak:
        return QCoreApplication::translate(
                   "Roost::Shell::ScriptLine",
                   "%1 has a special meaning to the shell. Put the argument in quotes, or run a "
                   "command instead of a script.")
            .arg(error.sign);
    case TokenError::Kind::OpenQuote:
        return QCoreApplication::translate("Roost::Shell::ScriptLine", "The quote %1 before “%2” is not closed.")
            .arg(error.sign, line.mid(error.at + 1, 12).simplified());
    }
    std::unreachable();
}

} // namespace Roost::Shell
