// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What keeps a SubmitDraft from being submitted, in sentences.
#include "models/core/variables.h"
#include "models/core/wholematch.h"
#include "models/items/submit/submitdraft.h"
#include "models/shell/scriptcommand.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Items {

using namespace Shell;

namespace {

// Set anew for each process by whatever launches it; a value given here would not arrive.
bool isSetByLauncher(const QString &variable)
{
    static const QStringList names{u"RANK"_s,       u"LOCAL_RANK"_s,       u"NODE_RANK"_s,   u"GROUP_RANK"_s,
                                   u"WORLD_SIZE"_s, u"LOCAL_WORLD_SIZE"_s, u"MASTER_ADDR"_s, u"MASTER_PORT"_s};
    return names.contains(variable) || variable.startsWith("AZUREML_RUN_"_L1);
}

} // namespace

SubmitStep stepOf(SubmitField field)
{
    switch (field) {
    case SubmitField::Folder:
    case SubmitField::Script:
    case SubmitField::Arguments:
    case SubmitField::Command:
    case SubmitField::Experiment:
    case SubmitField::Variables:
        return SubmitStep::Code;
    case SubmitField::Compute:
        return SubmitStep::Compute;
    case SubmitField::Environment:
    case SubmitField::Conda:
        return SubmitStep::Environment;
    case SubmitField::Nodes:
    case SubmitField::Processes:
        return SubmitStep::Distribution;
    case SubmitField::JobText:
        return SubmitStep::Review;
    }
    std::unreachable();
}

QString SubmitDraft::problemText(SubmitField field) const
{
    QStringList texts;
    for (const bool blocking : {true, false}) {
        for (const FieldProblem &problem : m_problems) {
            if (problem.field == field && problem.blocks == blocking)
                texts += problem.text;
        }
    }
    return texts.join(u'\n');
}

bool SubmitDraft::blocks(SubmitStep step) const
{
    return std::ranges::any_of(
        m_problems, [step](const FieldProblem &problem) { return problem.blocks && stepOf(problem.field) == step; });
}

bool SubmitDraft::canSubmit() const
{
    return std::ranges::none_of(m_problems, &FieldProblem::blocks);
}

bool SubmitDraft::isFilledIn() const
{
    return std::ranges::none_of(m_problems, [this](const FieldProblem &problem) {
        return problem.blocks && !(problem.field == SubmitField::Folder && isListing());
    });
}

void SubmitDraft::checkCode(QList<FieldProblem> &problems) const
{
    const QString &folder = m_job.codePath;
    if (folder.isEmpty() && m_job.codeId.isEmpty())
        problems.emplaceBack(SubmitField::Folder, true, tr("Choose the folder that holds the code."));
    else if (!folder.isEmpty() && QDir::isRelativePath(folder))
        problems.emplaceBack(SubmitField::Folder, true, tr("Enter an absolute path, such as ~/project."));
    else if (!m_listingError.text.isEmpty())
        problems.emplaceBack(SubmitField::Folder, true, m_listingError.text);
    else if (isListing())
        problems.emplaceBack(SubmitField::Folder, true, tr("The folder is still being read."));
    else if (m_listing)
        checkSize(problems);

    if (m_launch == Launch::Script)
        checkScript(problems);
    else if (m_commandText.trimmed().isEmpty())
        problems.emplaceBack(SubmitField::Command, true, tr("Write the command that each process runs."));

    static const QRegularExpression experimentRule = wholeMatch(u"[a-zA-Z0-9][a-zA-Z0-9_-]{0,254}"_s);
    if (!m_job.experiment.isEmpty() && !experimentRule.match(m_job.experiment).hasMatch()) {
        problems.emplaceBack(
            SubmitField::Experiment, true,
            tr("An experiment's name starts with a letter or digit and holds letters, digits, - and _."));
    }
    checkVariables(problems);
}

// Told where the folder is chosen too, not only where it is reviewed.
void SubmitDraft::checkSize(QList<FieldProblem> &problems) const
{
    using Kind = Snapshot::Warning::Kind;
    for (const Snapshot::Warning &warning : m_listing->warnings) {
        if (warning.kind == Kind::BigSnapshot || warning.kind == Kind::BigFile || warning.kind == Kind::ManyFiles)
            problems.emplaceBack(SubmitField::Folder, false, warning.message);
    }
}

