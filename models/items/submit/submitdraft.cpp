// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitdraft.h"

#include "models/conda/specification.h"
#include "models/core/secrets.h"
#include "models/items/base/pathkind.h"
#include "models/shell/scriptcommand.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Items {

using namespace Shell;

namespace {

// A path is typed letter by letter, and each beginning of it may be a large folder.
constexpr auto typingPause = 300ms;

// As a shell would have it: "~" is the home folder.
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
    m_listingTimer.setSingleShot(true);
    m_listingTimer.setInterval(typingPause);
    connect(&m_listingTimer, &QTimer::timeout, this, &SubmitDraft::refreshListing);
    touch();
}

QString SubmitDraft::commandLine() const
{
    if (m_launch == Launch::Command)
        return m_commandText.trimmed();
    return m_script.isEmpty() ? QString() : joinCommand(m_script, m_argumentsText);
}

Job SubmitDraft::job() const
{
    Job job = m_job;
    job.command = commandLine();
    return job;
}

void SubmitDraft::setJob(const Job &job)
{
    m_document.reset();
    takeJob(job);
    chooseOnlyCompute();
    chooseOnlyEnvironment();
}

void SubmitDraft::takeJob(const Job &job)
{
    const bool otherFolder = job.codePath != m_job.codePath;
    m_job = job;
    m_earlierCode = job.codePath.isEmpty() ? job.codeId : QString();
    m_job.instanceCount = qMax(1, job.instanceCount);
    m_wrongJobText = QString();
    m_jobTextDiagnostics.clear();
    const auto parts = splitCommand(job.command);
    m_launch = parts || job.command.isEmpty() ? Launch::Script : Launch::Command;
    m_script = parts ? parts->script : QString();
    m_argumentsText = parts ? parts->arguments : QString();
    m_commandText = job.command;
    m_variableRows.clear();
    // A run does not tell its secrets: they are to be written again.
    for (auto it = m_job.environmentVariables.begin(); it != m_job.environmentVariables.end(); ++it) {
        if (it.value() == secretMask())
            it.value().clear();
        m_variableRows.append({it.key(), it.value()});
    }
    if (otherFolder)
        startListing();
    touch();
}

void SubmitDraft::setFolder(const QString &folder)
{
    const QString clean = wholePath(folder.trimmed());
    // Without a folder the run gets again what it was made of.
    const QString snapshot = clean.isEmpty() ? m_earlierCode : QString();
    if (clean == m_job.codePath && snapshot == m_job.codeId)
        return;
    m_job.codePath = clean;
    m_job.codeId = snapshot;
    forgetListing();
    m_listingTimer.start();
    Q_EMIT listingChanged();
    touch();
}

void SubmitDraft::setLaunch(Launch launch)
{
    if (launch == m_launch)
        return;
    // What was written so far is where the other way begins.
    if (launch == Launch::Command && m_commandText.isEmpty()) {
        m_commandText = commandLine();
    } else if (launch == Launch::Script && m_script.isEmpty()) {
        if (const auto parts = splitCommand(m_commandText)) {
            m_script = parts->script;
            m_argumentsText = parts->arguments;
        }
    }
    m_launch = launch;
    touch();
}

void SubmitDraft::setScript(const QString &script)
{
    QString relative = script.trimmed();
    // A file picked or pasted with its whole path is meant inside the folder.
    if (!m_job.codePath.isEmpty() && relative.startsWith(m_job.codePath + u'/'))
        relative = relative.mid(m_job.codePath.size() + 1);
    if (relative == m_script)
        return;
    m_script = relative;
    touch();
}

void SubmitDraft::setArgumentsText(const QString &text)
{
    if (text == m_argumentsText)
        return;
    m_argumentsText = text;
    touch();
}

std::optional<QStringList> SubmitDraft::arguments() const
{
    return splitArguments(m_argumentsText);
}

void SubmitDraft::setCommandText(const QString &text)
{
    if (text == m_commandText)
        return;
    m_commandText = text;
    touch();
}

void SubmitDraft::setExperiment(const QString &experiment)
{
    if (experiment.trimmed() == m_job.experiment)
        return;
    m_job.experiment = experiment.trimmed();
    touch();
}

