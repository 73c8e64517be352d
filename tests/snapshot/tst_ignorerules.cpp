// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/ignorepattern.h"
#include "models/snapshot/ignorerules.h"
#include "models/snapshot/leaveout.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost::Snapshot;

class TestIgnoreRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsMatchAsGitDoes_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("excluded");
        QTest::addColumn<QStringList>("sent");
        QTest::addRow("name") << u"foo"_s << QStringList{u"foo"_s, u"a/foo"_s, u"foo/b"_s, u"a/foo/b/c"_s}
                              << QStringList{u"foob"_s, u"afoo"_s, u"a/foob"_s};
        QTest::addRow("folder") << u"foo/"_s << QStringList{u"foo/b"_s, u"a/foo/b"_s}
                                << QStringList{u"foo"_s, u"a/foo"_s};
        QTest::addRow("rooted") << u"/foo"_s << QStringList{u"foo"_s, u"foo/b"_s} << QStringList{u"a/foo"_s};
        QTest::addRow("inner slash") << u"a/foo"_s << QStringList{u"a/foo"_s, u"a/foo/b"_s}
                                     << QStringList{u"b/a/foo"_s};
        QTest::addRow("star") << u"*.py[co]"_s << QStringList{u"a.pyc"_s, u"b/c.pyo"_s}
                              << QStringList{u"a.py"_s, u"a.pyx"_s};
        QTest::addRow("star in folder") << u"a/*"_s << QStringList{u"a/b"_s, u"a/b/c"_s}
                                        << QStringList{u"a"_s, u"b/a/c"_s};
        QTest::addRow("two stars first") << u"**/foo"_s << QStringList{u"foo"_s, u"a/b/foo"_s}
                                         << QStringList{u"afoo"_s};
        QTest::addRow("two stars last") << u"a/**"_s << QStringList{u"a/b"_s, u"a/b/c"_s}
                                        << QStringList{u"a"_s, u"b/a/c"_s};
        QTest::addRow("two stars inside")
            << u"a/**/b"_s << QStringList{u"a/b"_s, u"a/x/b"_s, u"a/x/y/b"_s} << QStringList{u"ab"_s, u"a/xb"_s};
        QTest::addRow("all") << u"*"_s << QStringList{u"a"_s, u"a/b"_s} << QStringList{};
        QTest::addRow("all in folders") << u"**/"_s << QStringList{u"a/b"_s} << QStringList{u"a"_s};
        QTest::addRow("two stars between slashes") << u"/**/"_s << QStringList{} << QStringList{u"a"_s, u"a/b"_s};
        QTest::addRow("beyond the basic plane")
            << u"\U0001F600?"_s << QStringList{u"\U0001F600\U0001F600"_s} << QStringList{u"\U0001F600"_s};
        QTest::addRow("question") << u"a?c"_s << QStringList{u"abc"_s} << QStringList{u"ac"_s, u"a/c"_s};
        QTest::addRow("not in class") << u"a[!b]c"_s << QStringList{u"axc"_s} << QStringList{u"abc"_s, u"a/c"_s};
        QTest::addRow("open class") << u"a[b"_s << QStringList{u"a[b"_s} << QStringList{u"ab"_s};
        QTest::addRow("open classes") << u"a[b[c"_s << QStringList{u"a[b[c"_s} << QStringList{u"abc"_s};
        QTest::addRow("open bracket in a class")
            << u"a[b[c]d"_s << QStringList{u"a[d"_s, u"abd"_s} << QStringList{u"ad"_s};
        QTest::addRow("many open") << QString(u"[a"_s).repeated(5000) << QStringList{QString(u"[a"_s).repeated(5000)}
                                   << QStringList{u"a"_s};
        QTest::addRow("escaped") << u"\\#a\\*"_s << QStringList{u"#a*"_s} << QStringList{u"#ab"_s, u"a"_s};
        QTest::addRow("blanks behind") << u"foo   "_s << QStringList{u"foo"_s} << QStringList{u"foo "_s};
        QTest::addRow("windows break") << u"foo\r"_s << QStringList{u"foo"_s} << QStringList{};
        QTest::addRow("comment") << u"# foo"_s << QStringList{} << QStringList{u"# foo"_s, u"foo"_s};
        QTest::addRow("slash") << u"/"_s << QStringList{} << QStringList{u"a"_s, u"a/b"_s};
        QTest::addRow("dots are dots") << u".venv"_s << QStringList{u".venv/x"_s} << QStringList{u"avenv"_s};
    }

    void aFileIsExcludedByItsOwnLine()
    {
        for (const QString &path : {u"train.py"_s, u"data/my [key].pem"_s, u"a*b?.txt"_s, u"#notes"_s, u"!keep"_s,
                                    u"back\\slash"_s, u"blank "_s, u"č/ž.csv"_s}) {
            const QString line = leaveOutLine(path);
            const IgnoreRules rules(u".amlignore"_s, u"*.log\n"_s + line + u'\n');
            QVERIFY2(rules.verdict(path).excluded, qPrintable(path + u": "_s + line));
            QVERIFY2(!rules.verdict(u"other/"_s + path).excluded, qPrintable(line));
            QVERIFY2(!rules.verdict(u"data/my k.pem"_s).excluded && !rules.verdict(u"aXbY.txt"_s).excluded,
                     qPrintable(line));
        }
    }

    void theLineIsAddedToTheFileInEffect()
    {
        QTemporaryDir folder;
        Listing listing;
        listing.folder = folder.path();
        QVERIFY(leaveOut(listing, u"id_rsa"_s));
        QFile rules(folder.filePath(u".amlignore"_s));
        QVERIFY(rules.open(QIODevice::ReadWrite));
        QCOMPARE(rules.readAll(), "/id_rsa\n");
        // A last line without a line end is completed first.
        rules.write("*.log");
        rules.close();
        QVERIFY(leaveOut(listing, u"b"_s));
        QVERIFY(rules.open(QIODevice::ReadOnly));
        QCOMPARE(rules.readAll(), "/id_rsa\n*.log\n/b\n");
        // An .amlignore would disable the rules of .gitignore.
        listing.ignoreFile = u".gitignore"_s;
        QCOMPARE(leaveOutFile(listing), u".gitignore"_s);
        QVERIFY(!leaveOut(listing, u"two\nlines"_s));
    }

    void patternsMatchAsGitDoes()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QStringList, excluded);
        QFETCH(const QStringList, sent);
        const IgnoreRules rules(u".amlignore"_s, pattern);
        for (const QString &path : excluded)
            QVERIFY2(rules.verdict(path).excluded, qPrintable(path));
        for (const QString &path : sent)
            QVERIFY2(!rules.verdict(path).excluded, qPrintable(path));
    }

    // Searching for the end of every open class again would take quadratic time.
    void aLineOfOpenBracketsIsReadOnce()
    {
        const IgnoreRules rules(u".amlignore"_s, u"[a"_s.repeated(500000) + u"\n[b-d]x\n[e"_s);
        QVERIFY(rules.verdict(u"cx"_s).excluded);
        QVERIFY(rules.verdict(u"[e"_s).excluded);
        QVERIFY(!rules.verdict(u"ax"_s).excluded);
    }

    // A pattern of many stars against a name that nearly matches: the steps grow with the product of the lengths, not
    // exponentially. The regular expressions of an earlier version needed 2^n steps.
    void manyStarsNeedFewSteps_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addRow("stars in a name") << u"*a"_s.repeated(40) + u"b"_s << u"a"_s.repeated(200);
        QTest::addRow("folders") << u"**/a/"_s.repeated(40) + u"b"_s << u"a/"_s.repeated(200) + u"c"_s;
        QTest::addRow("both") << u"**/*a*/"_s.repeated(40) + u"b"_s << u"aaaa/"_s.repeated(100) + u"c"_s;
    }
    void manyStarsNeedFewSteps()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, path);
        const auto made = IgnorePattern::parse(pattern);
        QVERIFY(made);
        qint64 steps = 0;
        QVERIFY(!made->matches(PathSegments(path), &steps));
        QVERIFY(steps > 0);
        QVERIFY2(steps <= pattern.size() * path.size(), qPrintable(QString::number(steps)));
    }

    void theLastMatchDecides()
    {
        const IgnoreRules rules(u".gitignore"_s,
                                u"# head\n*.log\n!keep.log\ndata/\n!data/labels.csv\nkeep.log.old\n"_s);
        QCOMPARE(rules.verdict(u"a.log"_s).rule, (RulePlace{u".gitignore"_s, 2, u"*.log"_s}));
        QVERIFY(!rules.verdict(u"x/keep.log"_s).excluded);
        QCOMPARE(rules.verdict(u"x/keep.log"_s).rule.toText(), u".gitignore:3"_s);
        // Unlike in git, a file below an excluded folder can be included again.
        QVERIFY(rules.verdict(u"data/a.png"_s).excluded);
        QVERIFY(!rules.verdict(u"data/labels.csv"_s).excluded);
        QVERIFY(rules.verdict(u"readme.md"_s).rule.file.isEmpty());
    }

    void onlyFoldersThatNoRuleIncludesArePruned()
    {
        QVERIFY(!IgnoreRules(u"f"_s, u"data/\n!data/x\n"_s).prunes(u"data"_s));
        QVERIFY(IgnoreRules(u"f"_s, u"!data/x\ndata/\n"_s).prunes(u"data"_s));
        QVERIFY(IgnoreRules(u"f"_s, u"a/**\n"_s).prunes(u"a"_s));
        QVERIFY(!IgnoreRules(u"f"_s, u"*.pyc\n"_s).prunes(u"a"_s));
    }

    void pruningNeverLosesAFile()
    {
        QRandomGenerator random(7);
        const QStringList words{u"a"_s, u"b"_s, u"*"_s, u"**"_s, u"a*"_s, u"ab"_s};
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (int line = 0; line < 3; ++line) {
                QStringList parts;
                for (quint32 i = 0; i <= random.bounded(3u); ++i)
                    parts += words[random.bounded(int(words.size()))];
                text += (random.bounded(3) == 0 ? u"!"_s : u""_s) + parts.join(u'/') +
                        (random.bounded(3) == 0 ? u"/\n"_s : u"\n"_s);
            }
            const IgnoreRules rules(u"f"_s, text);
            for (const QString &folder : {u"a"_s, u"b"_s, u"a/b"_s, u"ab"_s}) {
                if (!rules.prunes(folder))
                    continue;
                for (const QString &below : {u"/a"_s, u"/b/a"_s, u"/x.y"_s, u"/ab/b/x"_s})
                    QVERIFY2(rules.verdict(folder + below).excluded, qPrintable(text + folder + below));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIgnoreRules)
#include "tst_ignorerules.moc"
