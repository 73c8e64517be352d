// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/items/submit/variable.h"

#include <optional>

namespace Roost::Items {

/// The fields of a job that is being written, as they were typed. Any state is allowed. The setters return whether
/// they changed anything.
class SubmitForm
{
public:
    /// A script with arguments, or any shell line.
    enum class Launch { Script, Command };

    /// The job as it would be submitted now.
    Job job() const;
    /// Copies a job into the fields: from a run, a job file or a remembered draft. Parts of the job that have no field
    /// are kept.
    void setJob(const Job &job);
    /// The parts of the job except the command, which is in the fields below.
    const Job &parts() const { return m_job; }
    /// Forgets the snapshot and the parts without a field, before another job file is read.
    void forgetCarried();

    QString folder() const { return m_job.codePath; }
    /// A clean path, or empty. Without a folder the snapshot of the run that the job was copied from is used again.
    bool setFolder(const QString &folder);
    /// Whether the snapshot of an earlier run is sent again, so that no folder is read.
    bool reusesSnapshot() const { return m_job.codePath.isEmpty() && !m_job.codeId.isEmpty(); }

    Launch launch() const { return m_launch; }
    /// Changing the kind carries over what was typed for the other kind, where the fields of this one are empty.
    bool setLaunch(Launch launch);
    QString script() const { return m_script; }
    /// A path below the folder; an absolute path in the folder is made relative.
    bool setScript(const QString &script);
    /// As typed, with the quotes of a shell.
    QString argumentsText() const { return m_argumentsText; }
    bool setArgumentsText(const QString &text);
    /// The arguments as the script receives them; empty if the text is more than arguments.
    std::optional<QStringList> arguments() const;
    QString commandText() const { return m_commandText; }
    bool setCommandText(const QString &text);

    bool setExperiment(const QString &experiment);
    bool setDisplayName(const QString &name);
    /// Rows without a name are kept.
    bool setVariables(const StringMap &variables);
    const QList<Variable> &variableRows() const { return m_variableRows; }
    bool setVariableRows(const QList<Variable> &rows);

    bool setCompute(const QString &name);
    bool setEnvironment(const EnvironmentRef &environment);
    /// Type None sets nodes and processes to 1.
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
    QList<Variable> m_variableRows; // the variables of m_job, as they were typed
};

} // namespace Roost::Items
