// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/environments/recipe.h"

#include <QDeadlineTimer>
#include <QObject>

#include <memory>

namespace Roost::Service::Environments {

/// Builds one environment in its folder, once. A venv and a conda prefix contain their own path and cannot be moved, so
/// the folder has its final name from the start. The environment is valid when the file `finished.json` exists, which
/// is written last and atomically.
class Build : public QObject
{
    Q_OBJECT

public:
    Build(Recipe recipe, QString folder, QObject *parent = nullptr);
    ~Build() override;

    const Recipe &recipe() const { return m_recipe; }
    /// Returns the output of the tools up to now.
    QByteArray transcript() const { return m_transcript; }

    /// Call once. Removes what an earlier attempt left, then starts the build. A `timeoutMs` of 0 means no limit.
    void start(qint64 timeoutMs);
    /// Stops the build; `ended` follows.
    void stop();
    bool isStopping() const { return m_stopping; }

    /// Returns whether the folder contains a complete environment that this user built in it and whose interpreter
    /// still exists.
    static bool isFinished(const QString &folder);
    /// Returns the mark ("NAME=value") in the environment of the tools that work in the folder.
    static QByteArray mark(const QString &folder);
    /// Ends the tools that still work in the folder and removes the folder. The files are deleted in the background.
    static void clear(const QString &folder);

Q_SIGNALS:
    void output(const QByteArray &bytes);
    /// Emitted once, from the event loop. An error is of the kind Failed; its text is one sentence, and its detail is
    /// the end of the transcript.
    void ended(const Roost::Result<void> &result);

private:
    void startNextStep();
    void appendOutput(const QByteArray &bytes);
    void finish(const Result<void> &result);
    QString explain(const QString &purpose, const QString &problem) const;

    Recipe m_recipe;
    QString m_folder;
    QByteArray m_transcript;
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    std::unique_ptr<Process::Tool> m_tool;
    qsizetype m_step = 0;
    qsizetype m_stepBegins = 0; // position in the transcript
    bool m_stopping = false;
};

} // namespace Roost::Service::Environments
