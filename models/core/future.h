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
#include <type_traits>
#include <utility>

namespace Roost {

/// The return type of requests to a back end. It finishes with one Result, on the thread that made the request and
/// never inside the call; a canceled future finishes without a result. Store it in a PendingReply.
template <typename T>
using Future = QFuture<Result<T>>;

/// The producer's side of one Future. Copies share one state. `resolve` may be called from any thread; only the first
/// call has an effect. If the last copy is destroyed unresolved, the promise resolves with ErrorKind::Failed. The
/// consumer's PendingReply is called from its event loop, never inside `resolve`.
template <typename T>
class Promise
{
public:
    Promise()
        : m_state(std::make_shared<State>())
    {
    }

    Future<T> future() const { return m_state->promise.future(); }

    /// Finishes the future. Later calls do nothing.
    void resolve(Result<T> result) const { m_state->resolve(std::move(result)); }

    /// Returns whether the consumer canceled the future. The producer may then stop its work.
    bool isCanceled() const { return m_state->promise.isCanceled(); }

    /// Calls `stop` from this thread's event loop if the consumer cancels before the promise is resolved.
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
        ~State() { resolve(failure(ErrorKind::Failed, QStringLiteral("The request ended without a reply."))); }

        void resolve(Result<T> result)
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

/// A pending request, stored as a member of its owner. A new request cancels the earlier one, and so does the
/// destructor; the callback of a canceled request is never called. Use on one thread only.
template <typename T>
class PendingReply
{
public:
    PendingReply() = default;
    ~PendingReply() { cancel(); }
    PendingReply(const PendingReply &) = delete;
    PendingReply &operator=(const PendingReply &) = delete;

    /// Calls `done` once with the result, from the event loop. `done` may call `watch` again.
    void watch(const Future<T> &future, std::function<void(Result<T>)> done)
    {
        cancel();
        m_watcher = std::make_unique<QFutureWatcher<Result<T>>>();
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(),
                         [this, done = std::move(done)] {
                             // m_watcher is reset first: `done` may watch another future or destroy the owner.
                             auto watcher = std::move(m_watcher);
                             watcher->disconnect();
                             const auto finished = watcher->future();
                             watcher.release()->deleteLater();
                             const auto call = done;
                             if (!finished.isCanceled() && finished.resultCount() > 0)
                                 call(finished.result());
                         });
        m_watcher->setFuture(future);
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

/// Returns a future whose result is already known. Its PendingReply is called from the event loop like any other.
template <typename T>
Future<T> readyFuture(Result<T> result)
{
    Promise<T> promise;
    promise.resolve(std::move(result));
    return promise.future();
}

namespace Detail {

template <typename A>
struct ValueOf;
template <typename T>
struct ValueOf<QFuture<Result<T>>>
{
    using Type = T;
};

// The type that `F` returns when it is called with a `T`, or without an argument if `T` is void.
template <typename F, typename T>
struct Continued
{
    using Type = std::invoke_result_t<F, T>;
};
template <typename F>
struct Continued<F, void>
{
    using Type = std::invoke_result_t<F>;
};

template <typename F, typename T>
typename Continued<F, T>::Type callWithValue(F &function, Result<T> &&result)
{
    if constexpr (std::is_void_v<T>)
        return function();
    else
        return function(std::move(*result));
}

// Passes the result of `source` to `next`, and cancellation of `promise` to `source`. The cancellation arrives as an
// event; a result that arrives before that event is dropped as well, because the consumer may already be destroyed.
template <typename T, typename U, typename Next>
void forward(const Future<T> &source, const Promise<U> &promise, Next next)
{
    auto pending = std::make_shared<PendingReply<T>>();
    promise.onCancel([pending] { pending->cancel(); });
    auto *raw = pending.get();
    raw->watch(source, [pending, promise, next = std::move(next)](Result<T> result) mutable {
        if (!promise.isCanceled())
            next(std::move(result), promise);
    });
}

} // namespace Detail

/// Calls `change` with the value of `source` (without an argument for a Future<void>) and returns a future of the
/// Result that `change` returns, which may have another type. Errors and cancellation pass through.
template <typename T, typename F>
auto transform(const Future<T> &source, F change) -> Future<typename Detail::Continued<F, T>::Type::value_type>
{
    using U = typename Detail::Continued<F, T>::Type::value_type;
    Promise<U> promise;
    const auto future = promise.future();
    Detail::forward<T, U>(source, promise, [change = std::move(change)](Result<T> r, const Promise<U> &last) mutable {
        if (r)
            last.resolve(Detail::callWithValue<F, T>(change, std::move(r)));
        else
            last.resolve(std::unexpected(std::move(r.error())));
    });
    return future;
}

/// Calls `next` with the value of `source` (without an argument for a Future<void>); `next` makes a second request,
/// whose future is returned. Errors and cancellation pass through both.
template <typename T, typename F>
auto andThen(const Future<T> &source, F next) -> typename Detail::Continued<F, T>::Type
{
    using U = typename Detail::ValueOf<typename Detail::Continued<F, T>::Type>::Type;
    Promise<U> promise;
    const auto future = promise.future();
    Detail::forward<T, U>(source, promise, [next = std::move(next)](Result<T> r, const Promise<U> &both) mutable {
        if (!r) {
            both.resolve(std::unexpected(std::move(r.error())));
            return;
        }
        Detail::forward<U, U>(Detail::callWithValue<F, T>(next, std::move(r)), both,
                              [](Result<U> second, const Promise<U> &last) { last.resolve(std::move(second)); });
    });
    return future;
}

/// Like `andThen`, but also calls `next` with an error, from which it may recover.
template <typename T, typename F>
auto then(const Future<T> &source, F next) -> std::invoke_result_t<F, Result<T>>
{
    using U = typename Detail::ValueOf<std::invoke_result_t<F, Result<T>>>::Type;
    Promise<U> promise;
    const auto future = promise.future();
    Detail::forward<T, U>(source, promise, [next = std::move(next)](Result<T> r, const Promise<U> &both) {
        Detail::forward<U, U>(next(std::move(r)), both,
                              [](Result<U> second, const Promise<U> &last) { last.resolve(std::move(second)); });
    });
    return future;
}

} // namespace Roost
