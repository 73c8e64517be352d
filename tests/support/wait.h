// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QTest>

#include <optional>

namespace Roost::Testing {

/// Waits for an answer while the event loop runs. After `timeoutMs` it returns an Error of kind Failed.
template <typename T>
Result<T> waitFor(const Future<T> &answer, int timeoutMs = 20000)
{
    PendingReply<T> pending;
    std::optional<Result<T>> got;
    pending.watch(answer, [&got](Result<T> result) { got = std::move(result); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, timeoutMs))
        return failure(ErrorKind::Failed, QStringLiteral("No answer within %1 ms.").arg(timeoutMs));
    return std::move(*got);
}

/// Runs the event loop until all pending work is done: posted events, finished futures, timers of zero, and the work
/// that they cause. For tests that check that an event does not happen. Does not wait for timers that are due later.
void drainEvents();

/// Returns "kind: text (detail)" of an error, for the messages of failing tests.
QByteArray describe(const Error &error);

} // namespace Roost::Testing

/// Assigns the value of an answer to `name`, or fails the test with the error.
#define ROOST_GET(name, answer)                                                                                        \
    auto name##Result = Roost::Testing::waitFor(answer);                                                               \
    QVERIFY2(name##Result, name##Result ? "" : Roost::Testing::describe(name##Result.error()).constData());            \
    auto name = std::move(*name##Result)

/// Waits for a future without a value, or whose value is not needed; fails the test with the error.
#define ROOST_DONE(answer)                                                                                             \
    do {                                                                                                               \
        const auto doneResult = Roost::Testing::waitFor(answer);                                                       \
        QVERIFY2(doneResult, doneResult ? "" : Roost::Testing::describe(doneResult.error()).constData());              \
    } while (false)
