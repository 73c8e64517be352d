// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/capacity.h"
#include "models/core/compute.h"
#include "models/core/diagnostic.h"
#include "models/core/environment.h"
#include "models/core/job.h"
#include "models/items/submit/variable.h"
#include "models/jobfile/jobdocument.h"
#include "models/snapshot/snapshot.h"

#include <QObject>
#include <QTimer>

namespace Roost::Items {

enum class SubmitStep { Code, Compute, Environment, Distribution, Review };

enum class SubmitField {
    Folder,
    Script,
    Arguments,
    Command,
    Experiment,
    Variables,
    Compute,
    Environment,
    Conda,
    Nodes,
    Processes,
    JobText,
};

SubmitStep stepOf(SubmitField field);

/// One sentence to stand beside a field. What blocks keeps the job from being submitted.
struct FieldProblem
{
    SubmitField field = SubmitField::Folder;
    bool blocks = true;
    QString text;

    bool operator==(const FieldProblem &) const = default;
};

/// The job that is being written: what was filled in, what is still missing, and how it reads in a sentence.
/// Any state is allowed; `problems` says what keeps it from being submitted.
class SubmitDraft : public QObject
{
    Q_OBJECT

public:
    /// A script with arguments, or any shell line.
    enum class Launch { Script, Command };

    explicit SubmitDraft(QObject *parent = nullptr);

    /// What a job asks for and a compute of that name does not have, as a sentence.
    static QString excessText(const Excess &excess, const QString &compute);

    /// As it would be submitted now.
    Job job() const;
    /// Takes a job over: from a run, a job file or a remembered draft. What the draft has no field for is kept.
    void setJob(const Job &job);

    QString folder() const { return m_job.codePath; }
    /// Reads the folder a moment after the last of several calls; "~" is the home folder. Takes the place of a snapshot
    /// that was taken over from a run, which comes back where the folder is empty again.
    void setFolder(const QString &folder);
    /// Whether the snapshot of an earlier run is sent again, so that there is no folder to look into.
    bool reusesSnapshot() const { return m_job.codePath.isEmpty() && !m_job.codeId.isEmpty(); }
    /// Which snapshot that is; empty where there is none.
    QString reusedSnapshot() const { return reusesSnapshot() ? m_job.codeId : QString(); }

    Launch launch() const { return m_launch; }
    void setLaunch(Launch launch);
    QString script() const { return m_script; }
    void setScript(const QString &script);
    /// As typed, with the quotes of a shell.
    QString argumentsText() const { return m_argumentsText; }
    void setArgumentsText(const QString &text);
    /// What the script will see; nothing where the text cannot be taken apart.
    std::optional<QStringList> arguments() const;
    QString commandText() const { return m_commandText; }
    void setCommandText(const QString &text);

    QString experiment() const { return m_job.experiment; }
    void setExperiment(const QString &experiment);
    QString displayName() const { return m_job.displayName; }
    void setDisplayName(const QString &name);
    StringMap variables() const { return m_job.environmentVariables; }
    /// Rows that have no name yet stay.
    void setVariables(const StringMap &variables);
    const QList<Variable> &variableRows() const { return m_variableRows; }
    void setVariableRows(const QList<Variable> &rows);

    QString compute() const { return m_job.compute; }
    void setCompute(const QString &name);
    EnvironmentRef environment() const { return m_job.environment; }
    void setEnvironment(const EnvironmentRef &environment);
    Distribution distribution() const { return m_job.distribution; }
    /// Going back to None takes nodes and processes back to 1.
    void setDistributionType(Distribution::Type type);
    void setProcessesPerNode(int processes);
    int nodes() const { return m_job.instanceCount; }
    void setNodes(int nodes);

    /// What there is to choose from. Until they are known, names are not checked.
    void setComputes(const QList<Compute> &computes);
    void setEnvironments(const QList<Environment> &environments);
    /// Files of the folder that are conda files by their names, relative to it; the likeliest first.
    QStringList condaFiles() const;
    /// Writes the content of one of them into the job.
    Result<bool> takeCondaFile(const QString &path);
    std::optional<Compute> chosenCompute() const;