void SubmitDraft::setDisplayName(const QString &name)
{
    if (name.trimmed() == m_job.displayName)
        return;
    m_job.displayName = name.trimmed();
    touch();
}

void SubmitDraft::setVariables(const StringMap &variables)
{
    if (variables == m_job.environmentVariables)
        return;
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
    touch();
}

void SubmitDraft::setVariableRows(const QList<Variable> &rows)
{
    if (rows == m_variableRows)
        return;
    m_variableRows = rows;
    m_job.environmentVariables = named(rows);
    touch();
}

void SubmitDraft::setCompute(const QString &name)
{
    if (name == m_job.compute)
        return;
    m_job.compute = name;
    touch();
}

void SubmitDraft::setEnvironment(const EnvironmentRef &environment)
{
    if (environment == m_job.environment)
        return;
    m_job.environment = environment;
    touch();
}

void SubmitDraft::setDistributionType(Distribution::Type type)
{
    if (type == m_job.distribution.type)
        return;
    m_job.distribution.type = type;
    if (type == Distribution::Type::None) {
        m_job.distribution.processesPerNode = 1;
        m_job.instanceCount = 1;
    }
    touch();
}

void SubmitDraft::setProcessesPerNode(int processes)
{
    if (processes == m_job.distribution.processesPerNode)
        return;
    m_job.distribution.processesPerNode = processes;
    touch();
}

void SubmitDraft::setNodes(int nodes)
{
    if (nodes == m_job.instanceCount)
        return;
    m_job.instanceCount = nodes;
    touch();
}

void SubmitDraft::setComputes(const QList<Compute> &computes)
{
    if (m_computes == computes)
        return;
    m_computes = computes;
    touch();
    chooseOnlyCompute();
}

// Where there is no choice there is no question.
void SubmitDraft::chooseOnlyCompute()
{
    const bool serverless = !m_job.carried.serverlessSize.isEmpty();
    if (m_job.compute.isEmpty() && !serverless && m_computes && m_computes->size() == 1)
        setCompute(m_computes->first().name);
}

void SubmitDraft::setEnvironments(const QList<Environment> &environments)
{
    if (m_environments == environments)
        return;
    m_environments = environments;
    touch();
    chooseOnlyEnvironment();
}

void SubmitDraft::chooseOnlyEnvironment()
{
    if (m_job.environment == EnvironmentRef{} && m_environments && m_environments->size() == 1)
        setEnvironment({m_environments->first().name, {}, {}, {}});
}

QStringList SubmitDraft::condaFiles() const
{
    static const QStringList names{u"environment"_s, u"conda"_s,     u"conda_dependencies"_s,
                                   u"conda_env"_s,   u"conda-env"_s, u"conda_environment"_s};
    QStringList found;
    if (!m_listing)
        return found;
    for (const Snapshot::File &file : m_listing->files) {
        const QFileInfo info(file.path);
        const bool isYaml = info.suffix() == "yml"_L1 || info.suffix() == "yaml"_L1;
        if (isYaml && file.path.count(u'/') <= 1 && names.contains(info.completeBaseName().toLower()))
            found += file.path;
    }
    // The one beside the code before those in its folders.
    std::ranges::stable_sort(found, {}, [](const QString &path) {
        return std::pair(path.count(u'/'), names.indexOf(QFileInfo(path).completeBaseName().toLower()));
    });
    return found;
}

Result<bool> SubmitDraft::takeCondaFile(const QString &path)
{
    constexpr qint64 Longest = 1024 * 1024;
    QFile file(QDir(m_job.codePath).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Failed, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > Longest)
        return failure(ErrorKind::Rejected, tr("%1 is too large to be a conda file.").arg(path));
    setEnvironment({{},
                    {},
                    m_job.environment.isInline() ? m_job.environment.image : QString(),
                    QString::fromUtf8(file.readAll())});
    return true;
}

std::optional<Compute> SubmitDraft::chosenCompute() const
{
    if (m_computes) {
        const auto found = std::ranges::find(*m_computes, m_job.compute, &Compute::name);
        if (found != m_computes->end())
            return *found;
    }
    return std::nullopt;
}

void SubmitDraft::refreshListing()
{
    startListing();
    touch();
}

