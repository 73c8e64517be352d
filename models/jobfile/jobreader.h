// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/jobfile/environmentreader.h"
#include "models/jobfile/fieldreader.h"
#include "models/jobfile/metricsreader.h"
#include "models/jobfile/outputsreader.h"

namespace Roost::JobFile {

/// Reads the tree of a job file into a Job and collects all diagnostics.
class JobReader : public FieldReader
{
public:
    /// `carried` are parts of the job that the text has no keys for; the command may use the data inputs in them.
    /// `readFile` must outlive this object.
    JobReader(const QString &folder, const ReadFile &readFile, const CarriedParts &carried);

    void read(const Yaml::Node &root);

    const Job &job() const { return m_job; }

private:
    using Reader = void (JobReader::*)(const Yaml::Entry &);

    void checkVariables(const Yaml::Entry &entry);
    static std::optional<Diagnostic> otherKind(const Yaml::Node &root);
    static bool isTypedLiteral(const Yaml::Node &value);
    static QString literalOf(const Yaml::Node &typed);
    void readName(const Yaml::Entry &entry);
    void readCommand(const Yaml::Entry &entry);
    void readCode(const Yaml::Entry &entry);
    void readEnvironment(const Yaml::Entry &entry);
    void readCompute(const Yaml::Entry &entry);
    /// Returns the message for a key of Azure ML v1 that was renamed in v2; empty for all other keys.
    static QString legacyNote(const QString &key);
    void readDistribution(const Yaml::Entry &entry);
    void readResources(const Yaml::Entry &entry);
    void readTimeLimit(const Yaml::Entry &entry);
    void readLimits(const Yaml::Entry &entry);
    void readInputs(const Yaml::Entry &entry);
    void readOutputs(const Yaml::Entry &entry);
    void readMetrics(const Yaml::Entry &entry);
    void checkBindings(const Yaml::Node &root);
    void checkBinding(const Yaml::Node &command, const QString &named, const Yaml::Node *inputs);

    QString m_folder;
    EnvironmentReader m_environment;
    OutputsReader m_outputs;
    MetricsReader m_metrics;
    Job m_job;
};

} // namespace Roost::JobFile
