// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/serviceendpoint.h"
#include "models/rest/restclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Roost::Local {

struct ServiceSettings
{
    /// The program of the service. If empty, roostd in the folder of this program, else in PATH.
    QString program;
    /// The time limit, in ms, for a started service to respond.
    int startMs = 40000;
    /// The service exits after this number of minutes without work; 0 means never.
    int idleMinutes = 30;
};

/// The connection to the service of one workspace folder. Finds the service, starts it if it is not running, and finds
/// it again after it was killed. As a Credential it returns the service's token, as a Reconnector the current port.
class ServiceLink : public QObject, public Rest::Credential, public Rest::Reconnector
{
    Q_OBJECT

public:
    enum class State { Absent, Starting, Ready, Lost };
    Q_ENUM(State)

    /// `folder` is canonical. `network` must outlive the link.
    ServiceLink(QNetworkAccessManager *network, QString folder, ServiceSettings settings);

    State state() const { return m_state; }
    /// Valid in the state Ready.
    ServiceEndpoint endpoint() const { return m_endpoint; }

    /// Makes the started service create a workspace in the folder if there is none.
    void createIfMissing(const QString &name);

    /// Finds or starts the service and returns the endpoint, which responds. Failed, with the end of the service's log
    /// as detail.
    Future<ServiceEndpoint> ensure();

    Future<QByteArray> token() override;
    void forget() override;
    QUrl current(const QUrl &url) const override;
    Future<void> reconnect() override;

    /// Returns the path of the program; empty if it was not found.
    static QString findProgram();

Q_SIGNALS:
    void stateChanged(Roost::Local::ServiceLink::State state);

private:
    void setState(State state);
    void findOrStart();
    /// Calls `then` with whether the service responds at that endpoint.
    void probe(const ServiceEndpoint &endpoint, std::function<void(bool)> then);
    void start();
    void pollStarted();
    void finish(Result<ServiceEndpoint> result);
    QString errorFile() const;
    /// Returns the end of the logs, for the details of an error.
    QString logTail() const;

    QString m_folder;
    ServiceSettings m_settings;
    Rest::RestClient m_client; // its requests to the service do not use this link
    State m_state = State::Absent;
    ServiceEndpoint m_endpoint;
    QSet<int> m_ports; // all ports that the service has had
    bool m_createsWorkspace = false;
    QString m_name;
    QList<Promise<ServiceEndpoint>> m_promises;
    PendingReply<Rest::RestReply> m_probe;
    QTimer m_pollTimer;
    QElapsedTimer m_sinceStart;
    qint64 m_pid = 0;
};

} // namespace Roost::Local
