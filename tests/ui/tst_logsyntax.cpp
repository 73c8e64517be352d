// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsyntax.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

/// Returns "Failed:KeyError" for each coloured piece of a line.
QStringList pieces(LogSyntax &syntax, const QString &line, int source = 0)
{
    const QHash<QRgb, QString> names{{Theme::color(Theme::Role::Failed).rgb(), u"failed"_s},
                                     {Theme::color(Theme::Role::Warning).rgb(), u"warning"_s},
                                     {Theme::color(Theme::Role::TextSecondary).rgb(), u"quiet"_s},
                                     {Theme::color(Theme::Role::Accent).rgb(), u"accent"_s},
                                     {Theme::color(Theme::Role::Preparing).rgb(), u"keyword"_s},
                                     {Theme::color(Theme::Role::Done).rgb(), u"string"_s}};
    QStringList found;
    for (const auto &range : syntax.formats(source, line)) {
        const QString name = names.value(range.format.foreground().color().rgb(), u"?"_s);
        const QString text = line.sliced(range.start, range.length);
        // LogSyntax returns a string literal in several pieces.
        if (!found.isEmpty() && found.last().startsWith(name + u':') &&
            line.contains(found.last().sliced(name.size() + 1) + text))
            found.last() += text;
        else
            found += name + u':' + text;
    }
    return found;
}

} // namespace

/// The colours of lines that contain no colour codes of their own.
class TestLogSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void plainLinesStayPlain()
    {
        LogSyntax syntax;
        QCOMPARE(pieces(syntax, u"epoch 3 step 20 loss 0.25 \"quoted\" if for 'x'"_s), QStringList());
        QCOMPARE(pieces(syntax, {}), QStringList());
        QCOMPARE(pieces(syntax, u"    indented text with for and in and 'x'"_s), QStringList());
    }

    void levelsAndTimes()
    {
        LogSyntax syntax;
        QCOMPARE(pieces(syntax, u"2026-11-25 14:23:36,009 INFO starting"_s),
                 (QStringList{u"quiet:2026-11-25 14:23:36,009"_s, u"quiet:INFO"_s}));
        QCOMPARE(pieces(syntax, u"[2026-11-25 14:23:36] WARNING slow"_s),
                 (QStringList{u"quiet:[2026-11-25 14:23:36]"_s, u"warning:WARNING"_s}));
        QCOMPARE(pieces(syntax, u"train: ERROR no data"_s), QStringList{u"failed:ERROR"_s});
        QCOMPARE(pieces(syntax, u"x.py:3: UserWarning: old"_s), QStringList{u"warning:UserWarning"_s});
    }

    void aTraceback_data()
    {
        QTest::addColumn<QString>("rank");
        QTest::newRow("alone") << QString();
        QTest::newRow("of a rank") << u"[rank3]: "_s;
    }

    void aTraceback()
    {
        QFETCH(QString, rank);
        LogSyntax syntax;
        QCOMPARE(pieces(syntax, rank + u"Traceback (most recent call last):"_s),
                 QStringList{u"failed:Traceback (most recent call last):"_s});
        // Only a file that can be opened looks like a link, and only the view can determine that.
        QCOMPARE(pieces(syntax, rank + u"  File \"/a/train.py\", line 12, in main"_s), QStringList());
        const QStringList code = pieces(syntax, rank + u"    return table['key']"_s);
        QVERIFY2(code.contains(u"keyword:return"_s), qPrintable(code.join(u' ')));
        QVERIFY2(code.contains(u"string:'key'"_s), qPrintable(code.join(u' ')));
        QCOMPARE(pieces(syntax, rank + u"           ~~~~~^^^^^^^"_s).size(), 1);
        // After the code of the traceback, no line is code.
        QCOMPARE(pieces(syntax, rank + u"    return table['key']"_s), QStringList());
        QCOMPARE(pieces(syntax, rank + u"KeyError: 'key'"_s), QStringList{u"failed:KeyError"_s});
        QCOMPARE(pieces(syntax, rank + u"torch.distributed.DistNetworkError"_s),
                 QStringList{u"failed:torch.distributed.DistNetworkError"_s});
    }

    void codeThatStaysOpenEndsWithTheTraceback()
    {
        LogSyntax syntax;
        pieces(syntax, u"  File \"a.py\", line 1, in f"_s);
        pieces(syntax, u"    text = \"\"\"never closed"_s);
        QCOMPARE(pieces(syntax, u"  File \"b.py\", line 2, in g"_s), QStringList());
        pieces(syntax, u"    g(\"\"\""_s);
        QCOMPARE(pieces(syntax, u"loss 0.5"_s), QStringList());
    }

    void eachLogHasItsOwnState()
    {
        LogSyntax syntax;
        pieces(syntax, u"  File \"a.py\", line 1, in f"_s, 1);
        QCOMPARE(pieces(syntax, u"    return 1"_s, 2), QStringList());
        QVERIFY(pieces(syntax, u"    return 1"_s, 1).contains(u"keyword:return"_s));
        pieces(syntax, u"  File \"a.py\", line 1, in f"_s, 1);
        syntax.restart();
        QCOMPARE(pieces(syntax, u"    return 1"_s, 1), QStringList());
    }
};

QTEST_MAIN(TestLogSyntax)
#include "tst_logsyntax.moc"
