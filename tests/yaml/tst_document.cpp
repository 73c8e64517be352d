// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/document.h"
#include "models/yaml/parse.h"
#include "models/yaml/render.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Yaml;

class TestDocument : public QObject
{
    Q_OBJECT

    static Document document(const QString &text)
    {
        auto parsed = Document::parse(text);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().message));
        return *parsed;
    }

private Q_SLOTS:
    void placesAreLinesAndColumns()
    {
        const auto root = parse(u"é: 'žluť'  # x\nb:\n  - \"q\\\"q\"\n  - plain words\n"_s);
        QVERIFY(root);
        const Node *first = root->find(u"é");
        QCOMPARE(first->line, 1);
        QCOMPARE(first->column, 4);
        QCOMPARE(first->length, 6);
        const Node *quoted = root->find(Path{u"b"_s, 0});
        QCOMPARE(quoted->line, 3);
        QCOMPARE(quoted->column, 5);
        QCOMPARE(quoted->length, 6);
        QCOMPARE(quoted->text, u"q\"q"_s);
        QCOMPARE(root->find(Path{u"b"_s, 1})->length, 11);
    }

    void invalidTextsHaveAPosition_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        QTest::addRow("tab") << u"a:\n\tb: 1\n"_s << 2 << u"tab"_s;
        QTest::addRow("tab behind blanks") << u"a:\n  b: 1\n \tc: 2\n"_s << 3 << u"tab"_s;
        QTest::addRow("open bracket") << u"a: [1, 2\nb: 3\n"_s << 2 << u"YAML"_s;
        QTest::addRow("control") << u"a: 1\nb: \x04\n"_s << 2 << u"U+0004"_s;
        QTest::addRow("alias") << u"a: *none\n"_s << 1 << u""_s;
        QTest::addRow("second document") << u"a: 1\n---\nb: 2\n"_s << 3 << u"second document"_s;
        QTest::addRow("list") << u"- a\n"_s << 1 << u"top level"_s;
        QTest::addRow("word") << u"hello"_s << 1 << u"top level"_s;
        QTest::addRow("second colon") << u"a: 1\nb: c: d\n"_s << 2 << u"Put quotes around text that holds ': '"_s;
        QTest::addRow("quote") << u"a: 1\nb: 'it''s\n"_s << 2 << u"not closed"_s;
    }

    void invalidTextsHaveAPosition()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        const auto parsed = Document::parse(text);
        QVERIFY(!parsed);
        QTEST(parsed.error().line, "line");
        QVERIFY2(parsed.error().message.contains(word), qPrintable(parsed.error().message));
    }

    void tabsInTextsAreNotIndentation()
    {
        QVERIFY(parse(u"a: |\n  x\n  \ty\nb: 1\n"_s));
        QVERIFY(parse(u"a: 'x\n\ty'\nb: 1\n"_s));
    }

    void aliasesDoNotExplode()
    {
        QString bomb = u"a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"_s;
        for (int i = 1; i < 12; ++i)
            bomb += u"a%1: &a%1 [%2]\n"_s.arg(i).arg(QStringList(10, u"*a%1"_s.arg(i - 1)).join(u','));
        const auto parsed = parse(bomb);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(u"too large"_s));
        QVERIFY(!parse(QString(5000, u'[')));
        QCOMPARE(parse(u"a: &x 1\nb: *x\n"_s)->find(u"b")->text, u"1"_s);
    }

    void editsTouchOneValue_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("after");
        QTest::addRow("scalar, comment kept") << u"# top\na: 1 # one\n\n# two\nb: 2\n"_s << QStringList{u"a"_s}
                                              << u"7"_s << u"# top\na: 7 # one\n\n# two\nb: 2\n"_s;
        QTest::addRow("nested") << u"r:\n    n: 1 # nodes\n    m: 2\nz: 3\n"_s << QStringList{u"r"_s, u"n"_s} << u"4"_s
                                << u"r:\n    n: 4 # nodes\n    m: 2\nz: 3\n"_s;
        QTest::addRow("new in nested") << u"r:\n    n: 1\n# z\nz: 3\n"_s << QStringList{u"r"_s, u"m"_s} << u"2"_s
                                       << u"r:\n    n: 1\n    m: 2\n# z\nz: 3\n"_s;
        QTest::addRow("new at root") << u"a: 1\n# end\n"_s << QStringList{u"b"_s} << u"2"_s << u"a: 1\nb: 2\n# end\n"_s;
        QTest::addRow("new path") << u"a: 1\n"_s << QStringList{u"r"_s, u"n"_s} << u"2"_s << u"a: 1\nr:\n  n: 2\n"_s;
        QTest::addRow("no break at the end") << u"a: 1"_s << QStringList{u"b"_s} << u"2"_s << u"a: 1\nb: 2\n"_s;
        QTest::addRow("flow") << u"# c\nr: {n: 1, m: 2}\nz: 3 # z\n"_s << QStringList{u"r"_s, u"n"_s} << u"4"_s
                              << u"# c\nr:\n  n: 4\n  m: 2\nz: 3 # z\n"_s;
        QTest::addRow("block text") << u"a: |\n  one\n  # no comment\n# yes\nb: 2\n"_s << QStringList{u"a"_s} << u"x"_s
                                    << u"a: x\n# yes\nb: 2\n"_s;
        QTest::addRow("to block text") << u"a: x # c\nb: 2\n"_s << QStringList{u"a"_s} << u"one\ntwo"_s
                                       << u"a: |-\n  one\n  two\nb: 2\n"_s;
        QTest::addRow("windows breaks") << u"a: 1\r\nb: 2\r\n"_s << QStringList{u"a"_s} << u"3"_s
                                        << u"a: 3\r\nb: 2\r\n"_s;
        QTest::addRow("empty text") << u""_s << QStringList{u"a"_s} << u"1"_s << u"a: 1\n"_s;
        QTest::addRow("comments only") << u"# c\n"_s << QStringList{u"a"_s} << u"1"_s << u"# c\na: 1\n"_s;
        QTest::addRow("null value") << u"a:\nb: 2\n"_s << QStringList{u"a"_s} << u"1"_s << u"a: 1\nb: 2\n"_s;
        QTest::addRow("needs quotes") << u"a: 1\n"_s << QStringList{u"a"_s} << u"x: #y"_s << u"a: \"x: #y\"\n"_s;
    }

    void editsTouchOneValue()
    {
        QFETCH(const QString, before);
        QFETCH(const QStringList, path);
        QFETCH(const QString, value);
        Document edited = document(before);
        Path steps;
        for (const QString &step : path)
            steps += step;
        edited.set(steps, Node::scalar(value));
        QTEST(edited.text(), "after");
        QCOMPARE(edited.root().find(steps)->text, value);
    }

    void equalValuesChangeNothing()
    {
        const QString text = u"a:   '1'   # odd   blanks\nr: {n: 1}\n"_s;
        Document same = document(text);
        same.set({u"a"_s}, Node::scalar(u"1"_s));
        same.set({u"r"_s, u"n"_s}, Node::scalar(u"1"_s));
        QCOMPARE(same.text(), text);
    }

    void listsAreEditedToo()
    {
        Document list = document(u"d:\n- a # first\n- b\n# last\n- p:\n  - x\n"_s);
        list.set({u"d"_s, 1}, Node::scalar(u"c"_s));
        list.insert({u"d"_s, 2}, Node::scalar(u"e"_s));
        list.set({u"d"_s, 3, u"p"_s, 1}, Node::scalar(u"y"_s));
        QCOMPARE(list.text(), u"d:\n- a # first\n- c\n# last\n- e\n- p:\n  - x\n  - y\n"_s);
        list.remove({u"d"_s, 0});
        list.remove({u"d"_s, 2, u"p"_s});
        QCOMPARE(list.root().find(Path{u"d"_s})->items.size(), 3);
        QVERIFY(list.root().find(Path{u"d"_s, 2})->isMapping());
    }

    void keysAreRemovedWithTheirLines()
    {
        Document keys = document(u"a: 1\nb: # why\n  c: 2\n  # inner\n# of d\nd: 3\n"_s);
        keys.remove({u"b"_s});
        QCOMPARE(keys.text(), u"a: 1\n# of d\nd: 3\n"_s);
        keys.remove({u"nowhere"_s, u"at"_s});
        keys.remove({u"a"_s});
        keys.remove({u"d"_s});
        QVERIFY(keys.root().entries.isEmpty());
        QVERIFY(Document::parse(keys.text()));
    }

    void newKeysFollowTheirKind()
    {
        Document keys = document(u"command: x\ncompute: y\ntags: {}\n"_s);
        keys.set({u"code"_s}, Node::scalar(u"."_s), {u"command"_s, u"name"_s});
        QCOMPARE(keys.text(), u"command: x\ncode: .\ncompute: y\ntags: {}\n"_s);
    }

    void renderedTreesReadBack_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{
            u""_s,           u" lead"_s,     u"trail "_s,     u"null"_s,   u"~"_s,           u"yes"_s,
            u"3.10"_s,       u"- a"_s,       u"a: b"_s,       u"a #b"_s,   u"#"_s,           u"one\ntwo"_s,
            u"one\ntwo\n"_s, u"one\n\n"_s,   u"\none"_s,      u"  a\nb"_s, u"tab\there"_s,   u"tab\n\tx"_s,
            u"\"q\""_s,      u"it's"_s,      u"[x]"_s,        u"{x}"_s,    u"*x"_s,          u"&x"_s,
            u"!x"_s,         u"%x"_s,        u"@x"_s,         u"`x`"_s,    u"back\\slash"_s, u"a:"_s,
            u":a"_s,         u"?"_s,         u"-"_s,          u"--flag"_s, u"---"_s,         u"..."_s,
            u"<<"_s,         u"žluťoučký"_s, u"\U0001F426"_s, u"\u2028"_s, u"a\rb"_s,        u"$HOME ${{inputs.x}}"_s};
        for (const QString &text : texts)
            QTest::addRow("%s", text.toUtf8().toPercentEncoding(" :#").constData()) << text;
    }

    void renderedTreesReadBack()
    {
        QFETCH(const QString, text);
        const Node leaf = Node::string(text);
        const Node tree = Node::mapping(
            {{Node::string(u"k"_s), leaf},
             {Node::string(u"l"_s), Node::sequence({leaf, Node::mapping({{Node::string(u"x"_s), leaf}}),
                                                    Node::sequence({leaf, leaf}), Node::sequence(), Node()})}});
        const QString written = render(tree);
        const auto back = parse(written);
        QVERIFY2(back, qPrintable(written));
        QVERIFY2(sameContent(*back, tree), qPrintable(written));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
