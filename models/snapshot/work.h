// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

#include <QDeadlineTimer>
#include <QThreadPool>

namespace Roost::Snapshot {

/// Work on another thread that answers `question` and tells progress on the thread that made it; both stop being
/// heard when the asker cancels.
template <typename T>
class Work
{
public:
    Work(const Promise<T> &question, OnProgress onProgress)
        : m_question(question)
        , m_onProgress(std::move(onProgress))
    {
    }

    bool isCanceled() const { return m_question.isCanceled(); }

    /// On the working thread; tells a few times a second only.
    void tell(const Progress &progress)
    {
        if (!m_onProgress || !m_next.hasExpired())
            return;
        m_next = QDeadlineTimer(100);
        QMetaObject::invokeMethod(
            m_asker.get(),
            [question = m_question, call = m_onProgress, progress] {
                if (!question.isCanceled())
                    call(progress);
            },
            Qt::QueuedConnection);
    }

    static Future<T> run(OnProgress onProgress, std::function<Result<T>(Work &)> function)
    {
        const Promise<T> question;
        QThreadPool::globalInstance()->start(
            [work = std::make_shared<Work>(question, std::move(onProgress)), question, function = std::move(function)] {
                if (!question.isCanceled())
                    question.resolve(function(*work));
            });
        return question.future();
    }

private:
    struct DeleteLater
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    Promise<T> m_question;
    OnProgress m_onProgress;
    QDeadlineTimer m_next{0};
    // Lives on the asking thread; what is queued to it is called there.
    std::unique_ptr<QObject, DeleteLater> m_asker{new QObject};
};

} // namespace Roost::Snapshot
