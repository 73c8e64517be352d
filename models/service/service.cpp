// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/service.h"

#include "models/files/containedfolder.h"
#include "models/files/removetree.h"
#include "models/load/machineload.h"
#include "models/service/api/azureml/azuremlapi.h"
#include "models/service/api/blob/blobs.h"
#include "models/service/api/mlflow/routes.h"
#include "models/service/api/roost/extensions.h"
#include "models/service/api/roost/loadroute.h"
#include "models/service/api/roost/runroutes.h"
#include "models/service/collect/collector.h"
#include "models/service/curated.h"
#include "models/service/endpoint.h"
#include "models/service/http/server.h"
#include "models/service/jobs/jobscheduler.h"
#include "models/service/launch/local/locallauncher.h"
#include "models/service/launch/local/machine.h"
#include "models/service/opening.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/experimentstore.h"
#include "models/service/store/tracking/metricupkeep.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/service/workspacelock.h"
#include "models/trust/foldertrust.h"
#include "models/trust/privatefile.h"
#include "models/trust/privateumask.h"
#include "models/trust/runtimefolder.h"
#include "models/wire/roost/service.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace AzureMl;
using namespace Blob;
using namespace Extensions;
using namespace Http;
using namespace Jobs;
using namespace Mlflow;
using namespace Store;
using namespace Trust;

namespace {

/// A client that has logged nothing for this time does not prevent the idle exit.
constexpr qint64 livelyMs = 6LL * 3600 * 1000;
constexpr auto movedPollInterval = std::chrono::seconds(5);

QByteArray randomToken()
{
    QByteArray bytes(32, '\0');
    auto *words = reinterpret_cast<quint32 *>(bytes.data());
    QRandomGenerator::system()->fillRange(words, bytes.size() / qsizetype(sizeof(quint32)));
    return bytes.toHex();
}

} // namespace

// Destroyed from last to first: the server before the objects that its handlers use, and the lock at the very end.
struct Service::Private
{
    ServiceConfig config;
    std::unique_ptr<WorkspaceLock> lock;
    std::unique_ptr<WorkspaceStore> store;
    std::unique_ptr<MetricUpkeep> metricUpkeep;
    std::unique_ptr<Collect::Collector> collector;
    std::unique_ptr<JobScheduler> jobs;
    std::unique_ptr<Blobs> blobs;
    std::unique_ptr<AzureMlApi> azure;
    std::unique_ptr<Load::MachineLoad> load;
    std::unique_ptr<Server> server;
    QByteArray token;
    Endpoint endpoint;
    QDateTime started;
    QTimer idleTimer;
    QTimer movedTimer;
};

Service::Service()
    : d(std::make_unique<Private>())
{
}

Service::~Service()
{
    if (d->endpoint.port != 0)
        d->endpoint.withdraw();
    if (d->store)
        d->store->changes().close();
    if (d->server)
        d->server->stop();
}

namespace {

QString programOf(const ServiceConfig &config)
{
    return config.program.isEmpty() ? QCoreApplication::applicationFilePath() : config.program;
}

std::unique_ptr<Launch::Launcher> makeLauncher(const ServiceConfig &config, const WorkspaceStore &store)
{
    Launch::LocalLauncher::Settings settings;
    settings.program = programOf(config);
    settings.hasMoved = [&store] { return !store.whyMoved().isEmpty(); };
    return std::make_unique<Launch::LocalLauncher>(std::move(settings));
}

} // namespace

Result<std::unique_ptr<Service>> Service::start(const ServiceConfig &config)
{
    std::unique_ptr<Service> service(new Service);
    service->d->config = config;
    service->d->started = QDateTime::currentDateTimeUtc();
    if (const auto opened = service->openWorkspace(); !opened)
        return std::unexpected(opened.error());
    if (const auto served = service->serve(); !served)
        return std::unexpected(served.error());
    return service;
}

