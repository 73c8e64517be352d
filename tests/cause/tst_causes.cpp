// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/causeanalyser.h"
#include "models/cause/lineprefixes.h"
#include "models/cause/sentences.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Causes;
using namespace Roost::Logs;

namespace {

struct Case
{
    QDir folder;
    QJsonObject facts;

    QByteArray file(const QString &name) const
    {
        QFile in(folder.filePath(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
};

Case caseNamed(const QString &name)
{
    Case one{QDir(qEnvironmentVariable("ROOST_CAUSES") + u"/cases/"_s + name), {}};
    one.facts = QJsonDocument::fromJson(one.file(u"case.json"_s)).object();
    return one;
}

QList<TimeMark> marksOf(const Case &one, const QString &log)
{
    QList<TimeMark> marks;
    const auto list = one.facts[u"marks"][log].toArray();
    for (const auto &mark : list)
        marks += TimeMark{timePointFromMs(mark.toArray()[0].toInteger()), mark.toArray()[1].toInteger()};
    return marks;
}

int rankOfFile(const QString &name)
{
    return name.startsWith("launcher"_L1) ? CauseAnalyser::Launcher
                                          : name.section(u'_', -1).section(u'.', 0, 0).toInt();
}

RankOutcome outcomeOf(const QJsonObject &json)
{
    RankOutcome outcome;
    outcome.rank = json[u"rank"].toInt();
    if (json.contains("exitCode"_L1))
        outcome.exitCode = json[u"exitCode"].toInt();
    if (json.contains("signal"_L1))
        outcome.signal = json[u"signal"].toInt();
    outcome.started = QDateTime::fromMSecsSinceEpoch(json[u"started"].toInteger(), QTimeZone::UTC);
    if (json.contains("ended"_L1))
        outcome.ended = QDateTime::fromMSecsSinceEpoch(json[u"ended"].toInteger(), QTimeZone::UTC);
    return outcome;
}

std::optional<FirstCause> verdictOf(const Case &one, qsizetype chunk, bool backwards = false,
                                    bool withErrorFiles = true)
{
    CauseAnalyser analyser;
    QList<std::function<void()>> steps;
    const auto logs = one.folder.entryList({u"*.log"_s}, QDir::Files, QDir::Name);
    for (const QString &name : logs) {
        steps += [&analyser, &one, name, chunk] {
            const int log = analyser.addLog(name, rankOfFile(name), marksOf(one, name));
            const QByteArray bytes = one.file(name);
            for (qsizetype at = 0; at < bytes.size(); at += chunk)
                analyser.feed(log, QByteArrayView(bytes).sliced(at, std::min(chunk, bytes.size() - at)));
        };
    }
    const auto ranks = one.facts[u"ranks"].toArray();
    for (const auto &rank : ranks)
        steps += [&analyser, rank] { analyser.setOutcome(outcomeOf(rank.toObject())); };
    const auto errors = withErrorFiles ? one.folder.entryList({u"error_*.json"_s}, QDir::Files) : QStringList();
    for (const QString &name : errors)
        steps += [&analyser, &one, name] { analyser.setErrorFile(rankOfFile(name), one.file(name)); };
    const auto kernel = one.facts[u"kernel"].toObject();
    for (const QString &rank : kernel.keys())
        steps += [&analyser, kernel, rank] { analyser.setOutOfMemory(rank.toInt(), kernel[rank].toString()); };
    if (backwards)
        std::ranges::reverse(steps);
    for (const auto &step : steps)
        step();
    const QString outcome = one.facts[u"outcome"].toString();
    return analyser.firstCause(outcome == "timedOut"_L1   ? Ending::TimedOut
                               : outcome == "canceled"_L1 ? Ending::Canceled
                                                          : Ending::Failed);
}

QByteArray told(const std::optional<FirstCause> &cause)
{
    if (!cause)
        return "nothing";
    QByteArray text = CauseText::of(*cause, false).toUtf8();
    for (const CauseCandidate &one : cause->candidates) {
        text += "\nrank " + QByteArray::number(one.rank) + ' ' + toWord(one.kind).toUtf8() + ": " + one.type.toUtf8() +
                ": " + one.message.toUtf8() + " [" + one.surface.toUtf8() + "] at " +
                QByteArray::number(one.time.isValid() ? one.time.toMSecsSinceEpoch() : 0);
        for (qsizetype i = 0; i < one.evidence.size(); ++i) {
            const EvidenceLine &line = one.evidence[i];
            text += (i == one.headline ? "\n  > " : "\n    ") + line.path.toUtf8() + ':' +
                    QByteArray::number(line.line + 1) + " @" + QByteArray::number(line.offset) + ' ' +
                    line.text.toUtf8();
        }
    }
    text += "\n" + toWord(cause->certainty).toUtf8() + ", followers";
    for (const int rank : cause->followers)
        text += ' ' + QByteArray::number(rank);
    return text;
}

QStringList wordsIn(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList words;
    for (const auto &word : value.toArray())
        words += word.toString();
    return words;
}

// Returns whether the sentence, or the line that is shown with it, contains one of the words.
bool saysOneOf(const FirstCause &cause, const QStringList &words)
{
    const CauseCandidate &first = cause.first();
    QString said = CauseText::of(cause, false) + u'\n' + first.message + u'\n' + first.surface;
    for (const EvidenceLine &line : first.evidence)
        said += u'\n' + line.text;
    return words.isEmpty() || std::ranges::any_of(words, [&said](const QString &word) { return said.contains(word); });
}

} // namespace

class TestCauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpus_data()
    {
        QTest::addColumn<QString>("name");
        const auto names =
            QDir(qEnvironmentVariable("ROOST_CAUSES") + u"/cases"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(names.size() >= 25);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void corpus()
    {
        QFETCH(const QString, name);
        const Case one = caseNamed(name);
        QVERIFY(!one.facts.isEmpty());
        const auto cause = verdictOf(one, 1 << 20);
        const QByteArray text = told(cause);
        const auto expected = one.facts[u"expected"].toObject();
        QVERIFY2(cause.has_value() == !expected.isEmpty(), text.constData());
        if (!cause)
            return;
        const QStringList kinds = wordsIn(expected[expected.contains("kinds"_L1) ? "kinds"_L1 : "kind"_L1]);
        QVERIFY2(kinds.contains(toWord(cause->first().kind)), text.constData());
        QVERIFY2(saysOneOf(*cause, wordsIn(expected[u"says"])), text.constData());
        if (expected.contains("rank"_L1) && expected[u"rank"].isNull() && !expected.contains("tie"_L1)) {
            // The rank cannot be determined.
        } else if (expected.contains("tie"_L1)) {
            QVERIFY2(cause->isTie(), text.constData());
            QCOMPARE(cause->candidates.size(), expected[u"tie"].toInt());
        } else {
            QVERIFY2(!cause->isTie(), text.constData());
            QVERIFY2(cause->first().rank == expected[u"rank"].toInt(), text.constData());
            QList<int> followers;
            for (const auto &rank : expected[u"followers"].toArray())
                followers += rank.toInt();
            QVERIFY2(!expected.contains("followers"_L1) || cause->followers == followers, text.constData());
        }
        for (const CauseCandidate &candidate : cause->candidates)
            QVERIFY2(!candidate.time.isValid() || candidate.time.toMSecsSinceEpoch() > 0, text.constData());
        if (expected.contains("sentence"_L1))
            QCOMPARE(CauseText::of(*cause, false), expected[u"sentence"].toString());
        if (expected.contains("certainty"_L1))
            QCOMPARE(toWord(cause->certainty), expected[u"certainty"].toString());
        const auto &evidence = cause->first().evidence;
        const QString wanted = expected[u"evidence"].toString();
        QVERIFY2(wanted.isEmpty() ||
                     std::ranges::any_of(evidence,
                                         [&wanted](const EvidenceLine &line) { return line.text.contains(wanted); }),
                 text.constData());
    }

    // Only scripts that wrap their main function in `record` write error files; the log must be sufficient.
    void errorFilesAreNotNeeded_data() { corpus_data(); }
    void errorFilesAreNotNeeded()
    {
        QFETCH(const QString, name);
        const Case one = caseNamed(name);
        const auto with = verdictOf(one, 1 << 20);
        const auto without = verdictOf(one, 1 << 20, false, false);
        QVERIFY2(with.has_value() == without.has_value(), told(with ? with : without).constData());
        if (!with)
            return;
        QVERIFY2(with->first().rank == without->first().rank, told(without).constData());
        QCOMPARE(with->first().kind, without->first().kind);
        QCOMPARE(with->isTie(), without->isTie());
        QCOMPARE(with->first().message, without->first().message);
    }

    void evidenceIsAtTheStatedLines_data() { corpus_data(); }
    void evidenceIsAtTheStatedLines()
    {
        QFETCH(const QString, name);
        const Case one = caseNamed(name);
        const auto cause = verdictOf(one, 997);
        for (const CauseCandidate &candidate : cause ? cause->candidates : QList<CauseCandidate>()) {
            QVERIFY(candidate.headline < candidate.evidence.size());
            for (const EvidenceLine &line : candidate.evidence) {
                const QByteArray bytes = one.file(line.path);
                const auto start = bytes.sliced(line.offset);
                QCOMPARE(bytes.first(line.offset).count('\n'), line.line);
                // Colours are omitted, and a JSON log escapes quotes and line breaks ("\\n").
                const QByteArray raw = start.first(std::max<qsizetype>(start.indexOf('\n'), 0));
                const QByteArray plain = withoutEscapes(raw);
                const QByteArray text = line.text.toUtf8();
                QVERIFY2(plain.contains(text) || plain.contains(QByteArray(text).replace('"', "\\\"")),
                         text.constData());
            }
        }
    }

    // Lines are lost, duplicated and cut in the middle. That must never break the reader, and the evidence must be from
    // the log.
    void damagedLogsAreRead_data() { corpus_data(); }
    void damagedLogsAreRead()
    {
        QFETCH(const QString, name);
        const QByteArray whole = caseNamed(name).file(u"rank_0.log"_s);
        QRandomGenerator random(quint32(whole.size()));
        for (int round = 0; round < 8; ++round) {
            QByteArrayList lines = whole.split('\n');
            for (int blow = 0; blow < 6; ++blow) {
                const qsizetype at = random.bounded(int(lines.size()));
                switch (random.bounded(4)) {
                case 0:
                    lines.insert(at, lines[random.bounded(int(lines.size()))]);
                    break;
                case 1:
                    lines[at].truncate(lines[at].size() / 2);
                    break;
                case 2:
                    lines[at].prepend("  | [rank3]: \x1b[");
                    break;
                default:
                    lines.swapItemsAt(at, random.bounded(int(lines.size())));
                }
            }
            const QByteArray bytes = lines.join('\n');
            const auto read = [&bytes](qsizetype chunk) {
                CauseAnalyser analyser;
                const int log = analyser.addLog(u"log"_s, 0);
                for (qsizetype at = 0; at < bytes.size(); at += chunk)
                    analyser.feed(log, QByteArrayView(bytes).sliced(at, std::min(chunk, bytes.size() - at)));
                RankOutcome failed;
                failed.exitCode = 1;
                analyser.setOutcome(failed);
                return analyser.firstCause(Ending::Failed);
            };
            const auto cause = read(1 << 20);
            QVERIFY(cause == read(13));
            for (const CauseCandidate &candidate : cause ? cause->candidates : QList<CauseCandidate>()) {
                QVERIFY(candidate.headline < candidate.evidence.size());
                for (const EvidenceLine &line : candidate.evidence)
                    QVERIFY(line.offset >= 0 && line.offset < bytes.size());
            }
        }
    }

    void chunksAndOrderChangeNothing_data() { corpus_data(); }
    void chunksAndOrderChangeNothing()
    {
        QFETCH(const QString, name);
        const Case one = caseNamed(name);
        const auto whole = verdictOf(one, 1 << 20);
        for (const qsizetype chunk : {1, 2, 7, 64, 1000, 4096})
            QVERIFY2(verdictOf(one, chunk, chunk % 2 == 0) == whole, told(whole).constData());
    }
};

QTEST_GUILESS_MAIN(TestCauses)
#include "tst_causes.moc"
