// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/recognition.h"
#include "models/importers/tensorboardfolder.h"
#include "models/tensorboard/crc32c.h"
#include "tests/importers/sourcefixture.h"

#include <QtEndian>

#include <bit>

using namespace Roost;
using namespace Roost::Importers;
using namespace Qt::StringLiterals;
using Roost::Test::SourceFixture;

namespace {

template <typename T>
QByteArray littleEndian(T value)
{
    const T ordered = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

QByteArray framed(const QByteArray &event)
{
    const QByteArray length = littleEndian(quint64(event.size()));
    return length + littleEndian(TensorBoard::maskedCrc32c(length)) + event +
           littleEndian(TensorBoard::maskedCrc32c(event));
}

// An event by the field numbers of the public format: wall_time 1, step 2, summary 5 (value 1: tag 1, simple_value 2),
// session_log 7.
QByteArray scalar(const QByteArray &tag, qint64 step, float number)
{
    const QByteArray value =
        "\x0a" + QByteArray(1, char(tag.size())) + tag + "\x15" + littleEndian(std::bit_cast<quint32>(number));
    return framed("\x09" + littleEndian(std::bit_cast<quint64>(1700000000.5 + double(step))) + "\x10" +
                  QByteArray(1, char(step)) + "\x2a" + QByteArray(1, char(value.size() + 2)) + "\x0a" +
                  QByteArray(1, char(value.size())) + value);
}

QByteArray restart(qint64 step)
{
    return framed("\x09" + littleEndian(std::bit_cast<quint64>(1700000009.0)) + "\x10" + QByteArray(1, char(step)) +
                  QByteArray("\x3a\x02\x08\x01", 4));
}

QByteArray contentOf(const QString &sample)
{
    QFile file(QStringLiteral(ROOST_EVENT_FILES) + u'/' + sample);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTensorBoardFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFolderWithEventFilesIsARun()
    {
        SourceFixture fixture;
        fixture.put(u"runs/one/events.out.tfevents.1.host.2.0"_s, scalar("loss", 1, 0.5F) + scalar("loss", 2, 0.25F));
        fixture.put(u"runs/one/notes.txt"_s, "notes");
        fixture.put(u"runs/two/deep/events.out.tfevents.2.host.2.0"_s, scalar("acc", 0, 1));
        fixture.put(u"runs/empty/readme.txt"_s, "nothing");
        const auto recognised = recogniseFolder(fixture.path(u"runs"_s));
        QVERIFY(recognised && recognised->kind == SourceKind::TensorBoard);
        TensorBoardFolder folder({fixture.path(u"runs"_s)}, fixture.remarks);
        const auto runs = folder.runs({});
        QCOMPARE(runs->size(), 2);
        QCOMPARE(runs->at(0).name, u"one"_s);
        QCOMPARE(runs->at(1).name, u"two/deep"_s);
        QCOMPARE(runs->at(0).experiment, u"runs"_s);
        const auto run = folder.read(runs->first());
        QCOMPARE(run->started.toMSecsSinceEpoch(), 1700000001500);
        QCOMPARE(run->ended.toMSecsSinceEpoch(), 1700000002500);
        QCOMPARE(SourceFixture::pointsOf(folder, *run),
                 (QStringList{u"loss 1 0.5 1700000001500"_s, u"loss 2 0.25 1700000002500"_s}));
        QCOMPARE(SourceFixture::pathsOf(folder, *run), QStringList{u"logs/events.out.tfevents.1.host.2.0"_s});
        QVERIFY(fixture.leftOut.isEmpty());
        QVERIFY2(fixture.changed.join(u'\n').contains("1 other file"_L1), qPrintable(fixture.changed.join(u'\n')));
    }

    void aLaterSessionReplacesItsSteps()
    {
        SourceFixture fixture;
        fixture.put(u"run/events.out.tfevents.1"_s, scalar("loss", 1, 1) + scalar("loss", 2, 2) + scalar("loss", 3, 3));
        fixture.put(u"run/events.out.tfevents.2"_s, restart(2) + scalar("loss", 2, 20) + scalar("loss", 3, 30));
        TensorBoardFolder folder({fixture.path(u"run"_s)}, fixture.remarks);
        const auto run = folder.read(folder.runs({})->first());
        QStringList points;
        for (const QString &point : SourceFixture::pointsOf(folder, *run))
            points += point.section(u' ', 1, 2);
        QCOMPARE(points, (QStringList{u"1 1"_s, u"2 20"_s, u"3 30"_s}));
    }

    void hyperparametersAreParams()
    {
        SourceFixture fixture;
        fixture.put(u"run/hparams.tfevents"_s, contentOf(u"hparams.tfevents"_s));
        TensorBoardFolder folder({fixture.path(u"run"_s)}, fixture.remarks);
        const auto run = folder.read(folder.runs({})->first());
        QCOMPARE(run->params.value(u"lr"_s), u"0.1"_s);
        QCOMPARE(run->params.value(u"opt"_s), u"adam"_s);
    }

    void damageIsReportedAndTheRestIsRead()
    {
        SourceFixture fixture;
        QByteArray file = scalar("loss", 1, 1);
        const qsizetype second = file.size();
        file += scalar("loss", 2, 2) + scalar("loss", 3, 3);
        file[second + 20] = char(file[second + 20] ^ 1);
        fixture.put(u"run/events.out.tfevents.1"_s, file);
        TensorBoardFolder folder({fixture.path(u"run"_s)}, fixture.remarks);
        const auto run = folder.read(folder.runs({})->first());
        QCOMPARE(SourceFixture::pointsOf(folder, *run).size(), 2);
        QVERIFY2(fixture.leftOut.join(u'\n').contains(u"events.out.tfevents.1:%1:"_s.arg(second)),
                 qPrintable(fixture.leftOut.join(u'\n')));
    }

    void aFolderWithoutRunsIsExplained()
    {
        SourceFixture fixture;
        fixture.put(u"nothing/readme.txt"_s, "nothing");
        const auto recognised = recogniseFolder(fixture.path(u"nothing"_s));
        QCOMPARE(recognised.error().kind, ErrorKind::NotFound);
        QVERIFY2(recognised.error().text.contains("run-*.wandb"_L1), qPrintable(recognised.error().text));
        QCOMPARE(recogniseFolder(fixture.path(u"nowhere"_s)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestTensorBoardFolder)
#include "tst_tensorboardfolder.moc"
