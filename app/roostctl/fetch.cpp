// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/fetch.h"

#include "app/roostctl/verb.h"

#include <QDir>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

/// True: it is there. Nothing: a person stopped it.
std::optional<bool> fetchOne(Download &download)
{
    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&download, &Download::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::pressed, &download, &Download::cancel);
    download.start();
    if (download.state() == Download::State::Fetching)
        loop.exec();
    if (download.state() == Download::State::Canceled)
        return std::nullopt;
    return download.state() == Download::State::Done;
}

} // namespace

QList<QCommandLineOption> fetchOptions()
{
    return {{u"to"_s, u"The folder to put files in (this one)."_s, u"DIR"_s},
            {u"force"_s, u"Replaces files that are there with other content."_s}};
}

int fetch(Session &session, RunHistory *history, const QList<Wanted> &wanted)
{
    const QString folder = session.has(u"to"_s) ? session.option(u"to"_s) : QDir::currentPath();
    QJsonArray json;
    // One that cannot be had keeps nobody from the others.
    for (const Wanted &file : wanted) {
        const auto target = downloadTarget(folder, file.path);
        if (!target) {
            say(target.error());
            continue;
        }
        Download download(history, file.source, *target);
        download.setReplacing(session.has(u"force"_s));
        const auto done = fetchOne(download);
        if (!done) {
            say(u"Stopped; the same command goes on where it stood."_s);
            return Trouble;
        }
        if (!*done) {
            say(download.error());
            if (download.error().kind == ErrorKind::Unreachable)
                break;
            continue;
        }
        json += QJsonObject{{u"path"_s, file.path}, {u"file"_s, *target}, {u"size"_s, download.done()}};
        if (!session.wantsJson())
            print(u"%1  %2\n"_s.arg(*target, sizeText(download.done())));
    }
    if (session.wantsJson())
        print(json);
    const qsizetype missing = wanted.size() - json.size();
    if (missing > 0 && wanted.size() > 1)
        say(u"%1 of %2 files were not fetched."_s.arg(missing).arg(wanted.size()));
    return missing == 0 ? Done : Trouble;
}

} // namespace Roost::Ctl
