// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/snapshotmodel.h"
#include "models/items/submit/snapshotquery.h"
#include "ui/submit/stepview.h"

#include <QComboBox>
#include <QPushButton>
#include <QSortFilterProxyModel>

class QComboBox;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace Roost::Ui {

class CodeEditor;
class ConfirmBar;
class DiagnosticsList;
class ListTable;
class Label;
class TextFind;

/// The job before it is sent: problems, warnings, every file with the rule that applies to it, and the job as YAML.
class ReviewStep : public StepView
{
    Q_OBJECT
public:
    /// `stored` reads the snapshot that the draft reuses. It must outlive this object.
    ReviewStep(Items::SubmitDraft &draft, Items::SnapshotQuery &stored, QWidget *parent = nullptr);

    void enter() override;
    /// Goes to the next or the previous message of the job file. Returns false if it has no messages.
    bool walkErrors(int direction);
    /// Shows the job as YAML, at its first error.
    void showJobText();
    /// Opens the search in the job as YAML.
    void find();

Q_SIGNALS:
    /// Emitted when the user has chosen a problem whose field is in `step`.
    void stepWanted(Roost::Items::SubmitStep step);

protected:
    void fill() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFiles();
    QWidget *makeEditor();
    void fillMissing();
    void fillWarnings();
    void fillFiles();
    void fillStored();
    void listAgain();
    bool isSent(const QString &path) const;
    void refreshLeaveOut();
    void confirmLeaveOut(const QString &path);

    Items::SnapshotQuery &m_stored;
    Items::SnapshotModel m_files;
    QSortFilterProxyModel m_shown;
    QListWidget *m_missing;
    QListWidget *m_warnings;
    QTabWidget *m_tabs;
    ListTable *m_table = nullptr;
    QComboBox *m_filter = nullptr;
    QPushButton *m_readAgain = nullptr;
    QPushButton *m_leaveOut = nullptr;
    ConfirmBar *m_confirm = nullptr;
    Label *m_filesState = nullptr;
    CodeEditor *m_editor = nullptr;
    FormField *m_editorField = nullptr;
    DiagnosticsList *m_messages = nullptr;
    TextFind *m_find = nullptr;
    std::optional<Snapshot::Listing> m_shownListing;
    QList<Items::FieldProblem> m_shownProblems;
};

} // namespace Roost::Ui
