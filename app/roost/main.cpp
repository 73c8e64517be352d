// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/commandline.h"
#include "app/roost/workspaces.h"
#include "models/trust/privatefile.h"
#include "ui/settings/settings.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/stallwatch.h"
#include "ui/shell/windows.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Roost;
using namespace Roost::App;
using namespace Roost::Trust;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Fine = 0, Failed = 1, WrongUsage = 2 };

void installTranslation(QCoreApplication &application)
{
    const auto install = [&application](const QString &name, const QString &folder, const QLocale &locale = {}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    };
    // The texts of Qt itself: buttons of message boxes, file dialogs, menus of text fields.
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has a file for its plurals, which is also used for languages without a translation.
    install(u"roost"_s, u":/i18n"_s, QLocale::English);
    install(u"roost"_s, u":/i18n"_s);
}

void setNames()
{
    QCoreApplication::setApplicationName(u"roost"_s);
    QCoreApplication::setOrganizationName(u"roost"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROOST_VERSION));
}

// Handles --help and --version, which need no display and end the program.
void printWithoutDisplay(int argc, char **argv)
{
    const auto isWanted = [](const char *argument) {
        const std::string_view word(argument);
        return word == "-h" || word == "-v" || word.starts_with("--help") || word == "--version";
    };
    if (std::none_of(argv + 1, argv + argc, isWanted))
        return;
    QCoreApplication application(argc, argv);
    setNames();
    installTranslation(application);
    [[maybe_unused]] const auto line = parseCommandLine(QCoreApplication::arguments());
}

int makeScreenshots(QApplication &application, MainWindow &window, const CommandLine &line)
{
    Screenshots screenshots(window, line.screenshots, line.runId);
    int code = Failed;
    QObject::connect(&screenshots, &Screenshots::finished, &application, [&code](int written, const QString &problem) {
        if (!problem.isEmpty())
            std::fprintf(stderr, "roost: %s\n", qPrintable(problem));
        code = written > 0 && problem.isEmpty() ? Fine : Failed;
        QCoreApplication::quit();
    });
    QTimer::singleShot(0, &screenshots, &Screenshots::start);
    application.exec();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1)
        printWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    setNames();
    QApplication::setApplicationDisplayName(u"Roost"_s);
    QApplication::setDesktopFileName(u"org.roost.Roost"_s);
    installTranslation(application);
    keepFilePrivate(Settings::fileName());
    installLook();
    QApplication::setWindowIcon(QIcon(u":/icons/roost.svg"_s));

    const auto line = parseCommandLine(QApplication::arguments());
    if (!line) {
        std::fprintf(stderr, "roost: %s\n", qPrintable(line.error()));
        return WrongUsage;
    }
    StallWatch stalls;
    App::Workspaces workspaces;
    Windows windows(workspaces);
    const bool isPlainStart =
        line->workspace.isEmpty() && line->page.isEmpty() && line->runId.isEmpty() && line->screenshots.isEmpty();
    const QString address = line->workspace.isEmpty() ? windows.workspaces().recent().value(0) : line->workspace;
    Location location{line->page, {}, {}};
    if (!line->runId.isEmpty())
        location = Location::run(line->runId);
    MainWindow *window = isPlainStart ? windows.restore() : windows.open(address, location);
    if (line->screenshots.isEmpty())
        return QApplication::exec();
    if (!window->workspace()) {
        std::fprintf(stderr, "roost: %s\n",
                     qPrintable(QCoreApplication::translate(
                         "main", "there is no workspace to make pictures of; name one with --workspace")));
        return Failed;
    }
    return makeScreenshots(application, *window, *line);
}
