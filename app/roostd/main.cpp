// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostd/serveoptions.h"
#include "models/load/gpuprobe.h"
#include "models/service/service.h"
#include "models/service/servicelog.h"
#include "models/service/store/workspace/workspacefolder.h"
#include "models/supervisor/mpi/rankwrapper.h"
#include "models/supervisor/supervise.h"

#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
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

/// Prints the lines that a client needs, without the token, which must not get into the log of the caller.
void announce(const Roost::Service::Service &service, const Roost::Service::ServiceConfig &config)
{
    const QByteArray url = service.url().toUtf8();
    std::printf("Serving %s as a tracking server. For MLflow clients:\n  export MLFLOW_TRACKING_URI=%s\n",
                qUtf8Printable(config.workspaceFolder), url.constData());
    if (config.needsToken)
        std::printf("  export MLFLOW_TRACKING_TOKEN=... (roostctl --workspace %s workspace show --token tells it)\n",
                    qUtf8Printable(config.workspaceFolder));
    else
        std::puts("No token is needed; programs of other users of this machine are refused.");
    std::fflush(stdout);
}

int serve(QCoreApplication &application, int argc, char **argv)
{
    const auto options = Roost::Roostd::serveOptionsFrom(application.arguments(), QList<QByteArray>(argv, argv + argc));
    if (!options)
        return fail(WrongUsage, options.error().text);
    if (options->isHelp) {
        std::fputs(qUtf8Printable(Roost::Roostd::serveHelp()), stdout);
        return Fine;
    }
    const Roost::Service::ServiceConfig &config = options->config;
    if (!options->keepsFolder)
        QDir::setCurrent(QDir::rootPath());
    quitOnSignals(application);
    returnFreedMemory();
    auto service = Roost::Service::Service::start(config);
    if (!service) {
        const bool isServedAlready = service.error().kind == Roost::ErrorKind::Conflict;
        return fail(isServedAlready ? ServedAlready : Failed, service.error().text);
    }
    const Roost::Service::Store::WorkspaceFolder folder{QDir(config.workspaceFolder).canonicalPath(), {}};
    const Roost::Service::ServiceLog log(folder.log());
    if (options->keepsFolder)
        announce(**service, config);
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
    return fail(WrongUsage, u"usage: roostd serve --workspace DIR | --data-dir DIR [options]; see roostd serve "
                            "--help"_s);
}
