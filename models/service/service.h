// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Roost::Service::Http {
class Router;
class Request;
} // namespace Roost::Service::Http

namespace Roost::Service::Jobs {
class JobScheduler;
} // namespace Roost::Service::Jobs

namespace Roost::Service::Launch {
class Launcher;
} // namespace Roost::Service::Launch

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service {

struct Endpoint;

struct ServiceConfig
{
    QString workspaceFolder;
    /// Creates the workspace if it does not exist. If false, a missing workspace is an error.
    bool create = false;
    /// The name of a created workspace; empty: the name of the folder.
    QString name;
    /// `leaving` is emitted when no request has arrived for this time and no run is in progress; zero: never.
    std::chrono::milliseconds idle{0};
    /// Null: the launcher for runs on this machine. Tests pass another launcher.
    std::function<std::unique_ptr<Launch::Launcher>(Store::WorkspaceStore &store)> makeLauncher;
    /// The program that runs `supervise FILE`; empty: this one.
    QString program;
    /// Empty: the token of the previous service if its port is free, else a random one.
    QByteArray token;
    /// 0: the port of the previous service if it is free, else any.
    quint16 port = 0;
    /// Creates a new database if runs and models exist without one.
    bool newDatabase = false;
    /// If false, clients need no token. Only programs of this user and of root can connect in either case.
    bool needsToken = true;
    /// Where new experiments keep their artifacts: a URI of the service itself ("mlflow-artifacts:/"), or a folder of
    /// this machine as a path or a "file:" URI. Empty: as in the last start.
    QString artifactRoot;
    /// The folder for the artifacts that clients send, an absolute path. Empty: as in the last start, at first the
    /// folders of the runs in the workspace.
    QString artifactsDestination;
};

/// The workspace service: lock, store, jobs, and both protocols on the loopback address. Requires an event loop in its
/// thread.
class Service : public QObject
{
    Q_OBJECT

public:
    /// Returns when the service listens and the endpoint file is written. Conflict if another service serves the
    /// workspace.
    static Result<std::unique_ptr<Service>> start(const ServiceConfig &config);
    /// Stops the service: it no longer replies, and the endpoint file and the lock are removed. Runs continue.
    ~Service() override;

    quint16 port() const;
    QByteArray token() const;
    /// Returns "http://127.0.0.1:PORT".
    QString url() const;
    Store::WorkspaceStore &store();
    Jobs::JobScheduler &jobs();
    /// Returns the number of jobs that are not over, plus the number of runs of other clients that were written to
    /// recently.
    int activeRuns();

Q_SIGNALS:
    /// Emitted when the service was idle, its folder was moved, or a client requested its stop. The owner should then
    /// destroy the service.
    void leaving(const QString &why);

private:
    Service();
    Result<void> openWorkspace();
    Result<void> placeArtifacts();
    Result<void> serve();
    Result<quint16> listen(const std::optional<Endpoint> &former);
    Result<quint16> listenAt(quint16 wanted, const QByteArray &token);
    void addRoutes(Http::Router &router);
    /// Any thread.
    QString whyNotNow(const Http::Request &request);
    void leaveIfIdle();
    void leaveIfMoved();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service
