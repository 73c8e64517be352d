// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/folderlisting.h"
#include "models/items/submit/jobfiletext.h"
#include "models/items/submit/submitfield.h"
#include "models/items/submit/submitform.h"
#include "models/items/submit/submitproblems.h"

#include <QObject>

namespace Roost::Items {

/// The job that the user is editing: its fields (SubmitForm), the listing of its folder (FolderListing), its job file
/// (JobFileText) and the problems that prevent submitting it (SubmitProblems), kept consistent with each other.
class SubmitDraft : public QObject
{
    Q_OBJECT

public:
    using Launch = SubmitForm::Launch;

    explicit SubmitDraft(QObject *parent = nullptr);

    /// The job as it would be submitted now.
    Job job() const { return m_form.job(); }
    /// Replaces the job with the job of a run, of a job file or of a stored draft. Parts that have no field are kept.
    void setJob(const Job &job);

    QString folder() const { return m_form.folder(); }
    /// Sets the folder and reads it a moment after the last of several calls; "~" is the home folder. The folder
    /// replaces the snapshot of the run that the job was copied from; an empty folder restores that snapshot.
    void setFolder(const QString &folder);
    /// Returns whether the snapshot of an earlier run is sent again, so that no folder is read.
    bool reusesSnapshot() const { return m_form.reusesSnapshot(); }
    /// The ID of that snapshot; empty if there is none.
    QString reusedSnapshot() const { return reusesSnapshot() ? m_form.parts().codeId : QString(); }

    Launch launch() const { return m_form.launch(); }
    void setLaunch(Launch launch) { updateIf(m_form.setLaunch(launch)); }
    QString script() const { return m_form.script(); }
    void setScript(const QString &script) { updateIf(m_form.setScript(script)); }
    /// The arguments as typed, quoted as in a shell.
    QString argumentsText() const { return m_form.argumentsText(); }
    void setArgumentsText(const QString &text) { updateIf(m_form.setArgumentsText(text)); }
    /// Returns the arguments as the script receives them; empty if the text contains more than arguments.
    std::optional<QStringList> arguments() const { return m_form.arguments(); }
    QString commandText() const { return m_form.commandText(); }
    void setCommandText(const QString &text) { updateIf(m_form.setCommandText(text)); }

    QString experiment() const { return m_form.parts().experiment; }
    void setExperiment(const QString &experiment) { updateIf(m_form.setExperiment(experiment)); }
    QString displayName() const { return m_form.parts().displayName; }
    void setDisplayName(const QString &name) { updateIf(m_form.setDisplayName(name)); }
    StringMap variables() const { return m_form.parts().environmentVariables; }
    /// Replaces the variables that have a name; rows without a name are kept.
    void setVariables(const StringMap &variables) { updateIf(m_form.setVariables(variables)); }
    const QList<Variable> &variableRows() const { return m_form.variableRows(); }
    void setVariableRows(const QList<Variable> &rows) { updateIf(m_form.setVariableRows(rows)); }

    QString metricsText() const { return m_form.metricsText(); }
    void setMetricsText(const QString &text) { updateIf(m_form.setMetricsText(text)); }
    MetricDefinitions metrics() const { return m_form.parts().metrics; }
    void setRecognizesMetrics(bool on) { updateIf(m_form.setRecognizesMetrics(on)); }

    QString compute() const { return m_form.parts().compute; }
    void setCompute(const QString &name) { updateIf(m_form.setCompute(name)); }
    EnvironmentRef environment() const { return m_form.parts().environment; }
    void setEnvironment(const EnvironmentRef &environment) { updateIf(m_form.setEnvironment(environment)); }
    Distribution distribution() const { return m_form.parts().distribution; }
    /// Sets the type. None also sets nodes and processes to 1.
    void setDistributionType(Distribution::Type type) { updateIf(m_form.setDistributionType(type)); }
    void setProcessesPerNode(int processes) { updateIf(m_form.setProcessesPerNode(processes)); }
    int nodes() const { return m_form.parts().instanceCount; }
    void setNodes(int nodes) { updateIf(m_form.setNodes(nodes)); }

