// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfile/fieldreader.h"
#include "models/jobfile/jobdocument.h"

namespace Roost::JobFile {

/// A tree taken for a Job, with all there is to say about it.
class JobReader : public FieldReader
{
public:
    /// `carried` came along with the job; the command may use the data inputs in it.
    JobReader(const QString &folder, const ReadFile &readFile, const CarriedParts &carried);

    void take(const Yaml::Node &root);

    const Job &job() const { return m_job; }

private:
    static constexpr QLatin1StringView AzuremlPrefix{"azureml:"};

    using Take = void (JobReader::*)(const Yaml::Entry &);

    void checkVariables(const Yaml::Entry &entry);
    static std::optional<Diagnostic> otherKind(const Yaml::Node &root);
    static bool isTypedLiteral(const Yaml::Node &value);
    static QString literalOf(const Yaml::Node &typed);
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
    void takeTimeLimit(const Yaml::Entry &entry);
    void takeLimits(const Yaml::Entry &entry);
    void takeInputs(const Yaml::Entry &entry);
    void takeOutputs(const Yaml::Entry &entry);
    QJsonObject outputOf(const Yaml::Entry &entry);
    void putOutputs();
    void checkBindings(const Yaml::Node &root);
    void checkBinding(const Yaml::Node &command, const QString &named, const Yaml::Node *inputs);

    QString m_folder;
    const ReadFile &m_readFile;
    Job m_job;
    QJsonObject m_outputs;
};

} // namespace Roost::JobFile
