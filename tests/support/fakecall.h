// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace Roost::Testing {

/// One method of a fake: records every call with its arguments, and lets the test answer the calls in any order, late,
/// or never. If `always` is set, calls are answered automatically (from the event loop, like all calls).
template <typename T, typename... Args>
class FakeCall
{
public:
    struct Call
    {
        std::tuple<Args...> args;
        Promise<T> promise;
        bool answered = false;

        bool isCanceled() const { return promise.isCanceled(); }
    };

    /// Answers all subsequent calls; calls that are already waiting continue to wait.
    std::function<Result<T>(const Args &...)> always;
    /// All calls, oldest first.
    QList<Call> calls;

    qsizetype count() const { return calls.size(); }

    /// Calls neither answered nor canceled.
    qsizetype waiting() const
    {
        return std::ranges::count_if(calls, [](const Call &c) { return !c.answered && !c.isCanceled(); });
    }

    /// Returns the n-th argument of the last call. There must be a call.
    template <std::size_t N>
    const auto &lastArg() const
    {
        return std::get<N>(calls.last().args);
    }

    /// Answers call number `index`.
    void resolveAt(qsizetype index, Result<T> result)
    {
        Q_ASSERT(index >= 0 && index < calls.size());
        calls[index].answered = true;
        calls[index].promise.resolve(std::move(result));
    }

    /// Answers the oldest waiting call. Returns false if no call is waiting.
    bool resolve(Result<T> result)
    {
        for (qsizetype i = 0; i < calls.size(); ++i) {
            if (!calls[i].answered && !calls[i].isCanceled()) {
                resolveAt(i, std::move(result));
                return true;
            }
        }
        return false;
    }

    /// Answers the newest call.
    void resolveLast(Result<T> result) { resolveAt(calls.size() - 1, std::move(result)); }

    /// Called by the fake only.
    Future<T> call(const Args &...args)
    {
        calls.append(Call{std::make_tuple(args...), {}, false});
        const auto answer = calls.last().promise.future();
        if (always) {
            calls.last().answered = true;
            // `always` may call the fake again, so no reference into `calls` is used after it.
            const auto promise = calls.last().promise;
            promise.resolve(always(args...));
        }
        return answer;
    }
};

} // namespace Roost::Testing
