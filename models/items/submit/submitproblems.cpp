// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitproblems.h"
#include "models/items/submit/metricstext.h"

#include "models/core/capacity.h"
#include "models/core/carriednames.h"
#include "models/core/variables.h"
#include "models/core/wholematch.h"
#include "models/shell/scriptcommand.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Items::SubmitDraft)
};

bool isSetByLauncher(const QString &variable)
{
    static const QStringList names{u"RANK"_s,       u"LOCAL_RANK"_s,       u"NODE_RANK"_s,   u"GROUP_RANK"_s,
                                   u"WORLD_SIZE"_s, u"LOCAL_WORLD_SIZE"_s, u"MASTER_ADDR"_s, u"MASTER_PORT"_s};
    return names.contains(variable) || variable.startsWith("AZUREML_RUN_"_L1);
}

} // namespace

std::optional<Compute> computeOf(const SubmitForm &form, const std::optional<QList<Compute>> &computes)
{
    if (!computes)
        return std::nullopt;
    const auto found = std::ranges::find(*computes, form.parts().compute, &Compute::name);
    return found == computes->end() ? std::nullopt : std::optional(*found);
}

SubmitProblems::SubmitProblems(const SubmitForm &form, const FolderListing &folder,
                               const std::optional<QList<Compute>> &computes,
                               const std::optional<QList<Environment>> &environments)
    : m_form(form)
    , m_job(form.parts())
    , m_folder(folder)
    , m_computes(computes)
    , m_environments(environments)
{
}

QList<FieldProblem> SubmitProblems::find(const Diagnostics &jobText, const Diagnostics &conda)
{
    m_problems.clear();
    checkJobText(jobText);
    checkFolder();
    checkCommand();
    checkExperiment();
    checkVariables();
    checkVariableValues();
    checkMetrics();
    checkCompute();
    checkEnvironment(conda);
    checkDistribution();
    checkCarried();
    return m_problems;
}

void SubmitProblems::add(SubmitField field, bool blocks, const QString &text)
{
    m_problems.append({field, blocks, text});
}

void SubmitProblems::checkJobText(const Diagnostics &jobText)
{
    for (const Diagnostic &diagnostic : jobText) {
        if (diagnostic.severity == Diagnostic::Severity::Error)
            add(SubmitField::JobText, true, Words::tr("Line %1: %2").arg(diagnostic.line).arg(diagnostic.message));
    }
}

void SubmitProblems::checkFolder()
{
    const QString &folder = m_job.codePath;
    if (folder.isEmpty() && m_job.codeId.isEmpty())
        add(SubmitField::Folder, true, Words::tr("Choose the folder that contains the code."));
    else if (!folder.isEmpty() && QDir::isRelativePath(folder))
        add(SubmitField::Folder, true, Words::tr("Enter an absolute path, such as ~/project."));
    else if (!m_folder.error().text.isEmpty())
        add(SubmitField::Folder, true, m_folder.error().text);
    else if (m_folder.isReading())
        add(SubmitField::Folder, true, Words::tr("The folder is still being read."));
    else if (m_folder.listing())
        checkSize();
}

// The review step shows these warnings too; this check shows them beside the folder.
void SubmitProblems::checkSize()
{
    using Kind = Snapshot::Warning::Kind;
    for (const Snapshot::Warning &warning : m_folder.listing()->warnings) {
        if (warning.kind == Kind::BigSnapshot || warning.kind == Kind::BigFile || warning.kind == Kind::ManyFiles)
            add(SubmitField::Folder, false, warning.message);
    }
}

void SubmitProblems::checkCommand()
{
    if (m_form.launch() == SubmitForm::Launch::Script)
        checkScript();
    else if (m_form.commandText().trimmed().isEmpty())
        add(SubmitField::Command, true, Words::tr("Write the command that each process runs."));
}

void SubmitProblems::checkExperiment()
{
    static const QRegularExpression rule = wholeMatch(u"[a-zA-Z0-9][a-zA-Z0-9_-]{0,254}"_s);
    if (!m_job.experiment.isEmpty() && !rule.match(m_job.experiment).hasMatch()) {
        add(SubmitField::Experiment, true,
            Words::tr("An experiment's name starts with a letter or digit and contains letters, digits, - and _."));
    }
}

