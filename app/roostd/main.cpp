// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpuprobe.h"
#include "models/service/service.h"
#include "models/service/servicelog.h"
#include "models/service/store/workspace/workspacefolder.h"
#include "models/supervisor/mpi/rankwrapper.h"
#include "models/supervisor/supervise.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Fine = 0, Failed = 1, WrongUsage = 2, ServedAlready = 3 };

std::array<int, 2> signalPipe{-1, -1};

extern "C" void onSignal(int)
{
    const char byte = 0;
    // A failed write is ignored: the pipe is then full of earlier requests to quit.
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

/// Turns SIGTERM and SIGINT into a call from the event loop. Uses a handler instead of a signal mask, because runs
/// would inherit a mask.
void quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [&application] {
        qInfo("A signal requests the service to exit; runs continue.");
        application.quit();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    // A client that disconnects during a reply must not end the service.
    ::signal(SIGPIPE, SIG_IGN);
}

/// Returns the memory of a large request to the system when the request ends. Otherwise the C library raises its
/// threshold with each large block that is freed, and keeps hundreds of MB.
void returnFreedMemory()
{
    constexpr int block = 256 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, block);
}

int fail(ExitCode code, const QString &text)
{
    std::fprintf(stderr, "roostd: %s\n", qUtf8Printable(text));
    return code;
}

/// Returns false if Qt's decoding of the command line, or of the current folder for relative paths, has lost bytes that
/// are not UTF-8: the decoded name contains U+FFFD and refers to another folder.
bool isDecodedExactly(const QString &text, int argc, char **argv)
{
    std::error_code problem;
    if (QDir::isRelativePath(text) &&
        QFile::encodeName(QDir::currentPath()).toStdString() != std::filesystem::current_path(problem).native())
        return false;
    const QByteArray bytes = QFile::encodeName(text);
    const QByteArray option = "--workspace=" + bytes;
    return std::any_of(argv, argv + argc, [&](const char *word) { return bytes == word || option == word; });
}

int serve(QCoreApplication &application, int argc, char **argv)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Serves a Roost workspace on this machine."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"serve"_s, u"Serve a workspace until asked to stop."_s);
    parser.addOptions({
        {u"workspace"_s, u"The folder of the workspace."_s, u"DIR"_s},
        {u"create"_s, u"Make the workspace if the folder is none yet."_s},
        {u"name"_s, u"The name of a workspace that is made; else the folder's."_s, u"NAME"_s},
        {u"new-database"_s, u"Begin with an empty database where it is missing beside runs and models."_s},
        {u"idle-minutes"_s, u"Leave after so long without requests and runs; 0 stays for ever."_s, u"M"_s, u"0"_s},
    });
    if (!parser.parse(application.arguments()))
        return fail(WrongUsage, parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(Fine);
    bool ok = false;
    const double minutes = parser.value(u"idle-minutes"_s).toDouble(&ok);
    if (!ok || minutes < 0)
        return fail(WrongUsage, u"--idle-minutes takes a number of minutes, 0 or more."_s);
    if (!parser.isSet(u"workspace"_s))
        return fail(WrongUsage, u"--workspace DIR is needed. See roostd serve --help."_s);
    if (!isDecodedExactly(parser.value(u"workspace"_s), argc, argv))
        return fail(WrongUsage, u"The name of the folder %1 is not valid UTF-8. Rename it, or take another."_s.arg(
                                    QDir::current().absoluteFilePath(parser.value(u"workspace"_s))));

    Roost::Service::ServiceConfig config;
    config.workspaceFolder = QDir::current().absoluteFilePath(parser.value(u"workspace"_s));
    config.newDatabase = parser.isSet(u"new-database"_s);
    // Child processes must not find the files in the folder in which the service was started.
    QDir::setCurrent(QDir::rootPath());
    config.create = parser.isSet(u"create"_s);
    config.name = parser.value(u"name"_s);
    config.idle = std::chrono::milliseconds(qint64(minutes * 60'000));
    quitOnSignals(application);
    returnFreedMemory();
    auto service = Roost::Service::Service::start(config);
    if (!service) {
        const bool isServedAlready = service.error().kind == Roost::ErrorKind::Conflict;
        return fail(isServedAlready ? ServedAlready : Failed, service.error().text);
    }
    const Roost::Service::Store::WorkspaceFolder folder{QDir(config.workspaceFolder).canonicalPath(), {}};
    const Roost::Service::ServiceLog log(folder.log());
    qInfo("roostd " ROOST_VERSION " (pid %lld) serves %s on port %d.", qlonglong(application.applicationPid()),
          qUtf8Printable(folder.path), (*service)->port());
    QObject::connect(service->get(), &Roost::Service::Service::leaving, &application,
                     [&application](const QString &why) {
                         qInfo("The service leaves: %s.", qUtf8Printable(why));
                         application.quit();
                     });
    const int code = application.exec();
    service->reset();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    // Handled before any thread exists, because the supervisor forks.
    if (argc == 3 && std::strcmp(argv[1], "supervise") == 0)
        return Roost::Supervision::supervise(QString::fromLocal8Bit(argv[2]));
    if (argc == 4 && std::strcmp(argv[1], "rank") == 0)
        return Roost::Supervision::runRank(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toUShort());
    if (argc == 2 && std::strcmp(argv[1], "gpus") == 0)
        return Roost::Load::answerGpuRequests();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"roostd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROOST_VERSION));
    if (argc >= 2 && std::strcmp(argv[1], "serve") == 0)
        return serve(application, argc, argv);
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("roostd " ROOST_VERSION);
        return Fine;
    }
    return fail(WrongUsage,
                u"usage: roostd serve --workspace DIR [--create] [--name NAME] [--new-database] [--idle-minutes M]"_s);
}
