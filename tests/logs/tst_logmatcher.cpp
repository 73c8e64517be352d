// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/logline.h"
#include "models/logs/match/logmatcher.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestLogMatcher : public QObject
{
    Q_OBJECT

private:
    std::atomic_bool m_canceled = false;

    QList<qint64> find(const LogPattern &pattern, const QByteArray &bytes)
    {
        std::vector<LineNumber> found;
        LogMatcher(pattern).find(bytes, LineNumber{10}, found, m_canceled);
        QList<qint64> result;
        for (const auto line : found)
            result += line.value - 10;
        return result;
    }

    // Returns the expected matches, line by line, in the text that is shown.
    static QList<qint64> expected(const LogPattern &pattern, const QByteArray &bytes)
    {
        QList<qint64> result;
        auto lines = bytes.split('\n');
        if (lines.last().isEmpty())
            lines.removeLast();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (pattern.isIn(decodeLogLine(lines[i]).text))
                result += i;
        }
        return result;
    }

    // Returns many plain lines, with every unusual line among them.
    static QByteArray log()
    {
        const QByteArrayList strange{
            "",
            "loss",
            " loss ",
            "\x1b[31mlo\x1b[0mss 0.5",
            "loss\r 10%\r 20%\rdone",
            "10%\rloss 20%\r",
            "loss\r",
            "los\bss",
            "loss\t0.5",
            "ztráta žluťoučká",
            "ZTRÁTA ŽLUŤOUČKÁ",
            "12345",
            "ž2345",
            "\xff\xfeloss",
            QByteArray("lo\0ss", 5),
            "aXbaXb loss=loss",
            "loss \x1b]0;title\x07end",
            "KeyError",
            "   ",
            "loss a",
            QByteArray(15000, 'x') + "loss",
            QByteArray(200000, 'x') + "\rloss",
        };
        QByteArray bytes;
        QRandomGenerator random(3);
        for (int i = 0; i < 1200; ++i) {
            bytes += "2026-11-25 INFO step " + QByteArray::number(i) +
                     " loss=" + QByteArray::number(random.generateDouble()) + " lr 0.001\n";
            if (i % 20 == 0)
                bytes += strange[(i / 20) % strange.size()] + '\n';
        }
        return bytes + "loss at the end";
    }

private Q_SLOTS:
    void findsTheShownText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isExpression");
        const auto literal = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << false; };
        const auto expression = [](const char *text) {
            QTest::addRow("/%s/", text) << QString::fromUtf8(text) << true;
        };
        literal("loss");
        literal("LOSS");
        literal("loss 0.5");
        literal("žluť");
        literal("ŽLUŤ");
        literal("[31m");
        literal("a+b");
        literal("nowhere to be found");
        literal("20%");
        expression("loss=0\\.[0-4]");
        expression("^loss");
        expression("loss$");
        expression("^$");
        expression("^\\s+$");
        expression("^.{5}$");
        expression("^[^0-9]*$");
        expression("loss\\s");
        expression("loss\\s+2026");
        expression("(aXb)\\1");
        expression("loss(?==loss)");
        expression("(?<!=)loss");
        expression("\\Aloss");
        expression("\\d\\z");
        expression("x*");
        expression("(?-m)^loss");
        expression("(?s)loss.*2026");
        expression("ž|Ž");
        expression("[žš]?loss");
        expression("ž.uť");
        expression("\\w{9}");
        expression("step 1\\d\\d\\b.*9 lr");
        expression("loss.*");
        expression("\\Qa+b\\E|KeyError");
        expression("\\p{Lu}{3}");
        expression("\\Kloss");
        expression("(*UTF)loss");
    }
    void findsTheShownText()
    {
        QFETCH(QString, text);
        QFETCH(bool, isExpression);
        const QByteArray bytes = log();
        const QByteArray plain = "\nloss 0.5\n\n   \n\tloss\n12345\n\nx\n2026 loss";
        for (const bool cased : {true, false}) {
            for (const bool inverted : {false, true}) {
                const LogPattern pattern(text, isExpression, cased, inverted);
                QCOMPARE(pattern.whyNot(), QString());
                QCOMPARE(find(pattern, bytes), expected(pattern, bytes));
                QCOMPARE(find(pattern, bytes + '\n'), expected(pattern, bytes));
                QCOMPARE(find(pattern, plain), expected(pattern, plain));
                QCOMPARE(find(pattern, plain + "\n\n"), expected(pattern, plain + "\n\n"));
            }
        }
    }

    void errorsAreThoseOfTheLevel()
    {
        const QByteArray bytes = log() +
                                 "\nValueError: x\nfine\n\x1b[31mERROR\x1b[0m red\nAssertionError\nan Error\n"
                                 "KeyError\r\nERROR\rdone\nTraceback (most recent call last):\n" +
                                 QByteArray(100000, 'x') + "ERROR\nSegmentation fault";
        std::vector<LineNumber> found;
        LogMatcher::forErrors()->find(bytes, LineNumber{0}, found, m_canceled);
        std::vector<LineNumber> levels;
        qint64 number = 0;
        for (const auto &line : bytes.split('\n')) {
            if (decodeLogLine(line).level == LogLevel::Error)
                levels.push_back({number});
            ++number;
        }
        QVERIFY(levels.size() > 6);
        QVERIFY(found == levels);
    }

    void textTooLongToShowIsFound()
    {
        const QByteArray bytes = "one\n" + QByteArray(300000, 'x') + "needle\n" + QByteArray(300000, 'x') + "\n" +
                                 QByteArray(17 * 1024 * 1024, 'y') + "beyond\nneedle\n";
        QCOMPARE(find({u"needle"_s, false, true}, bytes), (QList<qint64>{1, 4}));
        QCOMPARE(find({u"xneed[l]e"_s, true, true}, bytes), (QList<qint64>{1}));
        QCOMPARE(find({u"yy"_s, false, true}, bytes), (QList<qint64>{3}));
        QCOMPARE(find({u"beyond"_s, false, true}, bytes), (QList<qint64>{}));
    }

    void patternErrorsHaveAPosition()
    {
        QCOMPARE(LogPattern(u"a(b"_s, true, true).whyNot(), u"missing closing parenthesis (at character 4)"_s);
        QCOMPARE(LogPattern(u"a(b"_s, false, true).whyNot(), QString());
        QVERIFY(LogPattern(u"ž["_s, true, true).whyNot().endsWith(u"(at character 3)"_s));
    }

    void endlessBacktrackingIsStopped()
    {
        const QByteArray bytes = QByteArray(5000, 'a') + "b\nx aaa c\n";
        QCOMPARE(find({u"(?=a)(a+)+\\1$"_s, true, true}, bytes), QList<qint64>());
        QCOMPARE(find({u"(?=a)(a+)+ c$"_s, true, true}, bytes), QList<qint64>{1});
    }

    void aCanceledMatchEndsEarly()
    {
        std::vector<LineNumber> found;
        const std::atomic_bool canceled = true;
        LogMatcher({u"loss"_s, false, true}).find(log(), LineNumber{0}, found, canceled);
        QVERIFY(found.empty());
    }
};

QTEST_GUILESS_MAIN(TestLogMatcher)
#include "tst_logmatcher.moc"