void SubmitProblems::checkVariables()
{
    QSet<QString> seen;
    QSet<QString> twice;
    bool nameless = false;
    for (const Variable &row : m_form.variableRows()) {
        if (row.name.isEmpty()) {
            nameless = true;
        } else if (seen.contains(row.name) && !twice.contains(row.name)) {
            twice.insert(row.name);
            add(SubmitField::Variables, true, Words::tr("%1 occurs more than once. Remove all but one.").arg(row.name));
        }
        seen.insert(row.name);
    }
    if (nameless) {
        add(SubmitField::Variables, true, Words::tr("A value has no name. Name it, or remove its row."));
    }
}

void SubmitProblems::checkMetrics()
{
    if (const MetricsText read = readMetricsText(m_form.metricsText()); !read.problem.isEmpty())
        add(SubmitField::Metrics, true, Words::tr("Line %1: %2").arg(read.problemLine).arg(read.problem));
}

void SubmitProblems::checkVariableValues()
{
    for (const auto &[name, value] : m_job.environmentVariables.asKeyValueRange()) {
        if (const QString why = whyNotAVariable(name, value); !why.isEmpty()) {
            add(SubmitField::Variables, true, why);
        } else if (isSetByLauncher(name)) {
            add(SubmitField::Variables, false,
                Words::tr("%1 is set for each process when it starts; the value given here is not used.").arg(name));
        } else if (value.isEmpty()) {
            add(SubmitField::Variables, false,
                Words::tr("%1 has no value. Drafts store only names: enter the value again if it needs one.")
                    .arg(name));
        }
    }
}

void SubmitProblems::checkScript()
{
    const QString script = m_form.script();
    if (script.isEmpty() && m_folder.listing() && m_folder.scripts().isEmpty()) {
        add(SubmitField::Script, true,
            Words::tr("There is no Python file (.py) in this folder. Choose another folder, or run any "
                      "command."));
    } else if (script.isEmpty()) {
        add(SubmitField::Script, true, Words::tr("Choose the Python script to run."));
    } else if (QDir::isAbsolutePath(script) || QDir::cleanPath(script).startsWith(".."_L1)) {
        add(SubmitField::Script, true, Words::tr("The script has to lie in the folder that is sent."));
    } else if (m_folder.listing()) {
        checkSentScript();
    }
    const QString wrong = Shell::argumentsProblem(m_form.argumentsText());
    if (!wrong.isEmpty())
        add(SubmitField::Arguments, true, wrong);
}

void SubmitProblems::checkSentScript()
{
    const auto &listing = m_folder.listing();
    const QString script = m_form.script();
    const QString path = QDir::cleanPath(script);
    const auto leftOut = std::ranges::find_if(listing->excluded, [&path](const Snapshot::Excluded &excluded) {
        return excluded.path == path || (excluded.path.endsWith(u'/') && path.startsWith(excluded.path));
    });
    if (leftOut != listing->excluded.end()) {
        add(SubmitField::Script, true,
            leftOut->isOfWorkspace()
                ? Words::tr("%1 is in a folder of the workspace itself, which is not sent. Choose another script.")
                      .arg(script)
                : Words::tr("%1 is not sent because of %2 (%3). Change that rule or choose another script.")
                      .arg(script, leftOut->rule.toText(), leftOut->rule.pattern));
    } else if (std::ranges::find(listing->files, path, &Snapshot::File::path) == listing->files.end()) {
        add(SubmitField::Script, true, Words::tr("There is no file %1 in the folder.").arg(script));
    }
}

void SubmitProblems::checkCompute()
{
    // Serverless nodes are chosen by their size, and a target outside of the workspace by its address.
    if (m_job.compute.isEmpty() && !m_job.carried.serverlessSize.isEmpty())
        return;
    if (m_job.compute.contains(u'/'))
        return;
    if (m_computes && m_computes->isEmpty())
        return add(SubmitField::Compute, true, Words::tr("This workspace has no compute yet. Create one first."));
    if (m_job.compute.isEmpty())
        return add(SubmitField::Compute, true, Words::tr("Choose where the run goes."));
    if (!m_computes)
        return;
    if (const auto compute = computeOf(m_form, m_computes))
        return checkState(*compute);
    add(SubmitField::Compute, true,
        Words::tr("There is no compute %1 in this workspace. Choose another one.").arg(m_job.compute));
}

