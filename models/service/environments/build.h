// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/environments/recipe.h"

#include <QDeadlineTimer>
#include <QObject>

#include <memory>

namespace Roost::Service::Environments {

/// Makes one environment in its folder, once. A venv and a conda prefix hold their own path and cannot be moved,
/// so the folder has its final name from the start, and the file `finished.json`, which comes last and whole, is
/// what makes it valid.
class Build : public QObject
{
    Q_OBJECT

public:
    Build(Recipe recipe, QString folder, QObject *parent = nullptr);
    ~Build() override;

    const Recipe &recipe() const { return m_recipe; }
    /// All that the tools have said so far.
    QByteArray transcript() const { return m_transcript; }

    /// Clears away what an earlier attempt left, then begins. Once. `timeoutMs` 0 is no limit.
    void start(qint64 timeoutMs);
    /// `ended` follows.
    void stop();
    bool isStopping() const { return m_stopping; }

    /// Whether the folder holds a whole environment that this user made there and whose interpreter is still there.
    static bool isFinished(const QString &folder);
    /// "NAME=value" that the tools working in the folder carry in their environment.
    static QByteArray mark(const QString &folder);
    /// Ends what still works in the folder and takes it away; the files go in the background.
    static void clear(const QString &folder);

Q_SIGNALS:
    void output(const QByteArray &bytes);
    /// Once, from the event loop. What went wrong as a sentence with the end of the transcript as detail; kind Failed.
    void ended(const Roost::Result<bool> &result);

private:
    void next();
    void say(const QByteArray &bytes);
    void finish(const Result<bool> &result);
    QString explain(const QString &purpose, const QString &problem) const;

    Recipe m_recipe;
    QString m_folder;
    QByteArray m_transcript;
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    std::unique_ptr<Process::Tool> m_tool;
    qsizetype m_step = 0;
    qsizetype m_stepBegins = 0; // in the transcript
    bool m_stopping = false;
};

} // namespace Roost::Service::Environments
