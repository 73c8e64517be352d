// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace Roost {

/// What a question to a back end gives: one Result, on the thread that asked, never inside the call.
/// A canceled answer gives nothing. Keep it in a Pending.
template <typename T>
using Answer = QFuture<Result<T>>;

/// The producer's side of one Answer. Copies speak of the same question. Gives once, from any thread;
/// dropped without a word it gives Failed. The asker's Pending is called from its event loop, never
/// inside `give`.
template <typename T>
class Question
{
public:
    Question()
        : m_state(std::make_shared<State>())
    {
    }

    Answer<T> answer() const { return m_state->promise.future(); }

    /// The first call counts, later ones are ignored.
    void give(Result<T> result) const { m_state->give(std::move(result)); }

    /// Whether nobody waits any more; work for the answer may stop.
    bool isCanceled() const { return m_state->promise.isCanceled(); }

    /// Calls `stop` from this thread's event loop when the asker cancels before the answer was given.
    void onCancel(std::function<void()> stop) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>;
        QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [stop = std::move(stop)] { stop(); });
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(m_state->promise.future());
    }

private:
    struct State
    {
        QPromise<Result<T>> promise;
        std::atomic_bool given = false;

        State() { promise.start(); }
        ~State() { give(failure(ErrorKind::Failed, QStringLiteral("The question was dropped unanswered."))); }

        void give(Result<T> result)
        {
            if (given.exchange(true))
                return;
            if (!promise.isCanceled())
                promise.addResult(std::move(result));
            promise.finish();
        }
    };

    std::shared_ptr<State> m_state;
};

/// How an owner keeps what it asked: a member. A new question cancels the old one, and so does the
/// owner's death; then nobody is called. Use on one thread only.
template <typename T>
class Pending
{
public:
    Pending() = default;
    ~Pending() { cancel(); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    /// `done` is called once with the result, from the event loop; it may ask again.
    void ask(const Answer<T> &answer, std::function<void(Result<T>)> done)
    {
        cancel();
        m_watcher = std::make_unique<QFutureWatcher<Result<T>>>();
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(),
                         [this, done = std::move(done)] {
                             // Out of the member first: `done` may ask anew or destroy the owner.
                             auto watcher = std::move(m_watcher);
                             watcher->disconnect();
                             const auto future = watcher->future();
                             watcher.release()->deleteLater();
                             const auto call = done;
                             if (!future.isCanceled() && future.resultCount() > 0)
                                 call(future.result());
                         });
        m_watcher->setFuture(answer);
    }

    void cancel()
    {
        if (!m_watcher)
            return;
        auto watcher = std::move(m_watcher);
        watcher->disconnect();
        watcher->future().cancel();
        watcher.release()->deleteLater();
    }

    bool isWaiting() const { return m_watcher != nullptr; }

private:
    std::unique_ptr<QFutureWatcher<Result<T>>> m_watcher;
};

/// An answer that is known already; given from the event loop like any other.
template <typename T>
Answer<T> answered(Result<T> result)
{
    Question<T> question;
    question.give(std::move(result));
    return question.answer();
}

namespace Detail {

template <typename A>
struct ValueOf;
template <typename T>
struct ValueOf<QFuture<Result<T>>>
{
    using Type = T;
};

// Hands the result of `source` to `then`, and a cancel of `question` back to `source`. The cancel arrives by an
// event; a result that arrives before that event is dropped as well, as the asker may be gone.
template <typename T, typename U, typename Then>
void forward(const Answer<T> &source, const Question<U> &question, Then then)
{
    auto pending = std::make_shared<Pending<T>>();
    question.onCancel([pending] { pending->cancel(); });
    auto *raw = pending.get();
    raw->ask(source, [pending, question, then = std::move(then)](Result<T> result) mutable {
        if (!question.isCanceled())
            then(std::move(result), question);
    });
}

} // namespace Detail

/// `change` turns the value of `source` into a Result of another type; errors and cancels pass through.
template <typename T, typename F>
auto mapped(const Answer<T> &source, F change) -> Answer<typename std::invoke_result_t<F, T>::value_type>
{
    using U = typename std::invoke_result_t<F, T>::value_type;
    Question<U> question;
    const auto answer = question.answer();
    Detail::forward<T, U>(source, question, [change = std::move(change)](Result<T> r, const Question<U> &q) {
        q.give(r ? Result<U>(change(std::move(*r))) : Result<U>(std::unexpected(std::move(r.error()))));
    });
    return answer;
}

/// `next` asks a second question with the value of the first; errors and cancels pass through both.
template <typename T, typename F>
auto after(const Answer<T> &source, F next) -> std::invoke_result_t<F, T>
{
    using U = typename Detail::ValueOf<std::invoke_result_t<F, T>>::Type;
    Question<U> question;
    const auto answer = question.answer();
    Detail::forward<T, U>(source, question, [next = std::move(next)](Result<T> r, const Question<U> &q) {
        if (!r) {
            q.give(std::unexpected(std::move(r.error())));
            return;
        }
        Detail::forward<U, U>(next(std::move(*r)), q,
                              [](Result<U> second, const Question<U> &last) { last.give(std::move(second)); });
    });
    return answer;
}

/// As `after`, but `next` sees errors too and may mend them.
template <typename T, typename F>
auto whatever(const Answer<T> &source, F next) -> std::invoke_result_t<F, Result<T>>
{
    using U = typename Detail::ValueOf<std::invoke_result_t<F, Result<T>>>::Type;
    Question<U> question;
    const auto answer = question.answer();
    Detail::forward<T, U>(source, question, [next = std::move(next)](Result<T> r, const Question<U> &q) {
        Detail::forward<U, U>(next(std::move(r)), q,
                              [](Result<U> second, const Question<U> &last) { last.give(std::move(second)); });
    });
    return answer;
}

} // namespace Roost