void SubmitProblems::checkState(const Compute &compute)
{
    switch (compute.state) {
    case ProvisioningState::Failed:
    case ProvisioningState::Canceled:
        return add(SubmitField::Compute, true,
                   Words::tr("%1 could not be created: %2")
                       .arg(compute.name,
                            compute.errors.isEmpty() ? Words::tr("no reason is given.") : compute.errors.join(u' ')));
    case ProvisioningState::Deleting:
        return add(SubmitField::Compute, true, Words::tr("%1 is being deleted. Choose another one.").arg(compute.name));
    case ProvisioningState::Creating:
    case ProvisioningState::Updating:
        return add(SubmitField::Compute, false,
                   Words::tr("%1 is still being provisioned; the run waits until it is ready.").arg(compute.name));
    case ProvisioningState::Succeeded:
    case ProvisioningState::Unknown:
        return;
    }
}

void SubmitProblems::checkEnvironment(const Diagnostics &conda)
{
    const EnvironmentRef &environment = m_job.environment;
    if (environment.isInline()) {
        const auto wrong = std::ranges::find(conda, Diagnostic::Severity::Error, &Diagnostic::severity);
        if (wrong != conda.end())
            add(SubmitField::Conda, true, Words::tr("Line %1: %2").arg(wrong->line).arg(wrong->message));
    } else if (environment.name.isEmpty()) {
        add(SubmitField::Environment, true, Words::tr("Choose the environment the code runs in."));
    } else if (m_environments && !environment.name.startsWith("azureml:"_L1)) { // otherwise the environment is in a
                                                                                // registry
        const auto known = std::ranges::find(*m_environments, environment.name, &Environment::name);
        if (known == m_environments->end()) {
            add(SubmitField::Environment, true,
                Words::tr("There is no environment %1 in this workspace. Choose another one.").arg(environment.name));
        }
    }
}

void SubmitProblems::checkDistribution()
{
    const int count = m_job.instanceCount;
    if (!m_job.distribution.isDistributed() && m_job.carried.distribution.isEmpty() && count > 1) {
        add(SubmitField::Nodes, true,
            Words::tr("Without distribution one process runs on one node. Choose %1 to use %n nodes.", "PyTorch or MPI",
                      count)
                .arg(distributionNames().join(Words::tr(" or ", "PyTorch or MPI"))));
    }
    if (m_job.distribution.processesPerNode < 1)
        add(SubmitField::Processes, true, Words::tr("At least one process has to run on each node."));
    if (const auto compute = computeOf(m_form, m_computes))
        checkCapacity(*compute);
}

void SubmitProblems::checkCapacity(const Compute &compute)
{
    const int processes = m_job.distribution.processesPerNode;
    const QList<LimitViolation> violations = limitViolations(m_job, compute);
    for (const LimitViolation &violation : violations) {
        const bool isOfNodes = violation.limit == LimitViolation::Limit::Nodes;
        add(isOfNodes ? SubmitField::Nodes : SubmitField::Processes, true, limitText(violation, compute.name));
    }
    if (violations.isEmpty() && compute.gpus == 0 && compute.cores > 0 && processes > compute.cores) {
        add(SubmitField::Processes, false,
            Words::tr("A node of %1 has %2, so %3 share what is there.", "2 cores, 3 processes")
                .arg(compute.name,
                     compute.cores == 1 ? Words::tr("1 core") : Words::tr("%n cores", nullptr, compute.cores),
                     Words::tr("%n processes", nullptr, processes)));
    }
}

void SubmitProblems::checkCarried()
{
    QStringList unseen = m_job.carried.names;
    unseen.removeIf(isCarriedOutput); // the job file shows them
    if (!unseen.isEmpty()) {
        add(SubmitField::JobText, false,
            Words::tr("Sent unchanged from the earlier run, and not shown here: %1.").arg(unseen.join(", "_L1)));
    }
}

} // namespace Roost::Items
