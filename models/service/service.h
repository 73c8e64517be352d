// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace Roost::Service::Http {
class Router;
class Request;
} // namespace Roost::Service::Http

namespace Roost::Service::Jobs {
class JobScheduler;
} // namespace Roost::Service::Jobs

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service {

struct Endpoint;

struct ServiceConfig
{
    QString workspaceFolder;
    /// Makes the workspace where there is none; else its absence is an error.
    bool create = false;
    /// Of a workspace that is made; empty: after the folder.
    QString name;
    /// After so long without a request and without a run in progress `leaving` is emitted; zero: never.
    std::chrono::milliseconds idle{0};
    /// The program that knows `supervise FILE`; empty: this one.
    QString program;
    /// Empty: that of the service before this one where its port could be taken back, else a random one.
    QByteArray token;
    /// 0: that of the service before this one if it is free, or any.
    quint16 port = 0;
    /// Makes a new database where there is none beside runs and models.
    bool newDatabase = false;
};

/// The workspace service: lock, store, jobs, both protocols, on loopback. Lives in a thread with an event loop.
class Service : public QObject
{
    Q_OBJECT

public:
    /// Returns when it listens and the endpoint file is written. Conflict when another one has the workspace.
    static Result<std::unique_ptr<Service>> start(const ServiceConfig &config);
    /// Stops: no more answers, endpoint file and lock gone. Runs go on.
    ~Service() override;

    quint16 port() const;
    QByteArray token() const;
    /// "http://127.0.0.1:PORT"
    QString url() const;
    Store::WorkspaceStore &store();
    Jobs::JobScheduler &jobs();
    /// Jobs that are not over, and runs of other clients that were written to lately.
    int activeRuns();

Q_SIGNALS:
    /// It was idle for long, its folder was moved, or a client asked it to stop: the owner should destroy it.
    void leaving(const QString &why);

private:
    Service();
    Result<void> begin(const ServiceConfig &config);
    Result<quint16> listen(const std::optional<Endpoint> &former);
    Result<quint16> listenAt(quint16 wanted, const QByteArray &token);
    void addRoutes(Http::Router &router);
    /// Any thread.
    QString whyNotNow(const Http::Request &request);
    void lookIfIdle();
    void lookIfMoved();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service
