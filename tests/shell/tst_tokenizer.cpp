// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/quoting.h"
#include "models/shell/tokenizer.h"

#include <QProcess>
#include <QTest>

using namespace Roost::Shell;
using namespace Qt::StringLiterals;

// Returns the words as bash splits them: printf writes each word in angle brackets.
static QString wordsOfBash(const QString &line)
{
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WORD"_s, u"$WORD"_s); // expands to its own name
    shell.setProcessEnvironment(environment);
    shell.start(u"bash"_s, {u"-c"_s, u"printf '<%s>' "_s + line});
    return shell.waitForFinished() ? QString::fromUtf8(shell.readAllStandardOutput()) : QString();
}

class TestTokenizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreThoseOfBash_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line : {u"a b"_s, u"  a\tb  "_s, u"'a b' c"_s, u"\"a 'b'\" c"_s, u"a\\ b"_s, u"a'b'\"c\""_s,
                                    u"'' \"\""_s, u"\"a\\\"b\" \"a\\x\""_s, u"a \\\n b"_s, u"a\\\nb"_s, u"\"a\\\nb\""_s,
                                    u"\"a\nb\""_s, u"\"$WORD\" \"${WORD}\""_s, u"'$(id)' a$ \\$WORD"_s})
            QTest::addRow("%s", qPrintable(line)) << line;
    }

    void wordsAreThoseOfBash()
    {
        QFETCH(const QString, line);
        const auto words = tokenize(line);
        QVERIFY(words);
        QString written;
        for (const Word &word : *words)
            written += u'<' + QString(word.text).replace(u"${WORD}"_s, u"$WORD"_s) + u'>';
        QCOMPARE(written, wordsOfBash(line));
    }

    void wordsKnowTheirPlace()
    {
        const QString line = u" python 't .py'  a\\ b "_s;
        const auto words = tokenize(line);
        QVERIFY(words);
        QCOMPARE(words->size(), 3);
        QCOMPARE(line.sliced(words->at(1).begin, words->at(1).end - words->at(1).begin), u"'t .py'"_s);
        QCOMPARE(line.sliced(words->at(2).begin, words->at(2).end - words->at(2).begin), u"a\\ b"_s);
    }

    void moreThanWordsIsAnError_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sign");
        QTest::addColumn<int>("at");
        using Kind = TokenError::Kind;
        QTest::newRow("pipe") << u"a | b"_s << int(Kind::Operator) << u"|"_s << 2;
        QTest::newRow("backquote") << u"`id`"_s << int(Kind::Operator) << u"`"_s << 0;
        QTest::newRow("substitution") << u"a $(id)"_s << int(Kind::Expansion) << u"$("_s << 2;
        QTest::newRow("quoted substitution") << u"\"$(id)\""_s << int(Kind::Expansion) << u"$("_s << 1;
        QTest::newRow("quoted backquote") << u"\"`id`\""_s << int(Kind::Expansion) << u"`"_s << 1;
        QTest::newRow("default value") << u"${A:-b}"_s << int(Kind::Expansion) << u"${"_s << 0;
        QTest::newRow("ANSI quotes") << u"$'a'"_s << int(Kind::Expansion) << u"$'"_s << 0;
        QTest::newRow("two lines") << u"a\nb"_s << int(Kind::LineBreak) << u"\n"_s << 1;
        QTest::newRow("open quote") << u"a 'b c"_s << int(Kind::OpenQuote) << u"'"_s << 2;
    }

    void moreThanWordsIsAnError()
    {
        QFETCH(const QString, line);
        const auto words = tokenize(line);
        QVERIFY(!words);
        QTEST(int(words.error().kind), "kind");
        QTEST(words.error().sign, "sign");
        QTEST(int(words.error().at), "at");
    }

    void valuesWithALineBreakStayOneWord()
    {
        for (const QString &value : {u"x\n"_s, u"x\r\n"_s, u"x\r"_s, u"\n"_s, u"\nx"_s, u"x\n\n"_s, u"x\ny\n"_s}) {
            const auto words = tokenize(u"echo "_s + quoteLiteral(value) + u" touch"_s);
            QVERIFY(words);
            QCOMPARE(words->size(), 3);
            QCOMPARE(words->at(1).text, value);
            QCOMPARE(tokenize(quoteArgument(value))->size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
