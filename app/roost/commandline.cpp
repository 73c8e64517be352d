// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/commandline.h"

#include "ui/shell/pages.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace Roost::App {

using namespace Ui;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

std::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    QStringList pages;
    for (const PageSpec &spec : railPages())
        pages.append(spec.id);
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Submit, watch and debug PyTorch training runs."));
    const QCommandLineOption workspace(u"workspace"_s, Words::tr("Open this workspace folder or config.json."),
                                       u"ADDRESS"_s);
    const QCommandLineOption page(u"page"_s, Words::tr("Begin on this page: %1.").arg(pages.join(u", "_s)), u"NAME"_s);
    const QCommandLineOption run(u"run"_s, Words::tr("Begin with this run."), u"ID"_s);
    const QCommandLineOption screenshots(
        u"screenshots"_s, Words::tr("Write pictures of the main pages into this folder and quit."), u"DIR"_s);
    parser.addOptions({workspace, page, run, screenshots});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(
            Words::tr("Unknown word: %1. See roost --help.").arg(parser.positionalArguments().first()));

    CommandLine line;
    line.workspace = parser.value(workspace);
    line.page = parser.value(page);
    line.runId = parser.value(run);
    line.screenshots = parser.value(screenshots);
    if (!line.page.isEmpty() && !pages.contains(line.page))
        return std::unexpected(Words::tr("There is no page %1. Pages: %2.").arg(line.page, pages.join(u", "_s)));
    // A relative path is relative to the folder in which the program was started.
    if (!line.workspace.isEmpty() && QFileInfo::exists(line.workspace))
        line.workspace = QFileInfo(line.workspace).absoluteFilePath();
    return line;
}

} // namespace Roost::App