void SubmitDraft::checkVariables(QList<FieldProblem> &problems) const
{
    QSet<QString> seen;
    QSet<QString> twice;
    bool nameless = false;
    for (const Variable &row : m_variableRows) {
        if (row.name.isEmpty()) {
            nameless = true;
        } else if (seen.contains(row.name) && !twice.contains(row.name)) {
            twice.insert(row.name);
            problems.emplaceBack(SubmitField::Variables, true,
                                 tr("%1 is there more than once. Remove all but one.").arg(row.name));
        }
        seen.insert(row.name);
    }
    if (nameless) {
        problems.emplaceBack(SubmitField::Variables, true, tr("A value has no name. Name it, or remove its row."));
    }
    for (const auto &[name, value] : m_job.environmentVariables.asKeyValueRange()) {
        if (const QString why = whyNotAVariable(name, value); !why.isEmpty()) {
            problems.emplaceBack(SubmitField::Variables, true, why);
        } else if (isSetByLauncher(name)) {
            problems.emplaceBack(
                SubmitField::Variables, false,
                tr("%1 is set for each process when it starts; the value given here is not used.").arg(name));
        } else if (value.isEmpty()) {
            problems.emplaceBack(
                SubmitField::Variables, false,
                tr("%1 has no value. Drafts keep the names only: write it again if it needs one.").arg(name));
        }
    }
}

void SubmitDraft::checkScript(QList<FieldProblem> &problems) const
{
    if (m_script.isEmpty() && m_listing && scriptCandidates().isEmpty()) {
        problems.emplaceBack(SubmitField::Script, true,
                             tr("There is no Python file (.py) in this folder. Choose another folder, or run any "
                                "command."));
    } else if (m_script.isEmpty()) {
        problems.emplaceBack(SubmitField::Script, true, tr("Choose the Python script to run."));
    } else if (QDir::isAbsolutePath(m_script) || QDir::cleanPath(m_script).startsWith(".."_L1)) {
        problems.emplaceBack(SubmitField::Script, true, tr("The script has to lie in the folder that is sent."));
    } else if (m_listing) {
        const QString path = QDir::cleanPath(m_script);
        const auto leftOut = std::ranges::find_if(m_listing->excluded, [&path](const Snapshot::Excluded &excluded) {
            return excluded.path == path || (excluded.path.endsWith(u'/') && path.startsWith(excluded.path));
        });
        if (leftOut != m_listing->excluded.end()) {
            problems.emplaceBack(
                SubmitField::Script, true,
                leftOut->isOfWorkspace()
                    ? tr("%1 lies among what a workspace keeps, which is not sent. Choose another script.")
                          .arg(m_script)
                    : tr("%1 is not sent because of %2 (%3). Change that rule or choose another script.")
                          .arg(m_script, leftOut->rule.toText(), leftOut->rule.pattern));
        } else if (std::ranges::find(m_listing->files, path, &Snapshot::File::path) == m_listing->files.end()) {
            problems.emplaceBack(SubmitField::Script, true, tr("There is no file %1 in the folder.").arg(m_script));
        }
    }
    const QString wrong = argumentsProblem(m_argumentsText);
    if (!wrong.isEmpty())
        problems.emplaceBack(SubmitField::Arguments, true, wrong);
}

void SubmitDraft::checkCompute(QList<FieldProblem> &problems) const
{
    const auto add = [&problems](bool blocking, const QString &text) {
        problems.emplaceBack(SubmitField::Compute, blocking, text);
    };
    // Nodes without a compute, by their size, and a target outside of the workspace, by its address.
    if (m_job.compute.isEmpty() && !m_job.carried.serverlessSize.isEmpty())
        return;
    if (m_job.compute.contains(u'/'))
        return;
    if (m_computes && m_computes->isEmpty())
        return add(true, tr("This workspace has no compute yet. Create one first."));
    if (m_job.compute.isEmpty())
        return add(true, tr("Choose where the run goes."));
    if (!m_computes)
        return;
    const auto compute = chosenCompute();
    if (!compute)
        return add(true, tr("There is no compute %1 in this workspace. Choose another one.").arg(m_job.compute));
    switch (compute->state) {
    case ProvisioningState::Failed:
    case ProvisioningState::Canceled:
        return add(true, tr("%1 could not be created: %2")
                             .arg(compute->name,
                                  compute->errors.isEmpty() ? tr("no reason is given.") : compute->errors.join(u' ')));
    case ProvisioningState::Deleting:
        return add(true, tr("%1 is being deleted. Choose another one.").arg(compute->name));
    case ProvisioningState::Creating:
    case ProvisioningState::Updating:
        return add(false, tr("%1 is still being made ready; the run waits until it is.").arg(compute->name));
    case ProvisioningState::Succeeded:
    case ProvisioningState::Unknown:
        return;
    }
}

