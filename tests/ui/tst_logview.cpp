// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/runscontent.h"
#include "ui/logs/findbar.h"
#include "ui/logs/loglayout.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"

#include <QAccessible>
#include <QClipboard>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

#include <map>
#include <utility>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Logs;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

/// A text whose lines are available only when the test provides them, like a log that grows faster than it is read.
class HeldText : public LogText
{
public:
    void grow(qint64 count)
    {
        m_count += count;
        Q_EMIT grown();
    }
    void handOver(qint64 from, qint64 to, const QString &text = u"text of %1"_s)
    {
        for (qint64 line = from; line < to; ++line)
            m_lines[line].text = text.contains(u"%1"_s) ? text.arg(line) : text;
        Q_EMIT linesReady({from}, {to - 1});
    }
    qint64 lastAsked() const { return m_lastAsked; }

    State state() const override { return State::Ready; }
    bool isPartial() const override { return false; }
    qint64 lineCount() const override { return m_count; }
    qint64 byteCount() const override { return m_count; }
    const std::vector<LineNumber> &errorLines() const override { return m_errors; }
    const LogLine *line(LineNumber number) override
    {
        m_lastAsked = std::max(m_lastAsked, number.value);
        const auto found = m_lines.find(number.value);
        return found == m_lines.end() ? nullptr : &found->second;
    }
    Future<QString> text(LineNumber, LineNumber) override { return readyFuture<QString>(QString()); }
    Future<qint64> saveAs(const QString &) override { return readyFuture<qint64>(qint64(0)); }
    QList<LogDocument *> documents() override { return {}; }
    LogTag tag(int) const override { return {}; }
    Origin originOf(LineNumber line) const override { return {0, line, {}}; }
    LineNumber lineOf(int, LineNumber line) const override { return line; }
    LineNumber lineAt(TimePoint) const override { return {m_count}; }

private:
    qint64 m_count = 0;
    qint64 m_lastAsked = -1;
    std::map<qint64, LogLine> m_lines;
    std::vector<LineNumber> m_errors;
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    RecordingNavigator m_navigator;
    std::unique_ptr<OpenRun> m_run;
    std::unique_ptr<LogPane> m_pane;

    QString logFile() const { return m_folder.filePath(u"runs/calm_finch_42/azureml-logs/70_driver_log.txt"_s); }
    LogView *view() const { return m_pane->currentView(); }
    qint64 lines() const { return view() ? view()->document()->lineCount() : -1; }

