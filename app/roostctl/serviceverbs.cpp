// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/opening.h"
#include "app/roostctl/session.h"
#include "app/roostctl/verb.h"

#include <QDir>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> folderOf(const Session &session)
{
    const auto where = session.address();
    if (!where)
        return std::nullopt;
    const auto folder = localFolder(*where);
    if (folder)
        return *folder;
    say(folder.error());
    return std::nullopt;
}

int status(Session &session)
{
    const auto folder = folderOf(session);
    if (!folder)
        return Trouble;
    const auto answer = Session::wait(serviceStatus(session.network(), *folder));
    if (!answer && answer.error().kind == ErrorKind::NotFound) {
        if (session.wantsJson())
            print(QJsonObject{{u"running"_s, false}, {u"workspace"_s, *folder}});
        else
            print(u"The service of %1 is not running; it starts when it is needed.\n"_s.arg(*folder));
        return Done;
    }
    if (!answer) {
        say(answer.error());
        return Trouble;
    }
    QJsonObject said = *answer;
    said[u"running"_s] = true;
    if (session.wantsJson())
        print(said);
    else
        print(u"The service of %1 is running: process %2, version %3, %4 active runs.\n"_s.arg(*folder)
                  .arg(said["pid"_L1].toInteger())
                  .arg(said["version"_L1].toString())
                  .arg(said["activeRuns"_L1].toInteger()));
    if (const QString trouble = said["storeError"_L1].toString(); !session.wantsJson() && !trouble.isEmpty())
        say(u"It cannot write into the workspace: "_s + trouble);
    const QString served = said["workspace"_L1].toString();
    if (!session.wantsJson() && served != QDir(*folder).canonicalPath())
        say(u"The workspace was moved from %1 while it ran. Stop it, so that the next one serves it here."_s.arg(
            served));
    return Done;
}

int stop(Session &session)
{
    const auto folder = folderOf(session);
    if (!folder)
        return Trouble;
    const auto answer = Session::wait(stopService(session.network(), *folder, session.has(u"force"_s)));
    const bool absent = !answer && answer.error().kind == ErrorKind::NotFound;
    if (!answer && !absent) {
        say(answer.error());
        return Trouble;
    }
    if (session.wantsJson())
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