void SubmitDraft::lookAgain()
{
    const bool noFolder = m_listingError.kind == ErrorKind::NotFound;
    const bool noScript = m_listing && !problemText(SubmitField::Script).isEmpty();
    if (noFolder || noScript)
        refreshListing();
}

void SubmitDraft::stopListing()
{
    if (!isListing())
        return;
    forgetListing();
    m_listingError.text = tr("Reading the folder was stopped. Read it again, or choose another one.");
    Q_EMIT listingChanged();
    touch();
}

void SubmitDraft::forgetListing()
{
    m_listingTimer.stop();
    m_listingQuestion.cancel();
    m_listing.reset();
    m_listingError = {};
    m_listedFiles = 0;
}

void SubmitDraft::startListing()
{
    forgetListing();
    const QString folder = m_job.codePath;
    if (!folder.isEmpty() && QDir::isAbsolutePath(folder)) {
        // A canceled chain of questions is told so step by step: a last count may come when the draft is gone.
        const auto onProgress = [self = QPointer(this), folder](Snapshot::Progress progress) {
            if (!self || folder != self->m_job.codePath)
                return;
            self->m_listedFiles = progress.files;
            Q_EMIT self->listingChanged();
        };
        // Reading holds a thread that others need, so that there is a folder is asked first.
        const auto list = [folder, onProgress](PathKind kind) -> Future<Snapshot::Listing> {
            if (kind != PathKind::Folder && kind != PathKind::File)
                return readyFuture<Snapshot::Listing>(
                    failure(ErrorKind::NotFound, tr("There is no folder %1.").arg(folder)));
            return Snapshot::list(folder, onProgress);
        };
        m_listingQuestion.watch(andThen(pathKind(folder), list), [this](Result<Snapshot::Listing> result) {
            if (result)
                m_listing = std::move(*result);
            else
                m_listingError = result.error();
            // The only one that could be meant.
            const QStringList scripts = scriptCandidates();
            if (m_launch == Launch::Script && m_script.isEmpty() && scripts.size() == 1)
                setScript(scripts.first());
            touch();
            Q_EMIT listingChanged();
        });
    }
    Q_EMIT listingChanged();
}

QStringList SubmitDraft::scriptCandidates() const
{
    QStringList scripts;
    if (m_listing) {
        for (const Snapshot::File &file : m_listing->files) {
            if (file.path.endsWith(".py"_L1) && !file.path.endsWith("__init__.py"_L1))
                scripts += file.path;
        }
    }
    const auto rank = [](const QString &path) {
        const QString name = path.section(u'/', -1);
        int points = int(path.count(u'/')) * 4;
        if (!name.startsWith("train"_L1))
            points += name.contains("train"_L1) || name.startsWith("main"_L1) || name.startsWith("run"_L1) ? 1 : 2;
        if (name.startsWith("test_"_L1) || name.startsWith("setup."_L1))
            points += 3;
        return points;
    };
    std::ranges::stable_sort(scripts, {}, rank);
    return scripts;
}

void SubmitDraft::touch()
{
    m_condaDiagnostics.clear();
    if (!m_job.environment.condaYaml.isEmpty())
        m_condaDiagnostics = Conda::read(m_job.environment.condaYaml).diagnostics;
    QList<FieldProblem> problems;
    // First: while the text is wrong, the rest is what it was before.
    for (const Diagnostic &diagnostic : std::as_const(m_jobTextDiagnostics)) {
        if (diagnostic.severity == Diagnostic::Severity::Error)
            problems.emplaceBack(SubmitField::JobText, true,
                                 tr("Line %1: %2").arg(diagnostic.line).arg(diagnostic.message));
    }
    checkCode(problems);
    checkCompute(problems);
    checkEnvironment(problems);
    checkDistribution(problems);
    QStringList unseen = m_job.carried.names;
    unseen.removeIf([](const QString &name) { return name.startsWith("output "_L1); }); // in the text
    if (!unseen.isEmpty()) {
        problems.emplaceBack(SubmitField::JobText, false,
                             tr("Sent along as in the run before, and not shown here: %1.").arg(unseen.join(", "_L1)));
    }
    m_problems = problems;
    m_jobText = m_wrongJobText.isNull() ? writtenText() : m_wrongJobText;
    Q_EMIT changed();
}

} // namespace Roost::Items
