// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/environment.h"
#include "models/core/future.h"

#include <QObject>

namespace Roost {
class EnvironmentCatalog;
} // namespace Roost

namespace Roost::Items {

/// An environment that the user is editing: its name, and the text of its conda file with diagnostics. Saving creates
/// the next version of that environment.
class EnvironmentDraft : public QObject
{
    Q_OBJECT
public:
    enum class State { Editing, Saving };

    explicit EnvironmentDraft(QObject *parent = nullptr);

    /// Replaces the draft with an existing environment, which counts as saved until it is edited.
    void edit(const Environment &environment);
    /// Replaces the draft with a new environment that has the content of `environment`, under a free name.
    void editCopyOf(const Environment &environment, const QStringList &takenNames);
    /// Replaces the draft with a new environment: the template of a small PyTorch environment.
    void editNew(const QStringList &takenNames);

    const Environment &environment() const { return m_environment; }
    QString name() const { return m_environment.name; }
    QString text() const { return m_environment.condaYaml; }
    QString image() const { return m_environment.image; }
    QString description() const { return m_environment.description; }
    void setName(const QString &name);
    void setText(const QString &text);
    void setImage(const QString &image);
    void setDescription(const QString &description);

    /// Returns whether the environment has no version yet. Its name can be changed only then.
    bool isNew() const { return m_saved.version.isEmpty(); }
    bool isChanged() const;
    Diagnostics diagnostics() const { return m_diagnostics; }
    /// Each returns one sentence that describes the problem, or an empty string.
    QString nameProblem() const;
    QString imageProblem() const;
    /// Returns the first problem that prevents saving; empty if there is none.
    QString whyNotSave() const;
    /// Returns "3 conda packages, 2 pip packages, Python 3.12; venv and pip can make it"; empty while the text has
    /// errors.
    QString contentText() const;

    State state() const { return m_state; }
    /// The error of the last attempt to save; its text is empty if there was none.
    const Error &error() const { return m_error; }
    /// Call only in State::Editing and if there are no problems.
    void save(EnvironmentCatalog &catalog);
    /// Writes the text to a file, through a temporary file.
    Result<void> saveToFile(const QString &path) const;

Q_SIGNALS:
    void changed();
    void saved(const Roost::Environment &environment);

private:
    void read();

    Environment m_environment;
    Environment m_saved;
    QStringList m_takenNames;
    Diagnostics m_diagnostics;
    PendingReply<Environment> m_saving;
    State m_state = State::Editing;
    Error m_error;
};

/// Returns the conda file that a new environment starts with.
QString environmentTemplate();

} // namespace Roost::Items
