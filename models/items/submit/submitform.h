// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/items/submit/variable.h"

#include <optional>

namespace Roost::Items {

/// The fields of a job that the user is editing, as they were typed. Any state is allowed. The setters return whether
/// they changed anything.
class SubmitForm
{
public:
    /// A script with arguments, or any shell command.
    enum class Launch { Script, Command };

    /// The job as it would be submitted now.
    Job job() const;
    /// Copies a job into the fields: the job of a run, of a job file or of a stored draft. Parts of the job that have
    /// no field are kept.
    void setJob(const Job &job);
    /// The parts of the job except the command, which the fields below contain.
    const Job &parts() const { return m_job; }
    /// Discards the snapshot and the parts without a field. Call before another job file is read.
    void forgetCarried();

    QString folder() const { return m_job.codePath; }
    /// Sets a clean path, or an empty one. Without a folder, the snapshot of the run that the job was copied from is
    /// used again.
    bool setFolder(const QString &folder);
    /// Returns whether the snapshot of an earlier run is sent again, so that no folder is read.
    bool reusesSnapshot() const { return m_job.codePath.isEmpty() && !m_job.codeId.isEmpty(); }

    Launch launch() const { return m_launch; }
    /// Changes the kind of launch. Copies what was typed for the other kind into the fields of this one if they are
    /// empty.
    bool setLaunch(Launch launch);
    QString script() const { return m_script; }
    /// Sets a path below the folder; an absolute path within the folder is made relative.
    bool setScript(const QString &script);
    /// The arguments as typed, quoted as in a shell.
    QString argumentsText() const { return m_argumentsText; }
    bool setArgumentsText(const QString &text);
    /// Returns the arguments as the script receives them; empty if the text contains more than arguments.
    std::optional<QStringList> arguments() const;
    QString commandText() const { return m_commandText; }
    bool setCommandText(const QString &text);

    bool setExperiment(const QString &experiment);
    bool setDisplayName(const QString &name);
    /// Replaces the variables that have a name; rows without a name are kept.
    bool setVariables(const StringMap &variables);
    const QList<Variable> &variableRows() const { return m_variableRows; }
    bool setVariableRows(const QList<Variable> &rows);

    /// The patterns of metrics as typed (metricstext.h).
    QString metricsText() const { return m_metricsText; }
    bool setMetricsText(const QString &text);
    /// Sets whether the common shapes of metrics are recognized.
    bool setRecognizesMetrics(bool on);

    bool setCompute(const QString &name);
    bool setEnvironment(const EnvironmentRef &environment);
    /// Sets the type. None also sets nodes and processes to 1.
    bool setDistributionType(Distribution::Type type);
    bool setProcessesPerNode(int processes);
    bool setNodes(int nodes);

private:
    QString commandLine() const;

    Job m_job;             // without its command
    QString m_earlierCode; // the snapshot of the run that the job was copied from
    Launch m_launch = Launch::Script;
    QString m_script;
    QString m_argumentsText;
    QString m_commandText;
    QString m_metricsText;          // the patterns of m_job, as they were typed
    QList<Variable> m_variableRows; // the variables of m_job, as they were typed
};

} // namespace Roost::Items