    void write(const QByteArray &bytes) const
    {
        QFile file(logFile());
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void init()
    {
        m_content = {};
        fillWithRuns(m_content);
        m_content.info.folder = m_folder.path();
        QVERIFY(QDir().mkpath(QFileInfo(logFile()).path()));
        QFile::remove(logFile());
        write("start\n");
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        QTRY_VERIFY(!m_session->info().folder.isEmpty());
        m_run = std::make_unique<OpenRun>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<LogPane>(m_run.get(), &m_navigator);
        m_pane->resize(800, 400);
        m_pane->show();
        QTRY_COMPARE(lines(), 1);
        QVERIFY(m_pane->logs()->log(pathOf(*m_pane->currentSource()))->isLocal());
    }

    void cleanup()
    {
        m_pane.reset();
        m_run.reset();
    }

    void eachWrittenLineIsShown()
    {
        for (int i = 0; i < 15; ++i) {
            const QString word = u"word%1"_s.arg(i);
            write(word.toLatin1() + '\n');
            QTRY_VERIFY(view()->visibleText().contains(word));
        }
    }

    void aScreenReaderGetsTheLinesInView()
    {
        QByteArray lines;
        for (int i = 2; i <= 300; ++i)
            lines += "step " + QByteArray::number(i) + "\n";
        write(lines);
        QTRY_VERIFY(view()->visibleText().endsWith(u"step 300"_s));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(view());
        QVERIFY(accessible && accessible->textInterface());
        QAccessibleTextInterface *text = accessible->textInterface();
        QCOMPARE(accessible->role(), QAccessible::EditableText);
        QVERIFY(accessible->state().readOnly && accessible->state().multiLine);
        QCOMPARE(text->text(0, text->characterCount()), view()->visibleText());
        QVERIFY(accessible->text(QAccessible::Value).contains(u"step 299"_s));

        // The cursor is on the current line, and moving the cursor changes the current line.
        const int at = int(view()->visibleText().indexOf(u"step 298"_s));
        text->setCursorPosition(at + 3);
        QCOMPARE(view()->currentLine(), LineNumber{297});
        int from = 0;
        int to = 0;
        QCOMPARE(text->textAtOffset(text->cursorPosition(), QAccessible::LineBoundary, &from, &to).trimmed(),
                 u"step 298"_s);
        QVERIFY(text->characterRect(text->cursorPosition()).height() > 4);
        QCOMPARE(text->offsetAtPoint(text->characterRect(text->cursorPosition()).center()), text->cursorPosition());

        // The selection is the same in both.
        const int line = text->cursorPosition();
        text->setSelection(0, line, line + 4);
        QCOMPARE(view()->selectedText(), u"step"_s);
        QCOMPARE(text->selectionCount(), 1);
        text->selection(0, &from, &to);
        QCOMPARE(std::pair(from, to), std::pair(line, line + 4));
        text->removeSelection(0);
        QVERIFY(view()->selection().isEmpty());
    }

    void scrollingStopsAndRestartsFollowing()
    {
        QByteArray many;
        for (int i = 0; i < 500; ++i)
            many += "line " + QByteArray::number(i) + '\n';
        write(many);
        QTRY_COMPARE(lines(), 501);
        QTRY_VERIFY(view()->visibleText().contains(u"line 499"_s));
        auto *follow = m_pane->findChild<QToolButton *>(u"logFollow"_s);
        QVERIFY(follow->isChecked());
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_PageUp);
        QVERIFY(!view()->isFollowing());
        QVERIFY(!follow->isChecked());
        // Waits until the view is painted and all visible lines are available.
        QTRY_VERIFY(!view()->visibleText().contains(u"line 499"_s));
        QTRY_VERIFY(!view()->visibleText().split(u'\n').contains(QString()));
        const QString before = view()->visibleText();
        write("late\n");
        QTRY_COMPARE(lines(), 502);
        drainEvents();
        QCOMPARE(view()->visibleText(), before);
        QTest::keyClick(view(), Qt::Key_End);
        QTRY_VERIFY(view()->visibleText().endsWith(u"late"_s));
        QVERIFY(follow->isChecked());
        QTest::mouseClick(follow, Qt::LeftButton);
        QVERIFY(!view()->isFollowing());
        QTest::keyClick(view(), Qt::Key_Home);
        QTRY_VERIFY(view()->visibleText().startsWith(u"start"_s));
    }

    void followedLinesHaveText()
    {
        HeldText text;
        LogFinder filter(&text);
        LogView shown(&text, &filter);
        shown.resize(600, 300);
        shown.show();
        text.grow(100);
        text.handOver(0, 100);
        QTRY_VERIFY(shown.visibleText().endsWith(u"text of 99"_s));
        // The text grows repeatedly: the old lines stay until the new lines contain more than their numbers.
        for (qint64 round = 1; round <= 5; ++round) {
            text.grow(1000);
            QTRY_COMPARE(text.lastAsked(), 100 + round * 1000 - 1);
            shown.grab();
            QVERIFY2(!shown.visibleText().split(u'\n').contains(QString()), qPrintable(shown.visibleText()));
            text.handOver(round * 1000, round * 1000 + 100);
            QTRY_VERIFY(shown.visibleText().endsWith(u"text of %1"_s.arg(round * 1000 + 99)));
        }
        // Requested lines are shown when they arrive, even if the log has grown further by then.
        text.grow(1000);
        QTRY_COMPARE(text.lastAsked(), 6099);
        text.grow(1000);
        text.handOver(6000, 6100);
        QTRY_VERIFY(shown.visibleText().endsWith(u"text of 6099"_s));
        QVERIFY(shown.isFollowing());
    }

    void aLongLineHasItsScrollBarAtOnce()
    {
        HeldText text;
        text.grow(10);
        text.handOver(0, 10, QString(400, u'x'));
        LogFinder filter(&text);
        LogView shown(&text, &filter);
        shown.setFollowing(false);
        shown.resize(600, 300);
        shown.show();
        QTRY_VERIFY(shown.visibleText().contains(u"xxx"_s));
        QVERIFY(!shown.horizontalScrollBar()->isVisible());
        // A single paint must be enough, because no other event causes a new layout of the lines.
        shown.setWrapping(false);
        QTRY_VERIFY(shown.horizontalScrollBar()->isVisible());
        QVERIFY(shown.horizontalScrollBar()->maximum() > 1000);
    }

