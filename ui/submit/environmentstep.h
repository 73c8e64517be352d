// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/submit/stepview.h"

#include <QLineEdit>
#include <QPushButton>

class QLineEdit;
class QCheckBox;
class QPushButton;
class QRadioButton;

namespace Roost::Items {
class EnvironmentsModel;
class LiveQuery;
} // namespace Roost::Items

namespace Roost::Ui {

class CodeEditor;
class DiagnosticsList;
class ListTable;
class Label;

/// The environment of the code: an environment of the workspace, or one that is defined in the job.
class EnvironmentStep : public StepView
{
    Q_OBJECT
public:
    /// `draft`, `environments` and `query` must outlive the step.
    EnvironmentStep(Items::SubmitDraft &draft, Items::EnvironmentsModel &environments, Items::LiveQuery &query,
                    QWidget *parent = nullptr);

    void enter() override;

protected:
    void fill() override;

private:
    void showFolderButton();
    void useCondaFileOfFolder();
    void addList(Items::LiveQuery &query);
    void addEditor();
    void chooseRow(const QString &name);
    void chooseInline(bool writeOwn);
    void selectChosen();

    Items::EnvironmentsModel &m_environments;
    QPushButton *m_ofFolder = nullptr;
    QRadioButton *m_registered;
    QRadioButton *m_written;
    ListTable *m_table;
    FormField *m_tableField;
    Label *m_details;
    QCheckBox *m_pin;
    QLineEdit *m_image;
    FormField *m_imageField;
    CodeEditor *m_editor;
    FormField *m_editorField;
    DiagnosticsList *m_messages;
    // The last choice of each kind, so that switching between the kinds loses nothing.
    EnvironmentRef m_lastRegistered;
    EnvironmentRef m_lastWritten;
};

} // namespace Roost::Ui
