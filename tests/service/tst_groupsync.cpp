// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/groupsync.h"

#include <QTest>

#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

using namespace Roost;
using namespace Roost::Service::Store;

class TestGroupSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallerGetsALaterSync()
    {
        constexpr int threads = 8;
        constexpr int rounds = 500;
        std::atomic<qint64> written = 0; // data that a sync would bring to the disk
        std::atomic<qint64> onDisk = 0;
        std::atomic<int> inside = 0;
        std::atomic<bool> isWrong = false;
        std::atomic<int> syncs = 0;
        GroupSync group([&]() -> Result<void> {
            isWrong = isWrong || inside.fetch_add(1) != 0;
            const qint64 reached = written;
            std::this_thread::yield();
            onDisk = reached;
            ++syncs;
            --inside;
            return {};
        });
        {
            std::vector<std::jthread> all;
            for (int i = 0; i < threads; ++i) {
                all.emplace_back([&] {
                    for (int round = 0; round < rounds; ++round) {
                        const qint64 mine = ++written;
                        isWrong = isWrong || !group.sync() || onDisk < mine;
                    }
                });
            }
        }
        QVERIFY(!isWrong);
        QVERIFY(syncs <= threads * rounds);
    }

    void callersDuringASyncShareTheNext()
    {
        std::binary_semaphore begun(0);
        std::binary_semaphore mayEnd(0);
        std::atomic<int> syncs = 0;
        GroupSync group([&]() -> Result<void> {
            if (++syncs == 1) {
                begun.release();
                mayEnd.acquire();
            }
            return {};
        });
        std::atomic<int> waiting = 0;
        {
            std::vector<std::jthread> all;
            all.emplace_back([&] { QVERIFY(group.sync()); });
            begun.acquire();
            for (int i = 0; i < 5; ++i) {
                all.emplace_back([&] {
                    ++waiting;
                    QVERIFY(group.sync());
                });
            }
            QTRY_COMPARE(waiting.load(), 5);
            mayEnd.release();
        }
        QVERIFY(syncs >= 2 && syncs <= 6);
    }

    void aFailureIsReported()
    {
        bool fails = true;
        GroupSync group([&fails]() -> Result<void> {
            if (fails)
                return failure(ErrorKind::Failed, QStringLiteral("no space"));
            return {};
        });
        const auto failed = group.sync();
        QVERIFY(!failed);
        QCOMPARE(failed.error().text, QStringLiteral("no space"));
        fails = false;
        QVERIFY(group.sync());
    }
};

QTEST_GUILESS_MAIN(TestGroupSync)
#include "tst_groupsync.moc"
