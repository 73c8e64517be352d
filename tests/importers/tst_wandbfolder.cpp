// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/wandbfolder.h"
#include "tests/importers/sourcefixture.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Roost;
using namespace Roost::Importers;
using namespace Qt::StringLiterals;
using Roost::Test::SourceFixture;

namespace {

const QString sample = QStringLiteral(ROOST_WANDB_SAMPLE);

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const auto entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.isDir())
            copyFolder(entry.filePath(), to + u'/' + entry.fileName());
        else
            QVERIFY(QFile::copy(entry.filePath(), to + u'/' + entry.fileName()));
    }
}

QString onlyRunIn(const QString &wandb)
{
    return wandb + u'/' + QDir(wandb).entryList({u"offline-run-*"_s}).first();
}

} // namespace

class TestWandbFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFolderIsFound()
    {
        const QString folder = sample + u"/wandb"_s;
        QCOMPARE(WandbFolder::folderOf(sample), folder);
        QCOMPARE(WandbFolder::folderOf(folder), folder);
        const QString run = onlyRunIn(folder);
        QCOMPARE(WandbFolder::folderOf(run), run);
        const QString file = run + u'/' + QDir(run).entryList({u"*.wandb"_s}).first();
        QCOMPARE(WandbFolder::folderOf(file), run);
        QVERIFY(WandbFolder::folderOf(QDir::tempPath() + u"/nothing-here"_s).isEmpty());
    }

    void aRunOfTheRealClientIsRead()
    {
        SourceFixture fixture;
        WandbFolder folder({sample + u"/wandb"_s}, fixture.remarks);
        const auto runs = folder.runs({});
        QVERIFY(runs && runs->size() == 1);
        QCOMPARE(runs->first().name, u"calm-finch"_s);
        QCOMPARE(runs->first().experiment, u"birds"_s);
        QVERIFY(runs->first().origin.startsWith("wandb:birds/"_L1));
        const auto run = folder.read(runs->first());
        QVERIFY(run);
        QCOMPARE(run->status, RunStatus::Completed);
        QVERIFY(run->started.isValid() && run->ended >= run->started);
        const StringMap params{{u"lr"_s, u"0.1"_s},
                               {u"model.depth"_s, u"3"_s},
                               {u"model.name"_s, u"r\u00e9snet"_s},
                               {u"list"_s, u"[1,2]"_s},
                               {u"late"_s, u"added"_s}};
        QCOMPARE(run->params, params);
        QCOMPARE(run->tags.value(u"mlflow.note.content"_s), u"A note\nin two lines"_s);
        QCOMPARE(run->tags.value(u"wandb.group"_s), u"g1"_s);
        QCOMPARE(run->tags.value(u"wandb.job_type"_s), u"train"_s);
        QCOMPARE(run->tags.value(u"wandb.tag.gpu"_s), u"true"_s);
        QCOMPARE(run->tags.value(u"wandb.summary.verdict"_s), u"good"_s);
        const QStringList points = SourceFixture::pointsOf(folder, *run);
        const auto series = [&](const QString &key) {
            QStringList found;
            for (const QString &point : points) {
                if (point.startsWith(key + u' '))
                    found += point.sliced(key.size() + 1).section(u' ', 0, 1);
            }
            return found;
        };
        QCOMPARE(series(u"loss"_s).size(), 10);
        QCOMPARE(series(u"loss"_s)[1], u"2 0.5"_s);
        QCOMPARE(series(u"train.acc"_s)[9], u"18 0.9"_s);
        QCOMPARE(series(u"bad"_s), QStringList{u"6 nan"_s});
        QCOMPARE(series(u"large"_s), QStringList{u"6 inf"_s});
        QCOMPARE(series(u"done"_s), QStringList{u"6 1"_s});
        QCOMPARE(series(u"odd key@x"_s), QStringList{u"10 4"_s});
        QCOMPARE(series(u"best"_s), QStringList{u"18 0.9"_s});
        QVERIFY(series(u"_step"_s).isEmpty() && series(u"text"_s).isEmpty());
        QVERIFY2(fixture.leftOut.isEmpty(), qPrintable(fixture.leftOut.join(u'\n')));
        QVERIFY2(fixture.changed.join(u'\n').contains("histogram, image, text"_L1),
                 qPrintable(fixture.changed.join(u'\n')));
    }

    void filesAndOutputBecomeArtifacts()
    {
        SourceFixture fixture;
        WandbFolder folder({sample + u"/wandb"_s}, fixture.remarks);
        const auto run = folder.read(folder.runs({})->first());
        const QStringList paths = SourceFixture::pathsOf(folder, *run);
        QVERIFY(std::ranges::any_of(paths, [](const QString &path) { return path.startsWith("media/images/"_L1); }));
        QVERIFY(std::ranges::any_of(paths, [](const QString &path) { return path.endsWith(".wandb"_L1); }));
        const auto files = folder.files(*run);
        const auto log = std::ranges::find(*files, u"output.log"_s, &ImportedFile::path);
        QVERIFY(log != files->end());
        const auto local = folder.fetch(*log, fixture.path(u"scratch"_s));
        QVERIFY(local);
        QFile content(*local);
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY(content.readAll().contains("hello from the script\n"));
    }

    void aKilledRunIsReadUpToItsEnd()
    {
        SourceFixture fixture;
        copyFolder(sample + u"/wandb"_s, fixture.path(u"wandb"_s));
        const QString run = onlyRunIn(fixture.path(u"wandb"_s));
        QFile file(run + u'/' + QDir(run).entryList({u"*.wandb"_s}).first());
        QVERIFY(file.resize(file.size() / 2));
        WandbFolder folder({fixture.path(u"wandb"_s)}, fixture.remarks);
        const auto read = folder.read(folder.runs({})->first());
        QVERIFY(read);
        QCOMPARE(read->status, RunStatus::Failed);
        QCOMPARE(read->tags.value(u"wandb.state"_s), u"crashed"_s);
        QVERIFY(!SourceFixture::pointsOf(folder, *read).isEmpty());
        QVERIFY2(fixture.leftOut.isEmpty(), qPrintable(fixture.leftOut.join(u'\n')));
    }

    void damageIsReportedWithItsOffset()
    {
        SourceFixture fixture;
        copyFolder(sample + u"/wandb"_s, fixture.path(u"wandb"_s));
        const QString run = onlyRunIn(fixture.path(u"wandb"_s));
        const QString name = run + u'/' + QDir(run).entryList({u"*.wandb"_s}).first();
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(3000);
        file.write("????");
        file.close();
        // A further block, so that the damaged one is not the last.
        QVERIFY(file.open(QIODevice::Append));
        file.write(QByteArray(40000, '\0'));
        file.close();
        WandbFolder folder({fixture.path(u"wandb"_s)}, fixture.remarks);
        const auto runs = folder.runs({});
        QVERIFY(runs && runs->size() == 1);
        QVERIFY(folder.read(runs->first()));
        QVERIFY2(!fixture.leftOut.isEmpty() && fixture.leftOut.first().contains(name + u':'),
                 qPrintable(fixture.leftOut.join(u'\n')));
    }

    void aResumedRunIsOne()
    {
        SourceFixture fixture;
        const QString first = onlyRunIn(sample + u"/wandb"_s);
        const QString id = QFileInfo(first).fileName().section(u'-', -1);
        copyFolder(first, fixture.path(u"wandb/offline-run-20260101_000000-"_s + id));
        copyFolder(first, fixture.path(u"wandb/offline-run-20260102_000000-"_s + id));
        WandbFolder folder({fixture.path(u"wandb"_s)}, fixture.remarks);
        const auto runs = folder.runs({});
        QCOMPARE(runs->size(), 1);
        const auto run = folder.read(runs->first());
        const QStringList points = SourceFixture::pointsOf(folder, *run);
        QCOMPARE(points.filter(QRegularExpression(u"^loss "_s)).size(), 20);
        QCOMPARE(SourceFixture::pathsOf(folder, *run).filter(u".wandb"_s).size(), 2);
    }

    void linksThatLeadOutAreNotFollowed()
    {
        SourceFixture fixture;
        copyFolder(sample + u"/wandb"_s, fixture.path(u"wandb"_s));
        fixture.put(u"secret.txt"_s, "secret");
        const QString run = onlyRunIn(fixture.path(u"wandb"_s));
        QVERIFY(QFile::link(fixture.path(u"secret.txt"_s), run + u"/files/extra.txt"_s));
        WandbFolder careful({fixture.path(u"wandb"_s)}, fixture.remarks);
        QVERIFY(!SourceFixture::pathsOf(careful, *careful.read(careful.runs({})->first())).contains(u"extra.txt"_s));
        QVERIFY2(fixture.leftOut.join(u'\n').contains("--follow-links"_L1), qPrintable(fixture.leftOut.join(u'\n')));
        WandbFolder following({fixture.path(u"wandb"_s), true}, fixture.remarks);
        QVERIFY(
            SourceFixture::pathsOf(following, *following.read(following.runs({})->first())).contains(u"extra.txt"_s));
    }

    void runsAreSelected()
    {
        SourceFixture fixture;
        WandbFolder folder({sample + u"/wandb"_s}, fixture.remarks);
        QCOMPARE(folder.runs({u"cats"_s, {}})->size(), 0);
        QCOMPARE(folder.runs({{}, u"calm*"_s})->size(), 1);
        QCOMPARE(folder.runs({{}, u"wild*"_s})->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWandbFolder)
#include "tst_wandbfolder.moc"
