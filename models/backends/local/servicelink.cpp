// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/servicelink.h"

#include "models/backends/local/serviceprocess.h"
#include "models/core/words.h"
#include "models/trust/runtimefolder.h"
#include "models/wire/json.h"
#include "models/wire/roost/service.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Local {

using namespace Rest;
using namespace Trust;

namespace {

constexpr int pollEveryMs = 50;
constexpr int probeMs = 5000;
constexpr int notRespondingMs = 6000;
constexpr qint64 tailBytes = 3000;

QString tailOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - tailBytes));
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace

ServiceLink::ServiceLink(QNetworkAccessManager *network, QString folder, ServiceSettings settings)
    : m_folder(std::move(folder))
    , m_settings(std::move(settings))
    , m_client(network)
{
    m_client.setRetryPolicy({.retries = 0});
    m_pollTimer.setSingleShot(true);
    m_pollTimer.setInterval(pollEveryMs);
    connect(&m_pollTimer, &QTimer::timeout, this, &ServiceLink::pollStarted);
}

void ServiceLink::createIfMissing(const QString &name)
{
    m_createsWorkspace = true;
    m_name = name;
}

QString ServiceLink::findProgram()
{
    const QFileInfo beside(QCoreApplication::applicationDirPath() + "/roostd"_L1);
    if (beside.isExecutable())
        return beside.absoluteFilePath();
    return QStandardPaths::findExecutable(u"roostd"_s);
}

void ServiceLink::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

Future<ServiceEndpoint> ServiceLink::ensure()
{
    if (m_state == State::Ready)
        return readyFuture<ServiceEndpoint>(m_endpoint);
    Promise<ServiceEndpoint> promise;
    m_promises.append(promise);
    if (m_promises.size() == 1)
        findOrStart();
    return promise.future();
}

Future<QByteArray> ServiceLink::token()
{
    return transform(ensure(), [](const ServiceEndpoint &endpoint) -> Result<QByteArray> { return endpoint.token; });
}

void ServiceLink::forget()
{
    if (m_state == State::Ready)
        setState(State::Lost);
}

QUrl ServiceLink::current(const QUrl &url) const
{
    const bool isHere = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1;
    if (!isHere || m_endpoint.port == 0 || !m_ports.contains(url.port()))
        return url;
    auto now = url;
    now.setPort(m_endpoint.port);
    return now;
}

Future<void> ServiceLink::reconnect()
{
    // Another request may already have found the service again; then this request only has to be sent again.
    forget();
    return transform(ensure(), [](const ServiceEndpoint &) -> Result<void> { return {}; });
}

void ServiceLink::findOrStart()
{
    if (const auto made = makeRuntimeFolder(); !made)
        return finish(std::unexpected(made.error()));
    const auto endpoint = ServiceEndpoint::read(m_folder);
    if (!endpoint && endpoint.error().kind == ErrorKind::Denied)
        return finish(std::unexpected(endpoint.error()));
    if (endpoint && endpoint->workspace != m_folder && isAlive(endpoint->pid)) {
        return finish(failure(
            ErrorKind::Conflict,
            Words::tr("The workspace was moved from %1 while its service ran, and process %2 still serves it there. "
                      "Stop that service (roostctl service stop), then open the workspace again.")
                .arg(endpoint->workspace)
                .arg(endpoint->pid)));
    }
    if (!endpoint || !isAlive(endpoint->pid))
        return start();
    probe(*endpoint, [this, found = *endpoint](bool isResponding) {
        if (isResponding)
            return finish(found);
        start();
    });
}

// Checks that the server proves that it has the token and serves the folder: another program may be listening at the
// port.
void ServiceLink::probe(const ServiceEndpoint &endpoint, std::function<void(bool)> then)
{
    RestRequest request;
    request.url = endpoint.url();
    request.url.setPath(Wire::extensionsPath + u"status"_s);
    request.url.setQuery(u"storage=0"_s);
    request.headers.emplaceBack("Authorization", "Bearer " + endpoint.token);
    request.silenceMs = probeMs;
    m_probe.watch(m_client.send(std::move(request)),
                  [folder = m_folder, then = std::move(then)](const Result<RestReply> &reply) {
                      const auto json = reply ? Wire::parseObject(reply->body) : Result<QJsonObject>(QJsonObject());
                      then(json && Wire::serviceStatusFrom(*json).workspace == folder);
                  });
}

