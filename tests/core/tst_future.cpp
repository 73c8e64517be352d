// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/future.h"
#include "tests/support/wait.h"

#include <QTest>
#include <QThread>

using namespace Roost;
using namespace Roost::Testing;

class TestFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyFuturesFinishInTheEventLoop()
    {
        PendingReply<int> pending;
        int got = 0;
        pending.watch(readyFuture<int>(7), [&got](Result<int> r) { got = *r; });
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);
        QVERIFY(!pending.isWaiting());
    }

    void droppedPromisesFail()
    {
        Future<int> future;
        {
            Promise<int> promise;
            future = promise.future();
        }
        const auto result = waitFor(future);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Failed);
    }

    void theLatestRequestWins()
    {
        PendingReply<int> pending;
        QList<int> got;
        Promise<int> first;
        Promise<int> second;
        pending.watch(first.future(), [&got](Result<int> r) { got += *r; });
        pending.watch(second.future(), [&got](Result<int> r) { got += *r; });
        QVERIFY(first.isCanceled());
        first.resolve(1);
        second.resolve(2);
        QTRY_COMPARE(got, QList{2});
    }

    void destroyingTheOwnerCancels()
    {
        Promise<int> promise;
        bool stopped = false;
        bool called = false;
        promise.onCancel([&stopped] { stopped = true; });
        {
            PendingReply<int> pending;
            pending.watch(promise.future(), [&called](Result<int>) { called = true; });
        }
        QTRY_VERIFY(stopped);
        promise.resolve(1);
        drainEvents();
        QVERIFY(!called);
    }

    void watchingAgainInACallbackIsSafe()
    {
        PendingReply<int> pending;
        int sum = 0;
        std::function<void(Result<int>)> next = [&](Result<int> r) {
            sum += *r;
            if (sum < 5)
                pending.watch(readyFuture<int>(1), next);
        };
        pending.watch(readyFuture<int>(1), next);
        QTRY_COMPARE(sum, 5);
    }

    void theOwnerMayBeDestroyedInACallback()
    {
        auto pending = std::make_unique<PendingReply<int>>();
        bool called = false;
        pending->watch(readyFuture<int>(1), [&](Result<int>) {
            pending.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }

    void transformPassesValuesErrorsAndCancels()
    {
        QCOMPARE(*waitFor(transform(readyFuture<int>(2), [](int v) -> Result<QString> { return QString::number(v); })),
                 QStringLiteral("2"));
        const auto failed = waitFor(transform(readyFuture<int>(failure(ErrorKind::NotFound, QStringLiteral("gone"))),
                                              [](int v) -> Result<int> { return v; }));
        QCOMPARE(failed.error().kind, ErrorKind::NotFound);

        Promise<int> source;
        {
            PendingReply<int> pending;
            pending.watch(transform(source.future(), [](int v) -> Result<int> { return v; }), [](Result<int>) {});
        }
        QTRY_VERIFY(source.isCanceled());
    }

    void andThenCancelsTheRunningRequest()
    {
        QCOMPARE(*waitFor(andThen(readyFuture<int>(2), [](int v) { return readyFuture<int>(v + 1); })), 3);

        Promise<int> second;
        PendingReply<int> pending;
        bool requested = false;
        pending.watch(andThen(readyFuture<int>(1),
                              [&](int) {
                                  requested = true;
                                  return second.future();
                              }),
                      [](Result<int>) {});
        QTRY_VERIFY(requested);
        pending.cancel();
        QTRY_VERIFY(second.isCanceled());
    }

    void futuresWithoutAValueAreChained()
    {
        int calls = 0;
        const auto counted = transform(readyFuture<void>({}), [&calls]() -> Result<int> { return ++calls; });
        QCOMPARE(*waitFor(counted), 1);
        QVERIFY(waitFor(andThen(readyFuture<int>(1), [](int) { return readyFuture<void>({}); })));
        const auto failed = waitFor(andThen(readyFuture<void>(failure(ErrorKind::Denied, {})), [&calls] {
            ++calls;
            return readyFuture<void>({});
        }));
        QCOMPARE(failed.error().kind, ErrorKind::Denied);
        QCOMPARE(calls, 1);
    }

    void nothingFollowsACancel()
    {
        Promise<int> promise;
        bool requested = false;
        {
            PendingReply<int> pending;
            pending.watch(then(promise.future(),
                               [&requested](const Result<int> &result) {
                                   requested = true;
                                   return readyFuture<int>(result);
                               }),
                          [](const Result<int> &) {});
            promise.resolve(1);
        }
        // Events arrive in order: after this result, all earlier ones have arrived.
        QCOMPARE(waitFor(readyFuture<int>(2)), 2);
        QVERIFY(!requested);
    }

    void thenRecoversFromErrors()
    {
        const auto recovered = waitFor(then(readyFuture<int>(failure(ErrorKind::NotFound, {})),
                                            [](Result<int> r) { return readyFuture<int>(r ? *r : 9); }));
        QCOMPARE(*recovered, 9);
    }

    void resultsFromAnotherThreadArriveOnThisThread()
    {
        Promise<int> promise;
        PendingReply<int> pending;
        QThread *where = nullptr;
        pending.watch(promise.future(), [&where](Result<int>) { where = QThread::currentThread(); });
        const std::unique_ptr<QThread> worker(QThread::create([promise] { promise.resolve(1); }));
        worker->start();
        QTRY_COMPARE(where, QThread::currentThread());
        worker->wait();
    }
};

QTEST_GUILESS_MAIN(TestFuture)
#include "tst_future.moc"
