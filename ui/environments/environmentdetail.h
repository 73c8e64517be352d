// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/environmentdraft.h"
#include "models/items/workspace/workspacesession.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace Roost::Ui {

class CodeEditor;
class DiagnosticsList;
class ErrorBar;
class FormField;
class Label;
class Navigator;
class PropertyGrid;
class SectionHeader;
class TextFind;

/// One environment. A curated one is read-only; a custom one is edited in place and saved as its next version.
class EnvironmentDetail : public QWidget
{
    Q_OBJECT
public:
    EnvironmentDetail(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// If `version` is empty, shows the version of `environment`. Discards unsaved changes: call `hasChanges` first.
    void show(const Environment &environment, const QString &version = {});
    using QWidget::show;
    void startNew(const QStringList &takenNames);
    void startClone(const QStringList &takenNames);
    /// Shows no environment and discards unsaved changes.
    void clear();
    void saveToFolder();
    bool hasChanges() const;
    /// The environment that is shown or edited.
    const Environment &environment() const { return m_draft.environment(); }
    /// Returns the height in pixels of the row of buttons at the bottom.
    int footHeight() const;
    bool walkErrors(int direction);
    /// Opens the search in the conda file or the filter of packages. Returns false if neither is shown.
    bool find();

Q_SIGNALS:
    void saved(const Roost::Environment &environment);
    /// Emitted when the user has chosen another version while there are unsaved changes.
    void versionWanted(const QString &version);
    /// Emitted when the user has cancelled a new environment.
    void abandoned();
    void changed();

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeFoot();
    bool isReadOnly() const;
    bool isSaving() const { return m_draft.state() == Items::EnvironmentDraft::State::Saving; }
    void showDraft();
    void showHead();
    void showProperties();
    void showFields();
    void showEditor();
    void showFoot();
    void showPackages();
    void requestVersions(const QString &version);
    void chooseVersion();
    void discard();

    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
    Items::EnvironmentDraft m_draft;
    QList<Environment> m_versions;
    QStringList m_shownPackages;
    PendingReply<QList<Environment>> m_versionsRequest;

    ErrorBar *m_error;
    Label *m_title = nullptr;
    Label *m_kind = nullptr;
    QComboBox *m_version = nullptr;
    QLineEdit *m_name = nullptr;
    FormField *m_nameField = nullptr;
    QLineEdit *m_description = nullptr;
    FormField *m_descriptionField = nullptr;
    QLineEdit *m_image = nullptr;
    FormField *m_imageField = nullptr;
    Label *m_about = nullptr;
    PropertyGrid *m_properties = nullptr;
    SectionHeader *m_packagesHeader = nullptr;
    QLineEdit *m_packageFilter = nullptr;
    QListWidget *m_packages = nullptr;
    SectionHeader *m_editorHeader = nullptr;
    CodeEditor *m_editor = nullptr;
    TextFind *m_find = nullptr;
    DiagnosticsList *m_messages = nullptr;
    QWidget *m_foot = nullptr;
    Label *m_footText = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace Roost::Ui