void ServiceLink::start()
{
    const auto program = m_settings.program.isEmpty() ? findProgram() : m_settings.program;
    if (program.isEmpty()) {
        return finish(failure(ErrorKind::Failed,
                              Words::tr("The workspace service roostd is neither beside this program nor in PATH. "
                                        "Install Roost again.")));
    }
    if (!QFileInfo(m_folder).isDir())
        return finish(failure(ErrorKind::NotFound, Words::tr("The workspace folder %1 does not exist.").arg(m_folder)));
    setState(State::Starting);
    QStringList arguments{u"serve"_s, u"--workspace"_s, m_folder, u"--idle-minutes"_s,
                          QString::number(m_settings.idleMinutes)};
    if (m_createsWorkspace)
        arguments << u"--create"_s;
    if (m_createsWorkspace && !m_name.isEmpty())
        arguments << u"--name"_s << m_name;
    QFile::remove(errorFile()); // if it is a link, removes the link and not its target
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setWorkingDirectory(QDir::rootPath()); // not a folder of the workspace
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(errorFile());
    if (!process.startDetached(&m_pid))
        return finish(
            failure(ErrorKind::Failed, Words::tr("%1 could not be started: %2.").arg(program, process.errorString())));
    m_sinceStart.start();
    m_pollTimer.start();
}

void ServiceLink::pollStarted()
{
    const auto endpoint = ServiceEndpoint::read(m_folder);
    const bool isOver = !isAlive(m_pid);
    // The endpoint may belong to another service: two programs started the service at the same time, and one of the
    // services exited in favour of the other.
    if (endpoint && isAlive(endpoint->pid)) {
        return probe(*endpoint, [this, found = *endpoint](bool isResponding) {
            if (isResponding)
                return finish(found);
            // After the started service has exited in favour of another one, the limit is shorter, because no start is
            // pending.
            if (m_sinceStart.elapsed() >
                (isAlive(m_pid) ? m_settings.startMs : std::min(m_settings.startMs, notRespondingMs))) {
                Error error = ServiceProcess::notResponding(m_folder, found.pid);
                error.detail = logTail();
                return finish(std::unexpected(error));
            }
            m_pollTimer.start();
        });
    }
    if (isOver && m_sinceStart.elapsed() > 500 && !endpoint && endpoint.error().kind == ErrorKind::Unreachable)
        return finish(std::unexpected(endpoint.error()));
    if (isOver && m_sinceStart.elapsed() > 500) {
        const auto lastLine = tailOf(errorFile()).section(u'\n', -1);
        return finish(failure(ErrorKind::Failed,
                              Words::tr("The workspace service ended during its start%1")
                                  .arg(lastLine.isEmpty() ? u"."_s : u": "_s + lastLine),
                              logTail()));
    }
    if (m_sinceStart.elapsed() > m_settings.startMs) {
        return finish(failure(
            ErrorKind::Unreachable,
            Words::tr("The workspace service did not start within %1 s.").arg(m_settings.startMs / 1000), logTail()));
    }
    m_pollTimer.start();
}

void ServiceLink::finish(Result<ServiceEndpoint> result)
{
    if (result) {
        m_endpoint = *result;
        m_ports.insert(result->port);
        m_createsWorkspace = false;
    }
    setState(result ? State::Ready : State::Absent);
    const auto promises = std::exchange(m_promises, {});
    for (const auto &promise : promises)
        promise.resolve(result);
}

QString ServiceLink::errorFile() const
{
    return runtimeFile(m_folder, u"err"_s);
}

QString ServiceLink::logTail() const
{
    return tailOf(errorFile()) + u"\n\nroostd.log:\n"_s + tailOf(m_folder + "/roostd.log"_L1);
}

} // namespace Roost::Local
