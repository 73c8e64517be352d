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
    /// The service's program; empty: roostd beside this program, else in PATH.
    QString program;
    /// How long a started service may take until it answers.
    int startMs = 40000;
    /// The service leaves after so long without work; 0: never.
    int idleMinutes = 30;
};

/// The way to the service of one workspace folder: finds it, starts it when it is not there, and finds it again when
/// it was killed. As a Credential it gives the service's token, as a Reconnector its present port.
class ServiceLink : public QObject, public Rest::Credential, public Rest::Reconnector
{
    Q_OBJECT

public:
    enum class State { Absent, Starting, Ready, Lost };
    Q_ENUM(State)

    /// `folder` is canonical. `network` must outlive the link.
    ServiceLink(QNetworkAccessManager *network, QString folder, ServiceSettings settings);

    State state() const { return m_state; }
    /// Valid when Ready.
    ServiceEndpoint endpoint() const { return m_endpoint; }

    /// Makes a workspace in the folder when there is none.
    void makeWorkspace(const QString &name);

    /// Finds or starts the service; the endpoint that answers. Failed with the end of the service's log.
    Future<ServiceEndpoint> ensure();

    Future<QByteArray> token() override;
    void forget() override;
    QUrl current(const QUrl &url) const override;
    Future<bool> reconnect() override;

    /// Where the program is; empty where it is nowhere.
    static QString findProgram();

Q_SIGNALS:
    void stateChanged(Roost::Local::ServiceLink::State state);

private:
    void setState(State state);
    void look();
    void check(const ServiceEndpoint &endpoint, std::function<void(bool)> then);
    void start();
    void lookWhileStarting();
    void settle(Result<ServiceEndpoint> result);
    QString errorFile() const;
    QString lastWords() const;

    QString m_folder;
    ServiceSettings m_settings;
    Rest::RestClient m_client; // asks the service itself, without this link
    State m_state = State::Absent;
    ServiceEndpoint m_endpoint;
    QSet<int> m_ports; // all it ever had
    bool m_make = false;
    QString m_name;
    QList<Promise<ServiceEndpoint>> m_waiting;
    PendingReply<Rest::RestReply> m_checking;
    QTimer m_again;
    QElapsedTimer m_startedAt;
    qint64 m_pid = 0;
};

} // namespace Roost::Local
