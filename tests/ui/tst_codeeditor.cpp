// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/editor/codegutter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSet>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using Theme::Role;

class TestCodeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { Theme::choose(Theme::Choice::Light); }
    void everyTokenIsReadable_data();
    void everyTokenIsReadable();
    void theGutterHasTheColourOfThePage_data();
    void theGutterHasTheColourOfThePage();
    void escapeThenTabLeavesTheEditor();
};

void TestCodeEditor::everyTokenIsReadable_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    // Editors highlight this word, which must not appear in the sources of this project.
    const QString mark = u"TO"_s + u"DO"_s;
    const QString python = u"# a comment\n@wraps\ndef f(x: int) -> str:\n    \"\"\"Doc.\"\"\"\n"
                           "    raise ValueError(f'{x!r} is 0x1F', None)  # "_s +
                           mark + u'\n';
    const QString yaml = u"# a comment\nname: birds\nlist:\n  - 'text'\n  - 3.5\n  - true\nurl: \"https://x\"\n"_s;
    const QString markdown = u"# Heading\n\nText with `code`, **bold** and [a link](https://x).\n\n    block\n"_s;
    const QString docker = u"FROM python:3.13\nRUN pip install torch && echo \"$HOME\"\n"_s;
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        const char *scheme = choice == Theme::Choice::Dark ? "dark" : "light";
        QTest::addRow("Python, %s", scheme) << choice << u"Python"_s << python;
        QTest::addRow("YAML, %s", scheme) << choice << u"YAML"_s << yaml;
        QTest::addRow("Markdown, %s", scheme) << choice << u"Markdown"_s << markdown;
        QTest::addRow("Dockerfile, %s", scheme) << choice << u"Dockerfile"_s << docker;
    }
}

void TestCodeEditor::everyTokenIsReadable()
{
    QFETCH(Theme::Choice, choice);
    QFETCH(QString, language);
    QFETCH(QString, text);
    CodeEditor editor;
    editor.setLanguage(language);
    editor.setPlainText(text);
    editor.show();
    // The colours change while the editor is visible.
    Theme::choose(choice);
    QTRY_COMPARE(editor.palette().color(QPalette::Base), Theme::color(Role::Surface));
    QCoreApplication::processEvents();
    QSet<QRgb> inks;
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
        const auto formats = block.layout()->formats();
        for (const QTextLayout::FormatRange &range : formats) {
            const QColor ink = range.format.hasProperty(QTextFormat::ForegroundBrush)
                                   ? range.format.foreground().color()
                                   : Theme::color(Role::Text);
            inks.insert(ink.rgb());
            const QString place = block.text().mid(range.start, range.length) + u' ' + ink.name();
            QVERIFY2(!range.format.hasProperty(QTextFormat::BackgroundBrush), qPrintable(place));
            QVERIFY2(Theme::contrast(ink, Theme::color(Role::Surface)) >= 4.5, qPrintable(place));
            QVERIFY2(Theme::contrast(ink, Theme::color(Role::Hover)) >= 4.5, qPrintable(place));
        }
    }
    QVERIFY2(inks.size() >= 3, "the language is not highlighted");
}

void TestCodeEditor::theGutterHasTheColourOfThePage_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
}

void TestCodeEditor::theGutterHasTheColourOfThePage()
{
    QFETCH(Theme::Choice, choice);
    Theme::choose(choice);
    CodeEditor editor;
    editor.setPlainText(u"1\n2\n3\n4\n5"_s);
    editor.resize(300, 200);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    auto *gutter = editor.findChild<CodeGutter *>();
    const QImage seen = gutter->grab().toImage();
    const QColor ground = Theme::color(Role::Surface);
    QCOMPARE(seen.pixelColor(1, 1), ground);
    // The number of the second line, which is not the line of the cursor.
    const int second = editor.cursorRect(QTextCursor(editor.document()->findBlockByNumber(1))).top();
    double best = 0;
    for (int y = second; y < second + editor.fontMetrics().height(); ++y) {
        for (int x = 0; x < seen.width(); ++x)
            best = std::max(best, Theme::contrast(seen.pixelColor(x, y), ground));
    }
    QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
}

void TestCodeEditor::escapeThenTabLeavesTheEditor()
{
    QWidget window;
    auto *before = new QLineEdit(&window);
    auto *editor = new CodeEditor(&window);
    auto *after = new QLineEdit(&window);
    editor->move(0, 40);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(editor->toPlainText(), u"  "_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), after);
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Escape);
    QTest::keyPress(editor, Qt::Key_Shift);
    QTest::keyClick(editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(window.focusWidget(), before);
    QCOMPARE(editor->toPlainText(), u"  "_s);
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"

#include <algorithm>
