// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/runmedia.h"
#include "tests/support/eventfile.h"
#include "tests/support/fakecontent.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestRunMedia : public QObject
{
    Q_OBJECT

    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    std::unique_ptr<RunDocument> m_run;
    std::unique_ptr<RunMedia> m_media;

    const QString m_path = u"run/logs/train/events.out.tfevents.1"_s;

    void open(const QByteArray &bytes)
    {
        m_content.files[m_path] = bytes;
        m_run = std::make_unique<RunDocument>(*m_session, u"run"_s);
        m_media = std::make_unique<RunMedia>(m_run.get());
        QTRY_VERIFY(m_run->areArtifactsKnown());
        readAll();
    }
    void readAll()
    {
        m_media->setShown(true);
        QTRY_VERIFY(!m_media->isReading());
    }
    // Reads the value again that the record refers to.
    Result<MediaContent> content(const MediaKey &key, size_t index)
    {
        const auto future = m_media->content(key, m_media->index().series(key)->records().at(index));
        return waitFor(future);
    }
    static MediaKey image(const QString &tag) { return {MediaKind::Image, u"logs/train"_s, tag}; }
    static MediaKey text(const QString &tag) { return {MediaKind::Text, u"logs/train"_s, tag}; }
    static MediaKey histogram(const QString &tag) { return {MediaKind::Histogram, u"logs/train"_s, tag}; }

private Q_SLOTS:
    void init()
    {
        Run run;
        run.id = u"run"_s;
        run.status = RunStatus::Running;
        m_content = {};
        m_content.runs = {run};
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = std::make_unique<WorkspaceSession>(
            u"there"_s, u"There"_s, [this] { return readyFuture<std::shared_ptr<Workspace>>(m_workspace); });
        m_session->open();
        QTRY_VERIFY(m_session->workspace());
    }

    void cleanup()
    {
        m_media.reset();
        m_run.reset();
        m_session.reset();
    }

    void valuesOfAllKindsAreFoundAndReadAgain()
    {
        EventFile file;
        for (int step = 0; step < 3; ++step) {
            file.addScalar("loss", step, 0.5F);
            file.addImage("samples/input", 10 * step, "png " + QByteArray::number(step));
            file.addHistogram("weights", step, -1, {0, 1}, {3.0 + step, 4});
            file.addText("notes", step, "<b>step</b> " + QByteArray::number(step));
        }
        open(file.bytes());
        QCOMPARE(m_media->index().keys().size(), 3);
        const MediaSeries *samples = m_media->index().series(image(u"samples/input"_s));
        QVERIFY(samples);
        QCOMPARE(samples->size(), 3);
        QCOMPARE(samples->records().at(2).step, 20);
        QCOMPARE(samples->records().at(2).timestamp, 1'700'000'020'000);
        QCOMPARE(std::get<QByteArray>(*content(image(u"samples/input"_s), 1)), "png 1");
        QCOMPARE(std::get<QString>(*content(text(u"notes"_s), 2)), u"<b>step</b> 2"_s);
        const MediaBuckets expected{{-1, 0, 4}, {0, 1, 4}};
        QCOMPARE(std::get<MediaBuckets>(*content(histogram(u"weights"_s), 1)), expected);
        QCOMPARE(m_media->index().series(histogram(u"weights"_s))->distributions().size(), 3U);
        QVERIFY(m_media->isAvailable());
        QVERIFY(m_media->problems().isEmpty());
    }

    void aFileOfScalarsOffersNothing()
    {
        EventFile file;
        for (int step = 0; step < 100; ++step)
            file.addScalar("loss", step, 1);
        open(file.bytes());
        QVERIFY(!m_media->isAvailable());
    }

    void onlyNewBytesAreReadWhileTheRunWrites()
    {
        EventFile file;
        file.addText("notes", 1, "one");
        open(file.bytes());
        const qint64 before = file.bytes().size();
        m_workspace->history.onRead.calls.clear();
        file.addText("notes", 2, "two");
        // The last record is not complete yet.
        m_content.files[m_path] = file.bytes().chopped(5);
        m_run->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->history.onRead.count() > 0, 10'000);
        QTRY_VERIFY(!m_media->isReading());
        QCOMPARE(m_media->index().series(text(u"notes"_s))->size(), 1);
        m_content.files[m_path] = file.bytes();
        m_run->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_media->index().series(text(u"notes"_s))->size(), 2, 10'000);
        for (const auto &call : m_workspace->history.onRead.calls)
            QVERIFY(std::get<1>(call.args) >= before);
        QCOMPARE(std::get<QString>(*content(text(u"notes"_s), 1)), u"two"_s);
        QVERIFY(m_media->problems().isEmpty());
    }

    void aReplacedFileIsReadAgain()
    {
        EventFile file;
        file.addText("notes", 1, "one");
        file.addText("notes", 2, "two");
        open(file.bytes());
        EventFile other;
        other.addText("other", 1, "x");
        m_content.files[m_path] = other.bytes();
        m_run->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_media->index().series(text(u"other"_s)), 10'000);
        QVERIFY(!m_media->index().series(text(u"notes"_s)));
    }

    void damageIsReportedOnceAndTheRestIsShown()
    {
        EventFile file;
        file.addText("notes", 1, "one");
        file.addRaw(QByteArray(100, 'x'));
        file.addText("notes", 2, "two");
        file.addRaw(QByteArray(50, 'y'));
        file.addText("notes", 3, "three");
        open(file.bytes());
        QCOMPARE(m_media->index().series(text(u"notes"_s))->size(), 3);
        QCOMPARE(m_media->problems().size(), 1);
        QCOMPARE(m_media->problems().first().path, u"logs/train/events.out.tfevents.1"_s);
        QVERIFY(m_media->problems().first().isDamage);
    }

    void aFileOfAnotherKindIsNotReadToItsEnd()
    {
        open(QByteArray(3'000'000, 't'));
        QVERIFY(!m_media->isAvailable());
        QCOMPARE(m_media->problems().size(), 1);
        QVERIFY(m_workspace->history.onRead.count() <= 2);
    }

    void aReadErrorNamesTheFileAndCanBeRetried()
    {
        EventFile file;
        file.addText("notes", 1, "one");
        m_workspace->history.onRead.always = [](const FileRef &, qint64, qint64) -> Result<Chunk> {
            return failure(ErrorKind::Failed, u"The disk is broken."_s);
        };
        open(file.bytes());
        QCOMPARE(m_media->problems().size(), 1);
        QCOMPARE(m_media->problems().first().error.text, u"The disk is broken."_s);
        m_content.answer(*m_workspace);
        m_media->retry();
        QTRY_VERIFY(m_media->index().series(text(u"notes"_s)));
        QVERIFY(m_media->problems().isEmpty());
    }

    void aLongFileIsReadWhenItIsShownAndCanBeStopped()
    {
        EventFile file;
        const QByteArray large(300'000, 'p');
        for (int step = 0; step < 80; ++step)
            file.addImage("large", step, large);
        m_content.files[m_path] = file.bytes();
        m_run = std::make_unique<RunDocument>(*m_session, u"run"_s);
        m_media = std::make_unique<RunMedia>(m_run.get());
        QTRY_VERIFY(m_media->readBytes() > 0);
        QTRY_VERIFY(!m_media->isReading());
        QVERIFY(m_media->isAvailable());
        QVERIFY(m_media->readBytes() < 6'000'000);
        m_media->setShown(true);
        QVERIFY(m_media->work());
        const auto work = m_media->work();
        work->cancel();
        QVERIFY(m_media->isPaused());
        const qint64 before = m_media->readBytes();
        drainEvents();
        QVERIFY(m_media->readBytes() <= before + 1'100'000);
        QVERIFY(!m_media->isReading());
        m_media->resume();
        QTRY_VERIFY(!m_media->isReading());
        QCOMPARE(m_media->index().series(image(u"large"_s))->size(), 80);
        QCOMPARE(std::get<QByteArray>(*content(image(u"large"_s), 79)), large);
    }

    void histogramsOfManyStepsTakeLimitedMemory()
    {
        MediaSeries series(histogram(u"weights"_s));
        for (int step = 0; step < 10'000; ++step) {
            series.add({step});
            series.keep(step, {{0, 1, double(step)}}, 128);
            QVERIFY(series.distributions().size() <= 130);
        }
        QCOMPARE(series.size(), 10'000);
        QVERIFY(series.distributions().size() > 60);
        QCOMPARE(series.distributions().front().step, 0);
        QCOMPARE(series.distributions().back().step, 9'999);
        // The kept steps are evenly chosen.
        const auto &kept = series.distributions();
        for (size_t i = 2; i + 1 < kept.size(); ++i)
            QCOMPARE(kept[i].step - kept[i - 1].step, kept[1].step - kept[0].step);
        QCOMPARE(united({{0, 1, 2}, {1, 2, 3}, {2, 4, 5}}, 2), (MediaBuckets{{0, 2, 5}, {2, 4, 5}}));
    }

    void stepsThatWereLoggedOutOfOrderAreSorted()
    {
        MediaSeries series(text(u"notes"_s));
        for (const int step : {5, 1, 3, 3})
            series.add({.step = step, .offset = series.size()});
        QCOMPARE(series.records().at(0).step, 1);
        QCOMPARE(series.records().at(1).offset, 2);
        QCOMPARE(series.records().at(2).offset, 3);
        QCOMPARE(series.indexOf(4), 2);
        QCOMPARE(series.indexOf(-100), 0);
        QCOMPARE(series.indexOf(100), 3);
    }

    void hyperparametersHaveTheirMetricsBesideThem()
    {
        EventFile file;
        file.addHyperparameters({{"lr", "0.1"}, {"optimizer", "<b>sgd</b>"}});
        file.addScalar("hparam/accuracy", 0, 0.9F);
        EventFile second;
        second.addHyperparameters({{"lr", "0.01"}});
        m_content.files[u"run/logs/second/x.tfevents.2"_s] = second.bytes();
        open(file.bytes());
        HyperparametersModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSessions(m_media->index().sessions());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, 0), u"lr"_s);
        QCOMPARE(cell(0, 1), u"0.01"_s);
        QCOMPARE(cell(0, 2), u"0.1"_s);
        QCOMPARE(cell(1, 2), u"<b>sgd</b>"_s);
        QCOMPARE(cell(2, 0), u"hparam/accuracy"_s);
        QCOMPARE(cell(2, 2), u"0.9"_s);
        QVERIFY(model.index(0, 1).data(HyperparametersModel::DiffersRole).toBool());
        model.setFilter(u"opt"_s);
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunMedia)
#include "tst_runmedia.moc"
