// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/environmentdraft.h"
#include "models/items/workspace/session.h"

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

/// One environment: a curated one to read, a custom one to edit in place and save as its next version.
class EnvironmentDetail : public QWidget
{
    Q_OBJECT
public:
    EnvironmentDetail(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Empty version: the one given. Changes that are not saved are lost: ask `hasChanges` first.
    void show(const Environment &environment, const QString &version = {});
    using QWidget::show;
    void startNew(const QStringList &takenNames);
    void startClone(const QStringList &takenNames);
    /// Forgets what was written.
    void giveUp();
    void saveToFolder();
    bool hasChanges() const;
    /// The environment that is shown or begun.
    const Environment &environment() const { return m_draft.environment(); }
    /// Of the row of buttons below it.
    int footHeight() const;
    bool walkErrors(int direction);
    /// In the conda file, or among the packages; false where there is neither.
    bool find();

Q_SIGNALS:
    void saved(const Roost::Environment &environment);
    /// Another version is to be shown in place of what is not saved.
    void versionWanted(const QString &version);
    /// A new one that was begun is given up.
    void abandoned();
    void changed();

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeFoot();
    void fill();
    void fillPackages();
    void askVersions(const QString &version);
    void pickVersion();
    void discard();

    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
    Items::EnvironmentDraft m_draft;
    QList<Environment> m_versions;
    QStringList m_shownPackages;
    PendingReply<QList<Environment>> m_versionsQuestion;

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
