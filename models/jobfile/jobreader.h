// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfile/jobdocument.h"
#include "models/yaml/node.h"

namespace Roost::JobFile {

/// A tree taken for a Job, with all there is to say about it.
class JobReader
{
public:
    JobReader(const QString &folder, const ReadFile &readFile);

    void take(const Yaml::Node &root);

    const Job &job() const { return m_job; }
    Diagnostics takeDiagnostics();

private:
    using Take = void (JobReader::*)(const Yaml::Entry &);

    void takeType(const Yaml::Entry &entry);
    void takeName(const Yaml::Entry &entry);
    void takeCommand(const Yaml::Entry &entry);
    void takeCode(const Yaml::Entry &entry);
    void takeEnvironment(const Yaml::Entry &entry);
    void takeEnvironmentName(const Yaml::Node &value);
    void takeCondaFile(const Yaml::Entry &entry);
    void takeCompute(const Yaml::Entry &entry);
    /// What to say of a word of Azure ML v1 that v2 has another one for; empty for all others.
    static QString firstVersionNote(const QString &key);
    void takeDistribution(const Yaml::Entry &entry);
    void takeResources(const Yaml::Entry &entry);
    void takeLimits(const Yaml::Entry &entry);
    void takeInputs(const Yaml::Entry &entry);
    void checkBindings(const Yaml::Node &root);

    std::optional<QString> text(const Yaml::Entry &entry);
    std::optional<qint64> number(const Yaml::Entry &entry, qint64 least);
    StringMap texts(const Yaml::Entry &entry);
    bool isMapping(const Yaml::Entry &entry, const QString &example);
    void unknown(const Yaml::Entry &entry, const QStringList &known, const QString &where = {});
    void say(const Diagnostic &diagnostic) { m_diagnostics += diagnostic; }

    QString m_folder;
    const ReadFile &m_readFile;
    Job m_job;
    Diagnostics m_diagnostics;
};

} // namespace Roost::JobFile