    /// What of the folder will be sent; nothing while it is read, or where that went wrong.
    const std::optional<Snapshot::Listing> &listing() const { return m_listing; }
    /// Why the folder could not be read; empty text where it could.
    Error listingError() const { return m_listingError; }
    /// Whether it is read, or will be in a moment.
    bool isListing() const { return m_listingTimer.isActive() || m_listingQuestion.isWaiting(); }
    /// Files met so far while it is read.
    qint64 listedFiles() const { return m_listedFiles; }
    /// Reads the folder again.
    void refreshListing();
    /// The same where the folder, or the script in it, was not there when it was read.
    void lookAgain();
    /// Gives up reading it.
    void stopListing();
    /// Python files that will be sent, likely entry points first.
    QStringList scriptCandidates() const;

    /// The job as an Azure ML command-job file; while an edited text has errors, that text.
    QString jobText() const { return m_jobText; }
    /// Takes the text over when it can be read; else says what is wrong and keeps the job as it was.
    void setJobText(const QString &text);
    /// Whether that text is one with errors, which the job has nothing of.
    bool hasWrongJobText() const { return !m_wrongJobText.isNull(); }
    Diagnostics jobTextDiagnostics() const { return m_jobTextDiagnostics; }
    Diagnostics condaDiagnostics() const { return m_condaDiagnostics; }
    /// Reads a job file; its `code` is taken relative to the file's folder.
    Result<bool> openJobFile(const QString &path);
    Result<bool> saveJobFile(const QString &path) const;

    QList<FieldProblem> problems() const { return m_problems; }
    /// The sentences of one field, those that block first; empty where all is well.
    QString problemText(SubmitField field) const;
    bool blocks(SubmitStep step) const;
    bool canSubmit() const;
    /// Whether a person has nothing to fill in, as far as is known: while the folder is read it cannot be submitted
    /// yet.
    bool isFilledIn() const;

    /// "train.py with 8 arguments", "gpu-cluster", "2 nodes × 2 processes" ...; empty while not chosen.
    QString stepSummary(SubmitStep step) const;
    /// "2 nodes × 2 processes on gpu-cluster, 41 files, 3.2 MB"
    QString summary() const;

Q_SIGNALS:
    /// Anything of the above.
    void changed();
    /// The listing began, went on or ended.
    void listingChanged();

private:
    void touch();
    void forgetListing();
    void startListing();
    void takeJob(const Job &job);
    void chooseOnlyCompute();
    void chooseOnlyEnvironment();
    void takeDocument(const JobFile::JobDocument &document, const QString &folder);
    QString writtenText() const;
    void checkCode(QList<FieldProblem> &problems) const;
    void checkSize(QList<FieldProblem> &problems) const;
    void checkScript(QList<FieldProblem> &problems) const;
    void checkVariables(QList<FieldProblem> &problems) const;
    void checkCompute(QList<FieldProblem> &problems) const;
    void checkEnvironment(QList<FieldProblem> &problems) const;
    void checkDistribution(QList<FieldProblem> &problems) const;
    QString commandLine() const;

    Job m_job;             // `command` is kept in the four below
    QString m_earlierCode; // the snapshot of the run that the job was taken over from
    Launch m_launch = Launch::Script;
    QString m_script;
    QString m_argumentsText;
    QString m_commandText;
    QList<Variable> m_variableRows; // what m_job has, as it was written

    std::optional<QList<Compute>> m_computes;
    std::optional<QList<Environment>> m_environments;
    std::optional<Snapshot::Listing> m_listing;
    Error m_listingError;
    qint64 m_listedFiles = 0;
    QTimer m_listingTimer;
    PendingReply<Snapshot::Listing> m_listingQuestion;

    // What was opened or typed last: its comments and unknown keys are kept. None: the text is made of the job.
    std::optional<JobFile::JobDocument> m_document;
    QString m_documentFolder;
    QString m_wrongJobText;
    QString m_jobText;
    Diagnostics m_jobTextDiagnostics;
    Diagnostics m_condaDiagnostics;
    QList<FieldProblem> m_problems;
};

} // namespace Roost::Items