// Takes the lock and opens the store.
Result<void> Service::openWorkspace()
{
    const ServiceConfig &config = d->config;
    // Checked before the service reads or writes anything in the folder.
    if (const auto trusted = checkTrust(config.workspaceFolder); !trusted)
        return trusted;
    // The folders and the database are accessible only to this user from the moment they are created.
    std::optional<PrivateUmask> umask(std::in_place);
    const auto folder = config.create ? WorkspaceFolder::create(config.workspaceFolder, config.name)
                                      : WorkspaceFolder::load(config.workspaceFolder);
    if (!folder)
        return std::unexpected(folder.error());
    auto lock = WorkspaceLock::acquire(folder->lock(), Endpoint::fileFor(folder->path));
    if (!lock)
        return std::unexpected(lock.error());
    d->lock = std::move(*lock);
    // Created before the service reads or publishes anything in it.
    if (const auto made = makeRuntimeFolder(); !made)
        return made;
    // Removes the unfinished uploads of a killed service; their clients send the files again.
    if (const auto cleared = Files::removeTree(folder->uploads()); !cleared)
        qWarning("Of uploads that were not finished something stays: %s", qUtf8Printable(cleared.error().text));
    if (const auto made = Files::ContainedFolder(folder->uploads()).makeFolder({}); !made)
        return made;
    using Without = WorkspaceStore::FilesWithoutDatabase;
    auto store = WorkspaceStore::open(*folder, config.newDatabase ? Without::AreForgotten : Without::AreRefused);
    if (!store)
        return std::unexpected(store.error());
    d->store = std::move(*store);
    if (const auto placed = placeArtifacts(); !placed)
        return placed;
    umask.reset();
    if (const int open = closeToOthers(*folder); open > 0) {
        // Called from the event loop, because the owner's log starts after the service.
        const auto report = [open] {
            qInfo("%d files of the workspace could be read by other users and are this user's alone now.", open);
        };
        QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
    }
    return {};
}

Result<void> Service::placeArtifacts()
{
    const QString &destination = d->config.artifactsDestination;
    if (!destination.isEmpty()) {
        if (const auto set = setArtifactsDestination(d->store->folder(), destination); !set)
            return set;
    }
    if (d->config.artifactRoot.isEmpty())
        return {};
    return d->store->database().write(
        [this](Connection &connection) { return ExperimentStore(connection).setArtifactRoot(d->config.artifactRoot); });
}

// Listens, starts the jobs and publishes the endpoint.
Result<void> Service::serve()
{
    const ServiceConfig &config = d->config;
    const WorkspaceFolder &folder = d->store->folder();
    const auto held = heldJobs(*d->store);
    if (!held)
        return std::unexpected(held.error());

    d->collector = std::make_unique<Collect::Collector>(*d->store);
    d->jobs = std::make_unique<JobScheduler>(
        *d->store, config.makeLauncher ? config.makeLauncher(*d->store) : makeLauncher(config, *d->store),
        JobSettings{.collectRest = d->collector->finisher()});
    d->blobs = std::make_unique<Blobs>(*d->store);
    d->azure = std::make_unique<AzureMlApi>(*d->store, *d->jobs, *d->blobs, curatedEnvironments);
    d->load = std::make_unique<Load::MachineLoad>(
        folder.path, QFile::encodeName(programOf(config)),
        Launch::visibleDevices().value_or(QString()).split(u',', Qt::SkipEmptyParts));

    const auto port = listen(Endpoint::former(folder.path, d->lock->formerEndpointFile()));
    if (!port)
        return std::unexpected(port.error());
    d->endpoint =
        Endpoint{{*port, d->token, QCoreApplication::applicationPid(), QStringLiteral(ROOST_VERSION), folder.path}};
    connect(d->jobs.get(), &JobScheduler::released, this, [folder](const QString &runId) {
        if (const auto released = releaseHeld(folder, runId); !released)
            qWarning("%s", qUtf8Printable(released.error().text));
    });
    d->jobs->start(url(), QString::fromLatin1(d->token), *held);
    d->collector->start();
    if (const auto published = d->endpoint.publish(); !published)
        return published;
    d->metricUpkeep = std::make_unique<MetricUpkeep>(d->store->database());
    if (config.idle.count() > 0) {
        connect(&d->idleTimer, &QTimer::timeout, this, &Service::leaveIfIdle);
        d->idleTimer.start(
            std::clamp(config.idle / 4, std::chrono::milliseconds(100), std::chrono::milliseconds(15000)));
    }
    connect(&d->movedTimer, &QTimer::timeout, this, &Service::leaveIfMoved);
    d->movedTimer.start(movedPollInterval);
    qInfo("The workspace %s is served on port %d.", qUtf8Printable(folder.path), *port);
    return {};
}

