// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/fetch.h"

#include "app/roostctl/verb.h"

#include <QDir>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

QCommandLineOption toOption()
{
    return {u"to"_s, u"The folder to put files in (this one)."_s, u"DIR"_s};
}

int fetch(Session &session, RunHistory *history, const QList<Wanted> &wanted)
{
    const QString folder = session.has(u"to"_s) ? session.option(u"to"_s) : QDir::currentPath();
    QJsonArray json;
    for (const Wanted &file : wanted) {
        const auto target = downloadTarget(folder, file.path);
        if (!target) {
            say(target.error());
            return Trouble;
        }
        QEventLoop loop;
        Interrupt interrupt;
        Download download(history, file.source, *target);
        QObject::connect(&download, &Download::finished, &loop, &QEventLoop::quit);
        QObject::connect(&interrupt, &Interrupt::pressed, &download, &Download::cancel);
        download.start();
        if (download.state() == Download::State::Fetching)
            loop.exec();
        if (download.state() == Download::State::Canceled) {
            say(u"Stopped; the same command goes on where it stood."_s);
            return Trouble;
        }
        if (download.state() != Download::State::Done) {
            say(download.error());
            return Trouble;
        }
        json += QJsonObject{{u"path"_s, file.path}, {u"file"_s, *target}, {u"size"_s, download.done()}};
        if (!session.wantsJson())
            print(u"%1  %2\n"_s.arg(*target, sizeText(download.done())));
    }
    if (session.wantsJson())
        print(json);
    return Done;
}

} // namespace Roost::Ctl
