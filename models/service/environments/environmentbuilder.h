// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/job.h"

#include <QFile>
#include <QHash>
#include <QObject>

#include <memory>

class QFile;

namespace Roost::Service::Environments {

class Build;
struct Recipe;

/// An environment in which a run can be started.
struct PreparedEnvironment
{
    QString hash;
    /// The folders to put before PATH; they contain `python`.
    QStringList path;
    /// Further variables for the runs in this environment.
    StringMap variables;

    bool operator==(const PreparedEnvironment &) const = default;
};

/// Builds environments, each once, in `<folder>/<hash>/`. Use from one thread with an event loop.
class EnvironmentBuilder : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString folder;
        /// The limit for one environment; 0 means no limit.
        qint64 timeoutMs = 3'600'000;
        /// The search path for programs, in the format of PATH; empty means PATH.
        QString searchPath;
    };

    /// Removes unfinished builds of an earlier service from the folder, and ends the tools that still work in it.
    explicit EnvironmentBuilder(Settings settings, QObject *parent = nullptr);
    ~EnvironmentBuilder() override;

    /// Builds an environment. `environment.image` and `condaYaml` determine the result (if both are empty, the python
    /// of the machine); the name does not. The output of the tools is appended to `logFile`, from its first line on
    /// even if the build has already begun: requests for the same content share one build. The build is stopped when
    /// all its requests are canceled.
    Future<PreparedEnvironment> build(const EnvironmentRef &environment, const QString &logFile);

private:
    struct Client;
    struct Work;

    Future<PreparedEnvironment> prepareSystem(const Recipe &recipe, QFile &log) const;
    PreparedEnvironment finished(const Recipe &recipe) const;
    void addClient(Client client);
    void startBuild(const QString &hash);
    void dropCanceledClients(const QString &hash);
    void onBuildEnded(const QString &hash, const Result<void> &result);

    Settings m_settings;
    QHash<QString, std::shared_ptr<Work>> m_work;
};

} // namespace Roost::Service::Environments
