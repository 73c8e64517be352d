// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitform.h"

#include "models/core/secrets.h"
#include "models/items/submit/metricstext.h"
#include "models/shell/scriptcommand.h"

#include <algorithm>

namespace Roost::Items {

using namespace Shell;

namespace {

/// Returns whether `field` had another value.
template <typename T>
bool assign(T &field, const T &value)
{
    if (field == value)
        return false;
    field = value;
    return true;
}

} // namespace

QString SubmitForm::commandLine() const
{
    if (m_launch == Launch::Command)
        return m_commandText.trimmed();
    return m_script.isEmpty() ? QString() : joinCommand(m_script, m_argumentsText);
}

Job SubmitForm::job() const
{
    Job job = m_job;
    job.command = commandLine();
    return job;
}

void SubmitForm::setJob(const Job &job)
{
    m_job = job;
    m_earlierCode = job.codePath.isEmpty() ? job.codeId : QString();
    m_job.instanceCount = std::max(1, job.instanceCount);
    const auto parts = splitCommand(job.command);
    m_launch = parts || job.command.isEmpty() ? Launch::Script : Launch::Command;
    m_script = parts ? parts->script : QString();
    m_argumentsText = parts ? parts->arguments : QString();
    m_commandText = job.command;
    m_metricsText = writeMetricsText(job.metrics.patterns);
    m_variableRows.clear();
    // The workspace does not reveal the secrets of a run: they have to be typed again.
    for (auto it = m_job.environmentVariables.begin(); it != m_job.environmentVariables.end(); ++it) {
        if (it.value() == secretMask())
            it.value().clear();
        m_variableRows.append({it.key(), it.value()});
    }
}

void SubmitForm::forgetCarried()
{
    m_job.codeId.clear();
    m_job.carried = {};
}

bool SubmitForm::setFolder(const QString &folder)
{
    const QString snapshot = folder.isEmpty() ? m_earlierCode : QString();
    const bool isOtherFolder = assign(m_job.codePath, folder);
    return assign(m_job.codeId, snapshot) || isOtherFolder;
}

bool SubmitForm::setLaunch(Launch launch)
{
    if (launch == m_launch)
        return false;
    if (launch == Launch::Command && m_commandText.isEmpty()) {
        m_commandText = commandLine();
    } else if (launch == Launch::Script && m_script.isEmpty()) {
        if (const auto parts = splitCommand(m_commandText)) {
            m_script = parts->script;
            m_argumentsText = parts->arguments;
        }
    }
    m_launch = launch;
    return true;
}

bool SubmitForm::setScript(const QString &script)
{
    QString relative = script.trimmed();
    if (!m_job.codePath.isEmpty() && relative.startsWith(m_job.codePath + u'/'))
        relative = relative.mid(m_job.codePath.size() + 1);
    return assign(m_script, relative);
}

bool SubmitForm::setArgumentsText(const QString &text)
{
    return assign(m_argumentsText, text);
}

std::optional<QStringList> SubmitForm::arguments() const
{
    return splitArguments(m_argumentsText);
}

bool SubmitForm::setCommandText(const QString &text)
{
    return assign(m_commandText, text);
}

bool SubmitForm::setExperiment(const QString &experiment)
{
    return assign(m_job.experiment, experiment.trimmed());
}

bool SubmitForm::setDisplayName(const QString &name)
{
    return assign(m_job.displayName, name.trimmed());
}

bool SubmitForm::setVariables(const StringMap &variables)
{
    if (variables == m_job.environmentVariables)
        return false;
    StringMap added = variables;
    m_variableRows.removeIf([&](const Variable &row) { return !row.name.isEmpty() && !variables.contains(row.name); });
    for (Variable &row : m_variableRows) {
        if (!row.name.isEmpty()) {
            row.value = variables.value(row.name);
            added.remove(row.name);
        }
    }
    for (const auto &[name, value] : added.asKeyValueRange())
        m_variableRows.append({name, value});
    m_job.environmentVariables = variables;
    return true;
}

bool SubmitForm::setVariableRows(const QList<Variable> &rows)
{
    if (!assign(m_variableRows, rows))
        return false;
    m_job.environmentVariables = named(rows);
    return true;
}

bool SubmitForm::setMetricsText(const QString &text)
{
    if (!assign(m_metricsText, text))
        return false;
    m_job.metrics.patterns = readMetricsText(text).patterns;
    return true;
}

bool SubmitForm::setRecognizesMetrics(bool on)
{
    return assign(m_job.metrics.automatic, on);
}

bool SubmitForm::setCompute(const QString &name)
{
    return assign(m_job.compute, name);
}

bool SubmitForm::setEnvironment(const EnvironmentRef &environment)
{
    return assign(m_job.environment, environment);
}

bool SubmitForm::setDistributionType(Distribution::Type type)
{
    if (!assign(m_job.distribution.type, type))
        return false;
    if (!m_job.distribution.isDistributed()) {
        m_job.distribution.processesPerNode = 1;
        m_job.instanceCount = 1;
    }
    return true;
}

bool SubmitForm::setProcessesPerNode(int processes)
{
    return assign(m_job.distribution.processesPerNode, processes);
}

bool SubmitForm::setNodes(int nodes)
{
    return assign(m_job.instanceCount, nodes);
}

} // namespace Roost::Items
