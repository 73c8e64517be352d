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

/// An environment that a run can be started in.
struct PreparedEnvironment
{
    QString hash;
    /// To be put before PATH; `python` is found there.
    QStringList path;
    /// Further variables a run in it finds.
    StringMap variables;

    bool operator==(const PreparedEnvironment &) const = default;
};

/// Makes environments, each once, in `<folder>/<hash>/`. One thread, with an event loop.
class EnvironmentBuilder : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString folder;
        /// For one environment; 0 is no limit.
        qint64 timeoutMs = 3'600'000;
        /// Where programs are looked for, as PATH; empty: PATH.
        QString searchPath;
    };

    /// Takes away what an earlier service left unfinished in the folder, and ends the tools that still work there.
    explicit EnvironmentBuilder(Settings settings, QObject *parent = nullptr);
    ~EnvironmentBuilder() override;

    /// `environment.image` and `condaYaml` say what to make (both empty: the machine's python), whatever its name.
    /// Appends to `logFile` what the tools say, from the first line on also for one who comes later: clients that
    /// request the same content share one build. It is stopped when all of them have canceled.
    Future<PreparedEnvironment> build(const EnvironmentRef &environment, const QString &logFile);

private:
    struct Client;
    struct Work;

    Future<PreparedEnvironment> prepareSystem(const Recipe &recipe, QFile &log) const;
    PreparedEnvironment finished(const Recipe &recipe) const;
    void join(Client client);
    void begin(const QString &hash);
    void leave(const QString &hash);
    void ended(const QString &hash, const Result<bool> &result);

    Settings m_settings;
    QHash<QString, std::shared_ptr<Work>> m_work;
};

} // namespace Roost::Service::Environments
