// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/fetch.h"
#include "app/roostctl/interrupt.h"

#include "app/roostctl/verb.h"

#include <QDir>
#include <QFileInfo>

namespace Roost::Ctl {

using namespace Transfer;

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
            {{u"o"_s, u"output"_s}, u"What one file is to be called, or the folder it goes to."_s, u"FILE"_s},
            {u"force"_s, u"Replaces files that are there with other content."_s}};
}

namespace {

// The name that --output gives the one file; nothing, and a sentence, where there is another number of them.
std::optional<QString> namedTarget(const CommandContext &context, const QList<Wanted> &wanted)
{
    if (context.has(u"to"_s)) {
        printError(u"--to names a folder and --output a file; take one of them."_s);
        return std::nullopt;
    }
    if (wanted.size() != 1) {
        printError(u"--output names one file, and %1 are to be fetched. Name the file, or take --to DIR."_s.arg(
            wanted.size()));
        return std::nullopt;
    }
    const QString output = context.option(u"output"_s);
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(output));
    const bool isFolder = output.endsWith(u'/') || QFileInfo(path).isDir();
    return isFolder ? path + u'/' + wanted.first().path.section(u'/', -1) : path;
}

} // namespace

int fetch(CommandContext &context, RunHistory *history, const QList<Wanted> &wanted)
{
    const QString folder = context.has(u"to"_s) ? context.option(u"to"_s) : QDir::currentPath();
    std::optional<QString> named;
    if (context.has(u"output"_s)) {
        named = namedTarget(context, wanted);
        if (!named)
            return BadUsage;
    }
    QJsonArray json;
    // One that cannot be had keeps nobody from the others.
    for (const Wanted &file : wanted) {
        const auto target = named ? Result<QString>(*named) : downloadTarget(folder, file.path);
        if (!target) {
            printError(target.error());
            continue;
        }
        Download download(history, file.source, *target);
        download.setReplacing(context.has(u"force"_s));
        const auto done = fetchOne(download);
        if (!done) {
            printError(u"Stopped; the same command goes on where it stood."_s);
            return Trouble;
        }
        if (!*done) {
            printError(download.error());
            if (download.error().kind == ErrorKind::Unreachable)
                break;
            continue;
        }
        json += QJsonObject{{u"path"_s, file.path}, {u"file"_s, *target}, {u"size"_s, download.done()}};
        if (!context.wantsJson())
            printLine(u"%1  %2"_s.arg(*target, sizeText(download.done())));
    }
    if (context.wantsJson())
        print(json);
    const qsizetype missing = wanted.size() - json.size();
    if (missing > 0 && wanted.size() > 1)
        printError(u"%1 of %2 files were not fetched."_s.arg(missing).arg(wanted.size()));
    return missing == 0 ? Done : Trouble;
}

} // namespace Roost::Ctl