void SubmitDraft::checkEnvironment(QList<FieldProblem> &problems) const
{
    const EnvironmentRef &environment = m_job.environment;
    if (environment.isInline()) {
        const auto wrong = std::ranges::find(m_condaDiagnostics, Diagnostic::Severity::Error, &Diagnostic::severity);
        if (wrong != m_condaDiagnostics.end())
            problems.emplaceBack(SubmitField::Conda, true, tr("Line %1: %2").arg(wrong->line).arg(wrong->message));
    } else if (environment.name.isEmpty()) {
        problems.emplaceBack(SubmitField::Environment, true, tr("Choose the environment the code runs in."));
    } else if (m_environments && !environment.name.startsWith("azureml:"_L1)) { // of a registry otherwise
        const auto known = std::ranges::find(*m_environments, environment.name, &Environment::name);
        if (known == m_environments->end()) {
            problems.emplaceBack(
                SubmitField::Environment, true,
                tr("There is no environment %1 in this workspace. Choose another one.").arg(environment.name));
        }
    }
}

QString SubmitDraft::excessText(const Excess &excess, const QString &compute)
{
    const int most = excess.most;
    switch (excess.of) {
    case Excess::Of::Nodes:
        return most == 1 ? tr("%1 has 1 node; you ask for %2.").arg(compute).arg(excess.asked)
                         : tr("%1 has at most %n nodes; you ask for %2.", nullptr, most).arg(compute).arg(excess.asked);
    case Excess::Of::Gpus:
        return tr("A node of %1 has %2; you ask for %3 on it.", "2 GPUs, 3 processes")
            .arg(compute, most == 1 ? tr("1 GPU") : tr("%n GPUs", nullptr, most),
                 tr("%n processes", nullptr, excess.asked));
    case Excess::Of::Cores:
        return tr("A node of %1 takes %n processes at most; you ask for %2.", nullptr, most)
            .arg(compute)
            .arg(excess.asked);
    }
    std::unreachable();
}

void SubmitDraft::checkDistribution(QList<FieldProblem> &problems) const
{
    const int count = m_job.instanceCount;
    const int processes = m_job.distribution.processesPerNode;
    if (m_job.distribution.type == Distribution::Type::None && m_job.carried.distribution.isEmpty() && count > 1) {
        problems.emplaceBack(
            SubmitField::Nodes, true,
            tr("Without distribution one process runs on one node. Choose PyTorch or MPI to use %n nodes.", nullptr,
               count));
    }
    if (processes < 1)
        problems.emplaceBack(SubmitField::Processes, true, tr("At least one process has to run on each node."));
    const auto compute = chosenCompute();
    if (!compute)
        return;
    const QList<Excess> refused = excessOf(m_job, *compute);
    for (const Excess &excess : refused) {
        const bool ofNodes = excess.of == Excess::Of::Nodes;
        problems.emplaceBack(ofNodes ? SubmitField::Nodes : SubmitField::Processes, true,
                             excessText(excess, compute->name));
    }
    if (refused.isEmpty() && compute->gpus == 0 && compute->cores > 0 && processes > compute->cores) {
        problems.emplaceBack(SubmitField::Processes, false,
                             tr("A node of %1 has %2, so %3 share what is there.", "2 cores, 3 processes")
                                 .arg(compute->name,
                                      compute->cores == 1 ? tr("1 core") : tr("%n cores", nullptr, compute->cores),
                                      tr("%n processes", nullptr, processes)));
    }
}

} // namespace Roost::Items
