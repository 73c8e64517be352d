// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/longwork.h"

namespace Roost::Items {

/// The submission of one job.
class Submission : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Working, Failed, Done };

    explicit Submission(QObject *parent = nullptr);
    /// Cancels a submission in State::Working, and its work().
    ~Submission() override;

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    SubmitProgress progress() const { return m_progress; }
    /// The submitted run; its ID is empty before State::Done.
    const Run &run() const { return m_run; }
    /// The submission as a LongWork that any view can show; null before the first start().
    std::shared_ptr<LongWork> work() const { return m_work; }

    /// `reviewed` are the files that the user saw: exactly these are sent. Does nothing in State::Working.
    void start(JobService &service, const Job &job, const std::optional<CodeFiles> &reviewed = {});
    /// Stops an upload. A job that the workspace has already accepted remains as a run.
    void cancel();

    static QString stepText(SubmitProgress::Step step);
    /// Returns a text such as "Uploading: 1.2 of 3.4 MB".
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
    PendingReply<Run> m_runReply;
};

} // namespace Roost::Items