    void aProgressBarIsFollowed()
    {
        write("\r 10 % done");
        QTRY_VERIFY(view()->visibleText().endsWith(u" 10 % done"_s));
        write("\r 20 % done");
        QTRY_VERIFY(view()->visibleText().endsWith(u" 20 % done"_s));
        write("\ndots .");
        QTRY_VERIFY(view()->visibleText().endsWith(u"dots ."_s));
        write(".");
        QTRY_VERIFY(view()->visibleText().endsWith(u"dots .."_s));
    }

    void keysWorkBeforeAClick()
    {
        write(QByteArray("line\n").repeated(500) + "last\n");
        QTRY_VERIFY(view()->visibleText().endsWith(u"last"_s));
        QTest::keyClick(m_pane.get(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(view()->visibleText().startsWith(u"start"_s));
        QTest::keyClick(m_pane->findChild<QToolButton *>(u"logWrap"_s), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(view()->visibleText().endsWith(u"last"_s));
    }

    void theTextGrowsAndShrinks()
    {
        const double before = view()->font().pointSizeF();
        const QPointF place(200, 100);
        QWheelEvent up(place, view()->viewport()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                       Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view()->viewport(), &up);
        QVERIFY(view()->font().pointSizeF() > before);
        // The font size also applies to the next pane.
        const QVariantMap state = m_pane->saveState();
        QTest::keyClick(view(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view()->font().pointSizeF(), before);
        QTest::keyClick(view(), Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(view()->font().pointSizeF() < before);
        m_pane->restoreState(state);
        QVERIFY(view()->font().pointSizeF() > before);
    }

    void manyLinesAreCountedInGroups()
    {
        const QLocale locale;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        write(QByteArray("line\n").repeated(1999));
        auto *status = m_pane->findChild<QLabel *>(u"logStatus"_s);
        QTRY_VERIFY2(status->text().contains(u"2,000 lines"_s), qPrintable(status->text()));
        QLocale::setDefault(locale);
    }

    void eachToolHasAText()
    {
        m_pane->resize(1500, 400);
        QCoreApplication::processEvents();
        for (const auto *tool : m_pane->findChildren<QToolButton *>()) {
            if (tool->isVisible() && tool->objectName().startsWith("log"_L1) &&
                !tool->objectName().startsWith("logChip"_L1))
                QVERIFY2(!tool->text().isEmpty() && tool->toolButtonStyle() != Qt::ToolButtonIconOnly,
                         qPrintable(tool->objectName()));
        }
        m_pane->resize(800, 400);
        QCoreApplication::processEvents();
        QCOMPARE(m_pane->findChild<QToolButton *>(u"logFind"_s)->toolButtonStyle(), Qt::ToolButtonIconOnly);
    }

    void findCountsAndWalks()
    {
        write("alpha\nbeta\nalpha beta\ngamma\nALPHA\n");
        QTRY_COMPARE(lines(), 6);
        m_pane->find();
        auto *edit = m_pane->findChild<QLineEdit *>(u"findEdit"_s);
        auto *result = m_pane->findChild<QLabel *>(u"findResult"_s);
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClicks(edit, u"alpha"_s);
        QTRY_VERIFY2(result->text().startsWith(u"1 of 3"_s), qPrintable(result->text()));
        QCOMPARE(view()->currentLine(), LineNumber{1});
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(view()->currentLine(), LineNumber{3});
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view()->currentLine(), LineNumber{1});
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"findCase"_s), Qt::LeftButton);
        QTRY_VERIFY2(result->text().contains(u"2"_s), qPrintable(result->text()));
        grabTo(*m_pane, u"log-find"_s);
        edit->clear();
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"findRegex"_s), Qt::LeftButton);
        QTest::keyClicks(edit, u"(alpha"_s);
        QTRY_COMPARE(result->text(), u"Not a regular expression"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
    }

    void filterShowsOnlyWhatMatches()
    {
        write("alpha\nbeta\nalpha beta\ngamma\n");
        QTRY_COMPARE(lines(), 5);
        m_pane->focusFilter();
        auto *edit = m_pane->findChild<QLineEdit *>(u"filterEdit"_s);
        QTest::keyClicks(edit, u"beta"_s);
        QTRY_COMPARE(view()->visibleText(), u"beta\nalpha beta"_s);
        write("more beta\n");
        QTRY_COMPARE(view()->visibleText(), u"beta\nalpha beta\nmore beta"_s);
        view()->selectAll();
        view()->copy();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"beta\nalpha beta\nmore beta"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_VERIFY(view()->visibleText().contains(u"gamma"_s));
    }

    void markAndCopy()
    {
        write("\x1b[31mfirst\x1b[0m line\nsecond line\n");
        QTRY_COMPARE(lines(), 3);
        QTRY_VERIFY(view()->visibleText().contains(u"second"_s));
        const int height = QFontMetrics(view()->font()).lineSpacing();
        const int left = 60;
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, QPoint(left - 20, height + height / 2));
        QTest::mouseMove(view()->viewport(), QPoint(700, 2 * height + height / 2));
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, QPoint(700, 2 * height + height / 2));
        QVERIFY(!view()->selection().isEmpty());
        view()->setFocus();
        QTest::keySequence(view(), QKeySequence::Copy);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"first line\nsecond line"_s);
        grabTo(*m_pane, u"log-selection"_s);
    }

    void aFallbackFontKeepsItsLine_data()
    {
        QTest::addColumn<QString>("foreign");
        QTest::newRow("Chinese") << u"你好"_s;
        QTest::newRow("picture") << u"🐦"_s;
        QTest::newRow("Arabic") << u"مرحبا"_s;
    }

    void aFallbackFontKeepsItsLine()
    {
        QFETCH(QString, foreign);
        const QFont font = Theme::fixedFont();
        const QString words = u"jumped Over"_s;
        const int width = QFontMetrics(font).horizontalAdvance(words);
        const auto picture = [&](const QString &text) {
            LogLine line;
            line.text = text;
            const LogLayout layout(0, {0}, &line, font, 0);
            QImage seen(width, 3 * layout.height(), QImage::Format_RGB32);
            seen.fill(Qt::white);
            QPainter painter(&seen);
            painter.setPen(Qt::black);
            layout.paint(painter, {0, double(layout.height())}, {}, {}, {});
            return seen;
        };
        QCOMPARE(picture(words + u"   "_s + foreign), picture(words));
    }

    void lineNumbersAreReadable()
    {
        write("one\ntwo\nthree\n");
        QTRY_COMPARE(lines(), 4);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"logTimes"_s), Qt::LeftButton);
        QTRY_VERIFY(view()->visibleText().contains(u"three"_s));
        const QImage seen = view()->viewport()->grab().toImage();
        const int height = QFontMetrics(view()->font()).lineSpacing();
        // Between the marks of errors and the line that separates the numbers from the text.
        double best = 0;
        for (int y = height; y < 2 * height; ++y) {
            for (int x = 14; x < 40; ++x)
                best = std::max(best, Theme::contrast(seen.pixelColor(x, y), Theme::color(Theme::Role::SurfaceSunken)));
        }
        QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
    }

    void errorsAreWalked()
    {
        write("fine\nValueError: one\nfine\nRuntimeError: two\n" + QByteArray("x\n").repeated(300));
        QTRY_COMPARE(lines(), 305);
        QVERIFY(m_pane->walkErrors(1));
        QCOMPARE(view()->currentLine(), LineNumber{2});
        QVERIFY(!view()->isFollowing());
        QTRY_VERIFY(view()->visibleText().contains(u"ValueError: one"_s));
        QVERIFY(m_pane->walkErrors(1));
        QCOMPARE(view()->currentLine(), LineNumber{4});
        QVERIFY(m_pane->walkErrors(-1));
        QCOMPARE(view()->currentLine(), LineNumber{2});
        grabTo(*m_pane, u"log-errors"_s);
    }

    void wrapAndLongLines()
    {
        write("short\n" + QByteArray("long words ").repeated(80) + "\n" + QByteArray(200'000, 'y') + "\nend\n");
        QTRY_COMPARE(lines(), 5);
        QTRY_VERIFY(view()->visibleText().contains(u"end"_s));
        QVERIFY(view()->isWrapping());
        grabTo(*m_pane, u"log-wrapped"_s);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"logWrap"_s), Qt::LeftButton);
        QVERIFY(!view()->isWrapping());
        QTRY_VERIFY(view()->horizontalScrollBar()->maximum() > 1000);
        grabTo(*m_pane, u"log-unwrapped"_s);
    }

    void aFileMayBeTruncatedWhileShown()
    {
        write(QByteArray("old line\n").repeated(3000));
        QTRY_COMPARE(lines(), 3001);
        view()->setFollowing(false);
        view()->verticalScrollBar()->setValue(1500);
        QFile file(logFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("new\n");
        file.close();
        QTRY_COMPARE(lines(), 1);
        QTRY_COMPARE(view()->visibleText(), u"new"_s);
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
