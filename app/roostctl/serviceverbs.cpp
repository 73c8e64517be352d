// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/opening.h"
#include "app/roostctl/verb.h"

#include <QDir>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> folderOf(const CommandContext &context)
{
    const auto where = context.address();
    if (!where)
        return std::nullopt;
    const auto folder = localFolder(*where);
    if (folder)
        return *folder;
    printError(folder.error());
    return std::nullopt;
}

int status(CommandContext &context)
{
    const auto folder = folderOf(context);
    if (!folder)
        return Trouble;
    const auto answer = CommandContext::wait(serviceStatus(context.network(), *folder));
    if (!answer && answer.error().kind == ErrorKind::NotFound) {
        if (context.wantsJson())
            print(QJsonObject{{u"running"_s, false}, {u"workspace"_s, *folder}});
        else
            print(u"The service of %1 is not running; it starts when it is needed.\n"_s.arg(*folder));
        return Done;
    }
    if (!answer) {
        printError(answer.error());
        return Trouble;
    }
    QJsonObject reply = *answer;
    reply[u"running"_s] = true;
    if (context.wantsJson())
        print(reply);
    else
        print(u"The service of %1 is running: process %2, version %3, %4 active runs.\n"_s.arg(*folder)
                  .arg(reply["pid"_L1].toInteger())
                  .arg(reply["version"_L1].toString())
                  .arg(reply["activeRuns"_L1].toInteger()));
    if (const QString trouble = reply["storeError"_L1].toString(); !context.wantsJson() && !trouble.isEmpty())
        printError(u"It cannot write into the workspace: "_s + trouble);
    const QString served = reply["workspace"_L1].toString();
    if (!context.wantsJson() && served != QDir(*folder).canonicalPath())
        printError(u"The workspace was moved from %1 while it ran. Stop it, so that the next one serves it here."_s.arg(
            served));
    return Done;
}

int stop(CommandContext &context)
{
    const auto folder = folderOf(context);
    if (!folder)
        return Trouble;
    const auto answer = CommandContext::wait(stopService(context.network(), *folder, context.has(u"force"_s)));
    const bool absent = !answer && answer.error().kind == ErrorKind::NotFound;
    if (!answer && !absent) {
        printError(answer.error());
        return Trouble;
    }
    if (context.wantsJson())
        print(QJsonObject{{u"stopped"_s, true}, {u"wasRunning"_s, !absent}});
    else
        print(absent ? u"The service is not running.\n"_s : u"The service has been asked to stop.\n"_s);
    return Done;
}

} // namespace

QList<Verb> serviceVerbs()
{
    const QCommandLineOption force(
        u"force"_s,
        u"Even while runs are active or the service does not answer; runs go on and are taken up again at the "
        "next start."_s);
    return {
        {u"service status"_s, {}, u"Tells whether the service of a local workspace is running."_s, {}, 0, 0, status},
        {u"service stop"_s, {}, u"Stops it."_s, {force}, 0, 0, stop},
    };
}

} // namespace Roost::Ctl