    /// Set the choices. Until they are known, names are not checked. If there is only one choice, it is chosen at once.
    void setComputes(const QList<Compute> &computes);
    void setEnvironments(const QList<Environment> &environments);
    std::optional<Compute> chosenCompute() const { return computeOf(m_form, m_computes); }
    /// The files of the folder whose names are those of conda files, relative to the folder; the likeliest first.
    QStringList condaFiles() const { return m_folder.condaFiles(); }
    /// Copies the content of one of these files into the job.
    Result<void> readCondaFile(const QString &path);

    /// The files that will be sent; empty while the folder is being read, and if reading failed.
    const std::optional<Snapshot::Listing> &listing() const { return m_folder.listing(); }
    /// Returns the files of listing(), to be sent with the job; empty without a listing.
    std::optional<CodeFiles> codeFiles() const;
    /// Why the folder could not be read; its text is empty if it could.
    Error listingError() const { return m_folder.error(); }
    /// Returns whether the folder is being read, or will be in a moment.
    bool isListing() const { return m_folder.isReading(); }
    /// The number of files found so far while the folder is being read.
    qint64 listedFiles() const { return m_folder.filesSoFar(); }
    /// Reads the folder again.
    void refreshListing() { m_folder.read(folder()); }
    /// Reads the folder again if the folder, or the script in it, did not exist when it was last read.
    void refreshIfMissing();
    /// Stops reading the folder.
    void stopListing() { m_folder.stop(); }
    /// Returns the Python files that will be sent, likely entry points first.
    QStringList scriptCandidates() const { return m_folder.scripts(); }

    /// The job as an Azure ML command-job file. While an edited text has errors, returns that text.
    QString jobText() const { return m_jobText.text(); }
    /// Copies the text into the job if the text has no errors; otherwise the job is unchanged.
    void setJobText(const QString &text);
    /// Returns whether the text has errors. The job then does not reflect the text.
    bool isJobTextInvalid() const { return m_jobText.isInvalid(); }
    Diagnostics jobTextDiagnostics() const { return m_jobText.diagnostics(); }
    Diagnostics condaDiagnostics() const { return m_condaDiagnostics; }
    /// Reads a job file; its `code` is relative to the file's folder. A file with errors is opened for editing.
    Result<void> openJobFile(const QString &path);
    Result<void> saveJobFile(const QString &path) const { return m_jobText.save(path, job()); }

    QList<FieldProblem> problems() const { return m_problems; }
    /// Returns the sentences of one field, blocking problems first; empty if there is no problem.
    QString problemText(SubmitField field) const;
    bool blocks(SubmitStep step) const;
    bool canSubmit() const;
    /// Returns whether all fields are filled in, as far as is known: while the folder is being read the job cannot be
    /// submitted yet.
    bool isFilledIn() const;

    /// See submitsummary.h.
    QString stepSummary(SubmitStep step) const;
    QString summary() const;

Q_SIGNALS:
    /// Emitted when any of the above has changed.
    void changed();
    /// Emitted when reading the folder began, made progress or ended.
    void listingChanged();

private:
    void update();
    void updateIf(bool isChanged)
    {
        if (isChanged)
            update();
    }
    void onListing();
    void copyJob(const Job &job);
    void copyDocument(Job job);
    void chooseOnlyCompute();
    void chooseOnlyEnvironment();

    SubmitForm m_form;
    FolderListing m_folder;
    JobFileText m_jobText;
    std::optional<QList<Compute>> m_computes;
    std::optional<QList<Environment>> m_environments;
    Diagnostics m_condaDiagnostics;
    QList<FieldProblem> m_problems;
};

} // namespace Roost::Items
