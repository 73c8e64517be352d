// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/fetch.h"

#include "app/roostctl/interrupt.h"
#include "app/roostctl/verb.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

namespace Roost::Ctl {

using namespace Items;
using namespace Transfer;
using namespace Qt::StringLiterals;

QList<QCommandLineOption> fetchOptions()
{
    return {{u"to"_s, u"The folder to put files in (this one)."_s, u"DIR"_s},
            {{u"o"_s, u"output"_s}, u"What one file is to be called, or the folder it goes to."_s, u"FILE"_s},
            {u"force"_s, u"Replaces files that are there with other content."_s}};
}

namespace {

// Returns the path of the file in --output. Prints an error and returns nothing if --to is given as well, or if there
// is not exactly one file.
std::optional<QString> namedTarget(const CommandContext &context, const QStringList &paths)
{
    if (context.has(u"to"_s)) {
        printError(u"--to names a folder and --output a file; take one of them."_s);
        return std::nullopt;
    }
    if (paths.size() != 1) {
        printError(
            u"--output names one file, and %1 are to be fetched. Name the file, or take --to DIR."_s.arg(paths.size()));
        return std::nullopt;
    }
    const QString output = context.option(u"output"_s);
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(output));
    const bool isFolder = output.endsWith(u'/') || QFileInfo(path).isDir();
    return isFolder ? path + u'/' + paths.first().section(u'/', -1) : path;
}

} // namespace

int fetch(CommandContext &context, FileReader *reader, const FilesDownload::Address &address, const QStringList &paths)
{
    QString folder = context.has(u"to"_s) ? context.option(u"to"_s) : QDir::currentPath();
    QList<FileToDownload> files;
    for (const QString &path : paths)
        files += {.path = path, .target = path};
    if (context.has(u"output"_s)) {
        const auto named = namedTarget(context, paths);
        if (!named)
            return BadUsage;
        folder = QFileInfo(*named).path();
        files.first().target = named->section(u'/', -1);
    }
    QJsonArray json;
    QEventLoop loop;
    Interrupt interrupt;
    LongWork work{QString()};
    auto *download =
        new FilesDownload(reader, address, folder, &work, {.replaces = context.has(u"force"_s), .skipsErrors = true});
    QObject::connect(download, &FilesDownload::saved, &loop,
                     [&](const FileToDownload &file, const QString &target, qint64 size) {
                         json += QJsonObject{{u"path"_s, file.path}, {u"file"_s, target}, {u"size"_s, size}};
                         if (!context.wantsJson())
                             printLine(u"%1  %2"_s.arg(target, sizeText(size)));
                     });
    QObject::connect(download, &FilesDownload::failed, &loop,
                     [](const FileToDownload &, const Error &error) { printError(error); });
    QObject::connect(&work, &LongWork::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::pressed, &loop, [&] {
        download->cancel();
        loop.quit();
    });
    download->start(files, -1);
    if (work.state() == LongWork::State::Working && !interrupt.happened())
        loop.exec();
    if (work.state() == LongWork::State::Working) {
        printError(u"Stopped; the same command goes on where it stood."_s);
        return Trouble;
    }
    if (context.wantsJson())
        print(json);
    const qsizetype missing = paths.size() - json.size();
    if (missing > 0 && paths.size() > 1)
        printError(u"%1 of %2 files were not fetched."_s.arg(missing).arg(paths.size()));
    return missing == 0 ? Done : Trouble;
}

} // namespace Roost::Ctl
