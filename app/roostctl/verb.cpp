// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/verb.h"

#include "app/roostctl/commandcontext.h"
#include "app/roostctl/serveropening.h"
#include "models/files/filename.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <unistd.h>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

const QString version = QStringLiteral(ROOST_VERSION);

QString overview()
{
    QString text = u"Usage: roostctl VERB [OPTIONS] [ARGUMENTS]\n\n"
                   "Submits, watches and fetches PyTorch training runs, on this machine or on Azure ML.\n\nVerbs:\n"_s;
    const QList<Verb> verbs = allVerbs();
    qsizetype width = 0;
    for (const Verb &verb : verbs)
        width = std::max(width, QString(verb.words + u' ' + verb.arguments).size());
    for (const Verb &verb : verbs)
        text +=
            u"  "_s + QString(verb.words + u' ' + verb.arguments).leftJustified(width) + u"  "_s + verb.summary + u'\n';
    text += u"\nEach verb has --help, --json, and --workspace PATH|URL. Without --workspace the workspace is found by\n"
            "config.json or .azureml/config.json in this folder or a parent.\n"_s;
    return text;
}

// Returns the verb with the most words that matches the start of `arguments`.
const Verb *findVerb(const QList<Verb> &verbs, const QStringList &arguments)
{
    const Verb *found = nullptr;
    for (const Verb &verb : verbs) {
        const QStringList words = verb.words.split(u' ');
        if (arguments.first(std::min(words.size(), arguments.size())) == words &&
            (!found || words.size() > found->words.split(u' ').size()))
            found = &verb;
    }
    return found;
}

// Detects "computes shwo": a word after a verb that takes no arguments, if there are longer verbs.
bool isUnknownBelow(const QList<Verb> &verbs, const Verb &verb, const QStringList &rest)
{
    return verb.most == 0 && !rest.isEmpty() && !rest.first().startsWith(u'-') &&
           std::ranges::any_of(verbs, [&](const Verb &other) { return other.words.startsWith(verb.words + u' '); });
}

int unknown(const QList<Verb> &verbs, const QStringList &arguments)
{
    QStringList below;
    for (const Verb &verb : verbs) {
        if (verb.words.startsWith(arguments.first() + u' '))
            below += verb.words.section(u' ', 1);
    }
    if (below.isEmpty())
        printError(u"There is no verb '%1'. Try roostctl --help."_s.arg(arguments.first()));
    else
        printError(u"After '%1' comes one of: %2."_s.arg(arguments.first(), below.join(u", "_s)));
    return BadUsage;
}

// The options that all verbs have.
QList<QCommandLineOption> commonOptions()
{
    return QList<QCommandLineOption>{
               {u"json"_s, u"Prints JSON."_s},
               {{u"w"_s, u"workspace"_s}, u"The workspace: a folder, a config.json, or a URL."_s, u"PATH|URL"_s},
               {u"trust"_s, u"Uses the workspace folder, now and later, though other users could have prepared it."_s},
           } +
           serverOptions();
}

// Removes the options before the verb, as in `roostctl --workspace birds runs list`. All verbs have these options.
QStringList takeLeadingOptions(QStringList &arguments)
{
    QStringList leading;
    while (!arguments.isEmpty()) {
        const QString first = arguments.first();
        const auto names = [&first](const QCommandLineOption &option) {
            return std::ranges::any_of(option.names(), [&](const QString &name) {
                const QString dashed = (name.size() == 1 ? u"-"_s : u"--"_s) + name;
                return first == dashed || first.startsWith(dashed + u'=');
            });
        };
        const auto options = commonOptions();
        const auto option = std::ranges::find_if(options, names);
        if (option == options.end())
            break;
        const bool hasValue = !option->valueName().isEmpty() && !first.contains(u'=');
        leading += arguments.takeFirst();
        if (hasValue && !arguments.isEmpty())
            leading += arguments.takeFirst();
    }
    return leading;
}

// Qt opens files only by UTF-8 names, so an argument that is not UTF-8 would name another file.
bool hasUnusableWord(const Verb *verb, const QStringList &words)
{
    const auto unusable = std::ranges::find_if(words, &Files::hasByteCharacters);
    if (unusable == words.end() || (verb && verb->acceptsBytes))
        return false;
    printError(u"The word \"%1\" is not valid UTF-8 and cannot be used; rename the file first."_s.arg(*unusable));
    return true;
}

bool isCurrentFolderUnusable()
{
    const std::unique_ptr<char, decltype(&std::free)> here(::getcwd(nullptr, 0), &std::free);
    if (!here || QFile::encodeName(QDir::currentPath()) == here.get())
        return false;
    printError(u"The name of the folder %1 is not valid UTF-8. Rename it, or call roostctl from another."_s.arg(
        Files::textOf(here.get())));
    return true;
}

int runVerb(const Verb &verb, const QStringList &rest)
{
    QCommandLineParser parser;
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Shows this help."_s);
    parser.setApplicationDescription(verb.summary);
    parser.addOptions(verb.options);
    parser.addOptions(commonOptions());
    parser.addOption(help);
    if (!verb.arguments.isEmpty())
        parser.addPositionalArgument(verb.arguments, QString(), verb.arguments);
    const bool ok = parser.parse(QStringList{u"roostctl "_s + verb.words} + rest);
    if (parser.isSet(help)) {
        QString text = parser.helpText();
        text = u"Usage: roostctl %1 [OPTIONS] %2\n"_s.arg(verb.words, verb.arguments) +
               text.sliced(text.indexOf(u'\n') + 1);
        if (const qsizetype arguments = text.indexOf("\nArguments:"_L1); arguments >= 0)
            text.truncate(arguments);
        print(text.trimmed() + u'\n');
        return Done;
    }
    if (!ok) {
        printError(parser.errorText() + u" Try roostctl %1 --help."_s.arg(verb.words));
        return BadUsage;
    }
    const qsizetype count = parser.positionalArguments().size();
    if (count < verb.least || (verb.most >= 0 && count > verb.most)) {
        printError(u"Usage: roostctl %1 %2"_s.arg(verb.words, verb.arguments));
        return BadUsage;
    }
    CommandContext context(parser);
    return verb.run(context);
}

} // namespace

QList<Verb> allVerbs()
{
    return workspaceVerbs() + maintenanceVerbs() + submitVerbs() + runsVerbs() + logsVerbs() + runFilesVerbs() +
           computesVerbs() + environmentsVerbs() + modelsVerbs() + importVerbs() + exportVerbs() + serviceVerbs();
}

int runCommandLine(const QStringList &line)
{
    QStringList arguments = line;
    const QStringList options = takeLeadingOptions(arguments);
    if (arguments.isEmpty() || arguments.first() == "--help"_L1 || arguments.first() == "-h"_L1 ||
        arguments.first() == "help"_L1) {
        print(overview());
        return arguments.isEmpty() ? BadUsage : Done;
    }
    if (arguments.first() == "--version"_L1) {
        print(u"roostctl "_s + version + u'\n');
        return Done;
    }
    const QList<Verb> verbs = allVerbs();
    const Verb *verb = findVerb(verbs, arguments);
    const QStringList rest = verb ? arguments.sliced(verb->words.split(u' ').size()) : QStringList();
    if (hasUnusableWord(verb, line) || isCurrentFolderUnusable())
        return BadUsage;
    if (!verb || isUnknownBelow(verbs, *verb, rest))
        return unknown(verbs, arguments);
    return runVerb(*verb, options + rest);
}

} // namespace Roost::Ctl
