// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/future.h"
#include "tests/support/wait.h"

#include <QTest>
#include <QThread>

using namespace Roost;
using namespace Roost::Testing;

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyAnswersComeFromTheEventLoop()
    {
        Pending<int> pending;
        int got = 0;
        pending.ask(answered<int>(7), [&got](Result<int> r) { got = *r; });
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);
        QVERIFY(!pending.isWaiting());
    }

    void droppedQuestionsGiveFailed()
    {
        Answer<int> answer;
        {
            Question<int> question;
            answer = question.answer();
        }
        const auto result = waitFor(answer);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Failed);
    }

    void latestQuestionWins()
    {
        Pending<int> pending;
        QList<int> got;
        Question<int> first;
        Question<int> second;
        pending.ask(first.answer(), [&got](Result<int> r) { got += *r; });
        pending.ask(second.answer(), [&got](Result<int> r) { got += *r; });
        QVERIFY(first.isCanceled());
        first.give(1);
        second.give(2);
        QTRY_COMPARE(got, QList{2});
    }

    void ownersDeathCancels()
    {
        Question<int> question;
        bool stopped = false;
        bool called = false;
        question.onCancel([&stopped] { stopped = true; });
        {
            Pending<int> pending;
            pending.ask(question.answer(), [&called](Result<int>) { called = true; });
        }
        QTRY_VERIFY(stopped);
        question.give(1);
        QTest::qWait(10);
        QVERIFY(!called);
    }

    void askingAgainInsideAnAnswerIsSafe()
    {
        Pending<int> pending;
        int sum = 0;
        std::function<void(Result<int>)> next = [&](Result<int> r) {
            sum += *r;
            if (sum < 5)
                pending.ask(answered<int>(1), next);
        };
        pending.ask(answered<int>(1), next);
        QTRY_COMPARE(sum, 5);
    }

    void ownerMayDieInsideAnAnswer()
    {
        auto pending = std::make_unique<Pending<int>>();
        bool called = false;
        pending->ask(answered<int>(1), [&](Result<int>) {
            pending.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }

    void mappedPassesValuesErrorsAndCancels()
    {
        QCOMPARE(*waitFor(mapped(answered<int>(2), [](int v) -> Result<QString> { return QString::number(v); })),
                 QStringLiteral("2"));
        const auto failed = waitFor(mapped(answered<int>(failure(ErrorKind::NotFound, QStringLiteral("gone"))),
                                           [](int v) -> Result<int> { return v; }));
        QCOMPARE(failed.error().kind, ErrorKind::NotFound);

        Question<int> source;
        {
            Pending<int> pending;
            pending.ask(mapped(source.answer(), [](int v) -> Result<int> { return v; }), [](Result<int>) {});
        }
        QTRY_VERIFY(source.isCanceled());
    }

    void afterCancelsWhicheverIsUnderWay()
    {
        QCOMPARE(*waitFor(after(answered<int>(2), [](int v) { return answered<int>(v + 1); })), 3);

        Question<int> second;
        Pending<int> pending;
        bool asked = false;
        pending.ask(after(answered<int>(1),
                          [&](int) {
                              asked = true;
                              return second.answer();
                          }),
                    [](Result<int>) {});
        QTRY_VERIFY(asked);
        pending.cancel();
        QTRY_VERIFY(second.isCanceled());
    }

    void nothingFollowsACancel()
    {
        Question<int> question;
        bool asked = false;
        {
            Pending<int> pending;
            pending.ask(whatever(question.answer(),
                                 [&asked](const Result<int> &result) {
                                     asked = true;
                                     return answered<int>(result);
                                 }),
                        [](const Result<int> &) {});
            question.give(1);
        }
        // Events come in their order: when this answer is here, so is all that was given before.
        QCOMPARE(waitFor(answered<int>(2)), 2);
        QVERIFY(!asked);
    }

    void whateverMendsErrors()
    {
        const auto mended = waitFor(whatever(answered<int>(failure(ErrorKind::NotFound, {})),
                                             [](Result<int> r) { return answered<int>(r ? *r : 9); }));
        QCOMPARE(*mended, 9);
    }

    void answersFromAnotherThreadArriveHere()
    {
        Question<int> question;
        Pending<int> pending;
        QThread *where = nullptr;
        pending.ask(question.answer(), [&where](Result<int>) { where = QThread::currentThread(); });
        const std::unique_ptr<QThread> worker(QThread::create([question] { question.give(1); }));
        worker->start();
        QTRY_COMPARE(where, QThread::currentThread());
        worker->wait();
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
