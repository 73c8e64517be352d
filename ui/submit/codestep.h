// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/variablesmodel.h"
#include "ui/submit/stepview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QToolButton;

namespace Roost::Ui {

class FolderEdit;
class MetricsFold;
class VariablesTable;

/// The code to run: the folder that is sent, the script or command in it, and the name of the run.
class CodeStep : public StepView
{
    Q_OBJECT
public:
    explicit CodeStep(Items::SubmitDraft &draft, QWidget *parent = nullptr);

    /// Sets the suggestions for the name of the experiment.
    void setExperiments(const QStringList &names);
    /// Sets the suggestions for the folder.
    void setRecentFolders(const QStringList &folders);
    /// Sets the folder from which the reused snapshot was created; empty if it is not known.
    void setOriginalFolder(const QString &folder);
    void focusFolder();

protected:
    void fill() override;
    void changeEvent(QEvent *event) override;

private:
    bool isFolderTyped() const;
    void addFolder();
    void addLaunch();
    void addArguments();
    void addNames();
    void addVariables();
    void addMetrics();
    void chooseFolder();
    void fillOriginalFolder();
    void fillFolderHint();
    void fillScripts();
    void fillArguments();

    FolderEdit *m_folder = nullptr;
    QPushButton *m_useOriginal = nullptr;
    QString m_originalFolder;
    FormField *m_folderField = nullptr;
    QPushButton *m_stop = nullptr;
    QRadioButton *m_asScript = nullptr;
    QRadioButton *m_asCommand = nullptr;
    QComboBox *m_script = nullptr;
    FormField *m_scriptField = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
    FormField *m_argumentsField = nullptr;
    QLabel *m_words = nullptr;
    QPlainTextEdit *m_command = nullptr;
    FormField *m_commandField = nullptr;
    QComboBox *m_experiment = nullptr;
    QLineEdit *m_displayName = nullptr;
    Items::VariablesModel m_variables;
    VariablesTable *m_variablesTable = nullptr;
    QToolButton *m_removeVariable = nullptr;
    MetricsFold *m_metrics = nullptr;
    QStringList m_shownScripts;
};

} // namespace Roost::Ui
