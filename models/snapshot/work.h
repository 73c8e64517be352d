// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

#include <QDeadlineTimer>
#include <QThreadPool>

namespace Roost::Snapshot {

/// Work on a thread of QThreadPool that resolves a promise and reports progress on the thread that started it. After
/// the caller cancels, neither happens.
template <typename T>
class Work
{
public:
    Work(const Promise<T> &promise, OnProgress onProgress)
        : m_promise(promise)
        , m_onProgress(std::move(onProgress))
    {
    }

    bool isCanceled() const { return m_promise.isCanceled(); }

    /// Call on the working thread. Forwards a few reports per second.
    void report(const Progress &progress)
    {
        if (!m_onProgress || !m_next.hasExpired())
            return;
        m_next = QDeadlineTimer(100);
        QMetaObject::invokeMethod(
            m_receiver.get(),
            [promise = m_promise, call = m_onProgress, progress] {
                if (!promise.isCanceled())
                    call(progress);
            },
            Qt::QueuedConnection);
    }

    static Future<T> run(OnProgress onProgress, std::function<Result<T>(Work &)> function)
    {
        const Promise<T> promise;
        QThreadPool::globalInstance()->start(
            [work = std::make_shared<Work>(promise, std::move(onProgress)), promise, function = std::move(function)] {
                if (!promise.isCanceled())
                    promise.resolve(function(*work));
            });
        return promise.future();
    }

private:
    struct DeleteLater
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    Promise<T> m_promise;
    OnProgress m_onProgress;
    QDeadlineTimer m_next{0};
    // Belongs to the calling thread, where progress is reported.
    std::unique_ptr<QObject, DeleteLater> m_receiver{new QObject};
};

} // namespace Roost::Snapshot
