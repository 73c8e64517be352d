// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/longwork.h"

namespace Roost::Items {

/// One job on its way to becoming a run.
class Submission : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Working, Failed, Done };

    explicit Submission(QObject *parent = nullptr);
    /// What is under way is stopped, and its work() ends as canceled for whoever watches it elsewhere.
    ~Submission() override;

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    SubmitProgress progress() const { return m_progress; }
    /// The run it became; an empty id before that.
    const Run &run() const { return m_run; }
    /// The same as something that can be watched anywhere; null before the first start.
    std::shared_ptr<LongWork> work() const { return m_work; }

    /// Does nothing while it works.
    void start(JobService &service, const Job &job);
    /// Stops an upload; a job that the workspace has taken already stays a run.
    void cancel();

    static QString stepText(SubmitProgress::Step step);
    /// "Uploading: 1.2 of 3.4 MB"
    static QString progressText(const SubmitProgress &progress);

Q_SIGNALS:
    void changed();
    void submitted(const Roost::Run &run);

private:
    State m_state = State::Idle;
    Error m_error;
    SubmitProgress m_progress;
    Run m_run;
    std::shared_ptr<LongWork> m_work;
    PendingReply<Run> m_pending;
};

} // namespace Roost::Items
