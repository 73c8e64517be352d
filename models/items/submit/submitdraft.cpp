// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitdraft.h"

#include "models/conda/specification.h"
#include "models/items/submit/submitsummary.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

// Expands "~" to the home folder, as a shell does.
QString wholePath(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    if (folder == "~"_L1 || folder.startsWith("~/"_L1))
        return QDir::cleanPath(QDir::homePath() + folder.mid(1));
    return QDir::cleanPath(folder);
}

} // namespace

SubmitDraft::SubmitDraft(QObject *parent)
    : QObject(parent)
{
    connect(&m_folder, &FolderListing::changed, this, &SubmitDraft::onListing);
    connect(&m_folder, &FolderListing::progressed, this, &SubmitDraft::listingChanged);
    update();
}

void SubmitDraft::setJob(const Job &job)
{
    m_jobText.forgetDocument();
    m_jobText.forgetErrors();
    copyJob(job);
    chooseOnlyCompute();
    chooseOnlyEnvironment();
}

void SubmitDraft::copyJob(const Job &job)
{
    const bool isOtherFolder = job.codePath != folder();
    m_form.setJob(job);
    if (isOtherFolder)
        m_folder.read(folder());
    else
        update();
}

void SubmitDraft::setFolder(const QString &folder)
{
    if (m_form.setFolder(wholePath(folder.trimmed())))
        m_folder.readSoon(this->folder());
}

void SubmitDraft::setComputes(const QList<Compute> &computes)
{
    if (m_computes == computes)
        return;
    m_computes = computes;
    update();
    chooseOnlyCompute();
}

void SubmitDraft::chooseOnlyCompute()
{
    const bool isServerless = !m_form.parts().carried.serverlessSize.isEmpty();
    if (compute().isEmpty() && !isServerless && m_computes && m_computes->size() == 1)
        setCompute(m_computes->first().name);
}

void SubmitDraft::setEnvironments(const QList<Environment> &environments)
{
    if (m_environments == environments)
        return;
    m_environments = environments;
    update();
    chooseOnlyEnvironment();
}

void SubmitDraft::chooseOnlyEnvironment()
{
    if (environment() == EnvironmentRef{} && m_environments && m_environments->size() == 1)
        setEnvironment({m_environments->first().name, {}, {}, {}});
}

Result<void> SubmitDraft::readCondaFile(const QString &path)
{
    constexpr qint64 Longest = 1024 * 1024;
    QFile file(QDir(folder()).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Failed, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > Longest)
        return failure(ErrorKind::Rejected, tr("%1 is too large to be a conda file.").arg(path));
    const QString image = environment().isInline() ? environment().image : QString();
    setEnvironment({{}, {}, image, QString::fromUtf8(file.readAll())});
    return {};
}

std::optional<CodeFiles> SubmitDraft::codeFiles() const
{
    return listing() ? std::optional(Snapshot::codeFiles(*listing())) : std::nullopt;
}

void SubmitDraft::onListing()
{
    // If the folder contains only one script, that script is chosen.
    const QStringList scripts = scriptCandidates();
    if (launch() == Launch::Script && script().isEmpty() && scripts.size() == 1)
        m_form.setScript(scripts.first());
    update();
    Q_EMIT listingChanged();
}

void SubmitDraft::refreshIfMissing()
{
    const bool hasNoFolder = listingError().kind == ErrorKind::NotFound;
    const bool hasNoScript = listing() && !problemText(SubmitField::Script).isEmpty();
    if (hasNoFolder || hasNoScript)
        refreshListing();
}

void SubmitDraft::copyDocument(Job job)
{
    // Job files have no keys for these members.
    job.properties = m_form.parts().properties;
    if (job.codePath.isEmpty() && job.codeId.isEmpty())
        job.codeId = m_form.parts().codeId;
    copyJob(job);
}

void SubmitDraft::setJobText(const QString &text)
{
    if (text == jobText())
        return;
    if (const auto job = m_jobText.edit(text, this->job()))
        copyDocument(*job);
    else
        update();
}

Result<void> SubmitDraft::openJobFile(const QString &path)
{
    const auto opened = m_jobText.open(path);
    if (!opened)
        return std::unexpected(opened.error());
    if (*opened) {
        m_form.forgetCarried();
        copyDocument(**opened);
    } else {
        update();
    }
    return {};
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

QString SubmitDraft::stepSummary(SubmitStep step) const
{
    return Items::stepSummary(step, m_form, m_folder);
}

QString SubmitDraft::summary() const
{
    return submitSummary(m_form, m_folder);
}

void SubmitDraft::update()
{
    m_condaDiagnostics.clear();
    if (const QString conda = environment().condaYaml; !conda.isEmpty())
        m_condaDiagnostics = Conda::read(conda).diagnostics;
    m_problems =
        SubmitProblems(m_form, m_folder, m_computes, m_environments).find(m_jobText.diagnostics(), m_condaDiagnostics);
    m_jobText.write(job());
    Q_EMIT changed();
}

} // namespace Roost::Items
