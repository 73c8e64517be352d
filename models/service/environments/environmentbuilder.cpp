// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/environmentbuilder.h"

#include "models/core/wholematch.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/service/environments/build.h"
#include "models/service/environments/recipe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Environments {

struct EnvironmentBuilder::Client
{
    Promise<PreparedEnvironment> promise;
    Recipe recipe;
    std::shared_ptr<QFile> log;

    void writeLog(const QByteArray &bytes) const
    {
        log->write(bytes);
        log->flush();
    }
};

struct EnvironmentBuilder::Work
{
    std::unique_ptr<Build> build;
    QList<Client> clients;
};

EnvironmentBuilder::EnvironmentBuilder(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    QDir().mkpath(m_settings.folder);
    // Only folders with names that this builder assigns: users keep other environments in the same folder.
    static const QRegularExpression rule = wholeMatch(u"(\\.trash-)?[0-9a-f]{16,64}"_s);
    const auto entries = Files::entriesOf(m_settings.folder);
    for (const Files::FolderEntry &entry : entries.value_or(QList<Files::FolderEntry>())) {
        const QString name = Files::textOf(entry.name);
        const QString path = m_settings.folder + u'/' + name;
        if (rule.match(name).hasMatch() && !Build::isFinished(path))
            Build::clear(path);
    }
}

EnvironmentBuilder::~EnvironmentBuilder() = default;

Future<PreparedEnvironment> EnvironmentBuilder::build(const EnvironmentRef &environment, const QString &logFile)
{
    auto opened = Files::openRegular(logFile, O_WRONLY | O_CREAT | O_APPEND);
    if (!opened)
        return readyFuture<PreparedEnvironment>(std::unexpected(opened.error()));
    const std::shared_ptr<QFile> log = Files::fileOver(std::move(*opened), QIODevice::WriteOnly | QIODevice::Append);
    auto recipe = recipeFor(environment, m_settings.folder, m_settings.searchPath);
    if (!recipe) {
        log->write(recipe.error().text.toUtf8() + '\n');
        return readyFuture<PreparedEnvironment>(std::unexpected(recipe.error()));
    }
    if (recipe->kind == Recipe::Kind::System)
        return prepareSystem(*recipe, *log);
    if (!m_work.contains(recipe->hash) && Build::isFinished(m_settings.folder + u'/' + recipe->hash)) {
        log->write("The environment already exists: " + recipe->hash.toUtf8() + '\n');
        return readyFuture<PreparedEnvironment>(finished(*recipe));
    }
    const Promise<PreparedEnvironment> promise;
    promise.onCancel([this, hash = recipe->hash, guard = QPointer(this)] {
        if (guard)
            dropCanceledClients(hash);
    });
    addClient({promise, std::move(*recipe), log});
    return promise.future();
}

// Creates the program `python`, with which scripts are started, because many machines provide only python3.
Future<PreparedEnvironment> EnvironmentBuilder::prepareSystem(const Recipe &recipe, QFile &log) const
{
    log.write("The python of this machine: " + QFile::encodeName(recipe.python) + '\n');
    const QString bin = m_settings.folder + u'/' + recipe.hash + u"/bin"_s;
    const QString launcher = bin + u"/python"_s;
    if (!QFileInfo(launcher).isExecutable()) {
        QString quoted = recipe.python;
        quoted.replace(u'\'', u"'\\''"_s);
        const QByteArray text = "#!/bin/sh\nexec '" + QFile::encodeName(quoted) + "' \"$@\"\n";
        const auto written =
            Files::ContainedFolder(m_settings.folder + u'/' + recipe.hash).write(u"bin/python"_s, text, 0750);
        if (!written)
            return readyFuture<PreparedEnvironment>(std::unexpected(written.error()));
    }
    return readyFuture<PreparedEnvironment>(PreparedEnvironment{recipe.hash, {bin}, recipe.variables});
}

PreparedEnvironment EnvironmentBuilder::finished(const Recipe &recipe) const
{
    const QString prefix = m_settings.folder + u'/' + recipe.hash + u"/env"_s;
    PreparedEnvironment made{recipe.hash, {prefix + u"/bin"_s}, recipe.variables};
    if (recipe.kind == Recipe::Kind::Venv) {
        made.variables[u"VIRTUAL_ENV"_s] = prefix;
    } else {
        made.variables[u"CONDA_PREFIX"_s] = prefix;
        made.variables[u"CONDA_DEFAULT_ENV"_s] = prefix;
    }
    return made;
}

void EnvironmentBuilder::addClient(Client client)
{
    const QString hash = client.recipe.hash;
    if (const auto work = m_work.value(hash)) {
        if (!work->build->isStopping())
            client.writeLog("Another run makes the same environment just now.\n" + work->build->transcript());
        work->clients += std::move(client);
        return;
    }
    const auto work = std::make_shared<Work>();
    work->clients += std::move(client);
    m_work[hash] = work;
    startBuild(hash);
}

void EnvironmentBuilder::startBuild(const QString &hash)
{
    const auto work = m_work.value(hash);
    work->build = std::make_unique<Build>(work->clients.first().recipe, m_settings.folder + u'/' + hash);
    connect(work->build.get(), &Build::output, this, [clients = std::weak_ptr(work)](const QByteArray &bytes) {
        if (const auto alive = clients.lock()) {
            for (const Client &client : alive->clients)
                client.writeLog(bytes);
        }
    });
    connect(work->build.get(), &Build::ended, this,
            [this, hash](const Result<void> &result) { onBuildEnded(hash, result); });
    work->build->start(m_settings.timeoutMs);
}

void EnvironmentBuilder::dropCanceledClients(const QString &hash)
{
    const auto work = m_work.value(hash);
    if (!work)
        return;
    work->clients.removeIf([](const Client &client) { return client.promise.isCanceled(); });
    if (work->clients.isEmpty())
        work->build->stop();
}

void EnvironmentBuilder::onBuildEnded(const QString &hash, const Result<void> &result)
{
    const auto work = m_work.value(hash);
    work->clients.removeIf([](const Client &client) { return client.promise.isCanceled(); });
    const bool stopped = work->build->isStopping();
    work->build.release()->deleteLater(); // the build is emitting a signal
    if (stopped && !result && !work->clients.isEmpty()) {
        startBuild(hash); // a request arrived after the earlier requests were canceled
        return;
    }
    m_work.remove(hash);
    for (const Client &client : std::as_const(work->clients)) {
        if (result)
            client.promise.resolve(finished(client.recipe));
        else
            client.promise.resolve(std::unexpected(result.error()));
    }
}

} // namespace Roost::Service::Environments