Result<quint16> Service::listen(const std::optional<Endpoint> &former)
{
    const bool takesBack = former && (d->config.port == 0 || d->config.port == former->port);
    // While no service ran, another program may have listened at the former port and received the former token. The
    // token is used again only together with that port, for the runs that have no other address.
    if (takesBack) {
        auto port = listenAt(former->port, former->token);
        if (port || d->config.port != 0)
            return port;
    }
    return listenAt(d->config.port, randomToken());
}

Result<quint16> Service::listenAt(quint16 wanted, const QByteArray &token)
{
    d->token = d->config.token.isEmpty() ? token : d->config.token;
    Router router;
    addRoutes(router);
    ServerConfig config;
    config.token = d->token;
    config.needsToken = d->config.needsToken;
    config.port = wanted;
    config.whyNotNow = [this](const Request &request) { return whyNotNow(request); };
    d->server = std::make_unique<Server>(std::move(router), config);
    return d->server->start();
}

QString Service::whyNotNow(const Request &request)
{
    // Requests for the status and the stop are always handled.
    const QString path = QString::fromLatin1(request.path);
    if (path == Wire::extensionsPath + "status"_L1 || path == Wire::extensionsPath + "stop"_L1)
        return {};
    const QString why = d->store->whyMoved();
    if (!why.isEmpty())
        QMetaObject::invokeMethod(this, &Service::leaveIfMoved, Qt::QueuedConnection);
    return why;
}

void Service::addRoutes(Router &router)
{
    Mlflow::addRoutes(router, *d->store);
    d->blobs->addRoutes(router);
    d->azure->addRoutes(router);
    ServiceFacts facts;
    facts.version = QStringLiteral(ROOST_VERSION);
    facts.started = d->started;
    facts.activeRuns = [this] { return activeRuns(); };
    facts.stop = [this] {
        // Called later from the event loop: this is a thread of the server, and the reply must be sent first.
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(200, this, [this] { Q_EMIT leaving(u"a client asked it to stop"_s); }); },
            Qt::QueuedConnection);
    };
    addExtensions(router, *d->store, std::move(facts));
    addRunRoutes(router, *d->jobs);
    addLoadRoute(router, *d->load, [this](const QString &compute) -> Result<void> {
        return d->azure->compute(compute).transform([](const Compute &) {});
    });
}

int Service::activeRuns()
{
    const auto lively = d->store->database().read(
        [](Connection &connection) -> Result<int> { return RunStore(connection).countLogging(nowMs() - livelyMs); });
    return d->jobs->activeCount() + lively.value_or(0);
}

// Runs in progress need a service at the new location, which finds the runs by the files of their supervisors.
void Service::leaveIfMoved()
{
    if (!d->movedTimer.isActive() || d->store->whyMoved().isEmpty())
        return;
    d->movedTimer.stop();
    Q_EMIT leaving(u"its folder is not where it was"_s);
}

void Service::leaveIfIdle()
{
    if (d->server->idle() < d->config.idle || activeRuns() > 0)
        return;
    d->idleTimer.stop();
    Q_EMIT leaving(u"no request came and no run is in progress"_s);
}

quint16 Service::port() const
{
    return d->server->port();
}

QByteArray Service::token() const
{
    return d->endpoint.token;
}

QString Service::url() const
{
    return Wire::serviceUrl(d->server->port());
}

WorkspaceStore &Service::store()
{
    return *d->store;
}

JobScheduler &Service::jobs()
{
    return *d->jobs;
}

} // namespace Roost::Service
