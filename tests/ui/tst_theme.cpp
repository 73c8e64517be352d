// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <cstdlib>

using namespace Roost;
using namespace Qt::StringLiterals;
using namespace Roost::Ui;
using Theme::Role;
using Theme::Scheme;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void textIsReadable_data() { schemes(); }
    void textIsReadable();
    void edgesAndSeriesAreVisible_data() { schemes(); }
    void edgesAndSeriesAreVisible();
    void seriesDifferFromEachOther_data() { schemes(); }
    void seriesDifferFromEachOther();
    void sameKeySameColour();
    void mnemonicsAreUnderlined();
    void choosingReachesWidgets();
    void everyIconIsDrawnAndTinted();
    void theFocusOfAToolButtonIsVisible_data();
    void theFocusOfAToolButtonIsVisible();
    void theFocusOfARowStaysInTheRow();
    void theTitleOfASortedColumnIsComplete();
    void titlesAreAboveTheirCells();
    void buttonsOfADialogHaveTextOnly();
    void enterPressesTheButtonThatHasTheFocus();
    void aMenuHasEdgesAndThinSeparators();
    void theListOfAComboHasEdges();
    void whatAComboCannotShowEndsInAnEllipsis();
    void markupInAToolTipIsShownLiterally();
    void markupInALabelIsShownLiterally();

private:
    static void schemes()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }
};

Q_DECLARE_METATYPE(Roost::Ui::Theme::Scheme)

void TestTheme::textIsReadable()
{
    QFETCH(Scheme, scheme);
    const QList<Role> inks = {Role::Text,    Role::TextSecondary, Role::Accent, Role::Queued,   Role::Preparing,
                              Role::Running, Role::Done,          Role::Failed, Role::Canceled, Role::Warning};
    for (const Role ink : inks) {
        for (const Role ground : {Role::Surface, Role::SurfaceRaised, Role::SurfaceSunken, Role::Hover}) {
            const double contrast = Theme::contrast(Theme::color(ink, scheme), Theme::color(ground, scheme));
            QVERIFY2(contrast >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(int(ink)).arg(int(ground)).arg(contrast)));
        }
    }
    for (const Role ink : {Role::Text, Role::TextSecondary}) {
        QVERIFY(Theme::contrast(Theme::color(ink, scheme), Theme::color(Role::Selection, scheme)) >= 4.5);
    }
    QVERIFY(Theme::contrast(Theme::color(Role::AccentText, scheme), Theme::color(Role::Accent, scheme)) >= 4.5);
    QVERIFY(Theme::contrast(Theme::color(Role::AccentText, scheme), Theme::color(Role::Running, scheme)) >= 4.5);
}

void TestTheme::edgesAndSeriesAreVisible()
{
    QFETCH(Scheme, scheme);
    const QColor surface = Theme::color(Role::Surface, scheme);
    QVERIFY(Theme::contrast(Theme::color(Role::Border, scheme), surface) >= 3.0);
    QVERIFY(Theme::contrast(Theme::color(Role::TextDisabled, scheme), surface) >= 3.0);
    for (int i = 0; i < 30; ++i) {
        const double contrast = Theme::contrast(Theme::series(i, scheme), surface);
        QVERIFY2(contrast >= 3.0, qPrintable(u"series %1: %2"_s.arg(i).arg(contrast)));
    }
}

void TestTheme::seriesDifferFromEachOther()
{
    QFETCH(Scheme, scheme);
    for (int i = 0; i < 7; ++i) {
        for (int j = 0; j < i; ++j) {
            const QColor a = Theme::series(i, scheme);
            const QColor b = Theme::series(j, scheme);
            const int apart =
                std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
            QVERIFY2(apart > 60, qPrintable(u"%1 and %2: %3 %4"_s.arg(i).arg(j).arg(a.name(), b.name())));
        }
    }
}

void TestTheme::sameKeySameColour()
{
    const QColor first = Theme::seriesOf(u"calm-finch-42"_s);
    const QColor second = Theme::seriesOf(u"brave-wren-7"_s);
    QVERIFY(first != second);
    QCOMPARE(Theme::seriesOf(u"calm-finch-42"_s), first);
    // After each start, whatever was shown before, the most common names have different colours.
    const QStringList names{u"loss"_s, u"accuracy"_s, u"val_loss"_s, u"lr"_s};
    QList<int> places;
    for (const QString &name : names)
        places += Theme::seriesIndexOf(name);
    QCOMPARE(places, (QList<int>{0, 1, 3, 2}));
    QCOMPARE(Theme::seriesOf(u"loss"_s), Theme::series(0));
}

void TestTheme::mnemonicsAreUnderlined()
{
    const QLabel label(u"&Name"_s);
    QVERIFY(label.style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, &label));
}

void TestTheme::choosingReachesWidgets()
{
    QLabel label(u"text"_s);
    label.show();
    Theme::choose(Theme::Choice::Dark);
    QCOMPARE(Theme::scheme(), Scheme::Dark);
    // Widgets receive the change from the event loop.
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), Theme::color(Role::Text, Scheme::Dark));
    Theme::choose(Theme::Choice::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), Theme::color(Role::Text, Scheme::Light));
}

void TestTheme::everyIconIsDrawnAndTinted()
{
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 40);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        Theme::choose(Theme::Choice::Light);
        const QIcon icon = Theme::icon(name, Role::Failed);
        QVERIFY2(!icon.isNull(), qPrintable(name));
        const QImage light = icon.pixmap(32).toImage();
        int inked = 0;
        for (int y = 0; y < light.height(); ++y) {
            for (int x = 0; x < light.width(); ++x)
                inked += qAlpha(light.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(inked > 8, qPrintable(name));
        if (name == u"roost")
            continue;
        Theme::choose(Theme::Choice::Dark);
        QVERIFY2(icon.pixmap(32).toImage() != light, qPrintable(name));
    }
    Theme::choose(Theme::Choice::Light);
    QVERIFY(Theme::icon(u"no-such-icon"_s).isNull());
}

void TestTheme::theFocusOfAToolButtonIsVisible_data()
{
    QTest::addColumn<bool>("raisesItself");
    QTest::addColumn<bool>("checked");
    QTest::newRow("at rest") << true << false;
    QTest::newRow("on") << true << true;
    QTest::newRow("raised") << false << false;
}

void TestTheme::theFocusOfAToolButtonIsVisible()
{
    QFETCH(bool, raisesItself);
    QFETCH(bool, checked);
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *button = new QToolButton;
    auto *other = new QToolButton;
    for (QToolButton *each : {button, other}) {
        each->setIcon(Theme::icon(u"search"_s));
        each->setAutoRaise(raisesItself);
        each->setCheckable(true);
        each->setChecked(checked);
        each->setFocusPolicy(Qt::TabFocus);
        row->addWidget(each);
    }
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto edge = [](QToolButton *of) { return of->grab().toImage().pixelColor(0, of->height() / 2); };
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    QCOMPARE(edge(button), Theme::color(Role::Accent));
    QVERIFY(Theme::contrast(edge(other), Theme::color(Role::Surface)) < 1.5);
    other->setFocus();
    QCOMPARE(edge(other), Theme::color(Role::Accent));
    QVERIFY(Theme::contrast(edge(button), Theme::color(Role::Surface)) < 1.5);
}

// The view repaints only the row, so a frame outside it would remain when the focus moves on.
void TestTheme::theFocusOfARowStaysInTheRow()
{
    QStandardItemModel model(5, 2);
    QTreeView tree;
    tree.setModel(&model);
    tree.setAllColumnsShowFocus(true);
    tree.show();
    tree.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&tree));
    tree.setFocus(Qt::TabFocusReason);
    tree.setCurrentIndex(model.index(1, 0));
    const QImage focused = tree.viewport()->grab().toImage();
    tree.setCurrentIndex(model.index(4, 0));
    const QImage gone = tree.viewport()->grab().toImage();
    const QRect row = tree.visualRect(model.index(1, 0));
    QVERIFY(focused.pixelColor(40, row.top()) != gone.pixelColor(40, row.top()));
    for (const int outside : {row.top() - 1, row.bottom() + 1})
        QCOMPARE(focused.pixelColor(40, outside), gone.pixelColor(40, outside));
}

void TestTheme::theTitleOfASortedColumnIsComplete()
{
    QHeaderView header(Qt::Horizontal);
    // The header elides the title by these metrics; the style draws the title in the rectangle of the label.
    QCOMPARE(header.style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &header), 12);
    QStyleOptionHeader option;
    option.initFrom(&header);
    option.orientation = Qt::Horizontal;
    option.sortIndicator = QStyleOptionHeader::SortDown;
    constexpr int Arrow = 12;
    option.rect = QRect(0, 0, 30 + Arrow + 2 * Theme::Inside, 32);
    for (const Qt::Alignment alignment : {Qt::AlignLeft, Qt::AlignRight}) {
        option.textAlignment = alignment;
        const QRect room = header.style()->subElementRect(QStyle::SE_HeaderLabel, &option, &header);
        QCOMPARE(room.width(), 30);
        QVERIFY(room.left() >= Theme::Inside && room.right() < option.rect.width() - Theme::Inside);
    }
    // The painted title is also complete.
    QStandardItemModel model(1, 2);
    model.setHeaderData(0, Qt::Horizontal, u"Rank"_s);
    model.setHeaderData(0, Qt::Horizontal, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
    header.setModel(&model);
    header.resize(300, 32);
    const int width = header.fontMetrics().horizontalAdvance(u"Rank"_s);
    header.resizeSection(0, width + Arrow + 2 * Theme::Inside + 2);
    header.setTextElideMode(Qt::ElideRight);
    header.show();
    const QRect title(0, 0, Theme::Inside + width, 32);
    const QImage plain = header.grab(title).toImage();
    header.setSortIndicatorShown(true);
    header.setSortIndicator(0, Qt::AscendingOrder);
    QCOMPARE(header.grab(title).toImage(), plain);
}

void TestTheme::titlesAreAboveTheirCells()
{
    const Qt::Alignment alignments[] = {Qt::AlignLeft, Qt::AlignLeft, Qt::AlignRight};
    QStandardItemModel model(1, 3);
    for (int column = 0; column < 3; ++column) {
        const auto alignment = QVariant(int(alignments[column] | Qt::AlignVCenter));
        model.setData(model.index(0, column), u"MM"_s);
        model.setData(model.index(0, column), alignment, Qt::TextAlignmentRole);
        model.setHeaderData(column, Qt::Horizontal, u"MM"_s);
        model.setHeaderData(column, Qt::Horizontal, alignment, Qt::TextAlignmentRole);
    }
    QTreeView tree;
    const QHeaderView *header = tree.header();
    tree.setModel(&model);
    tree.resize(400, 200);
    tree.show();
    const auto ink = [](QWidget *of, int left, int right, int middle, bool isLast) {
        const QImage image = of->grab().toImage();
        const QColor ground = image.pixelColor(left + 2, middle);
        int found = -1;
        for (int x = left + 2; x < right - 2; ++x) {
            for (int y = middle - 3; y <= middle + 3; ++y) {
                if (Theme::contrast(image.pixelColor(x, y), ground) > 2 && (isLast || found < 0))
                    found = x;
            }
        }
        return found;
    };
    for (const int column : {1, 2}) {
        const int left = header->sectionViewportPosition(column);
        const int right = left + header->sectionSize(column);
        const int title = ink(header->viewport(), left, right, header->height() / 2, column == 2);
        const int cell =
            ink(tree.viewport(), left, right, tree.visualRect(model.index(0, column)).center().y(), column == 2);
        QVERIFY(title >= 0 && cell >= 0);
        QVERIFY2(std::abs(title - cell) <= 1, qPrintable(u"%1: %2 over %3"_s.arg(column).arg(title).arg(cell)));
    }
}

void TestTheme::buttonsOfADialogHaveTextOnly()
{
    QDialogButtonBox box(QDialogButtonBox::Close | QDialogButtonBox::Cancel);
    for (const QAbstractButton *button : box.buttons())
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
}

void TestTheme::enterPressesTheButtonThatHasTheFocus()
{
    Theme::install(Theme::Choice::Light);
    QWidget window;
    QPushButton first(u"First"_s, &window);
    QPushButton second(u"Second"_s, &window);
    second.move(0, 60);
    QSignalSpy firstPressed(&first, &QPushButton::clicked);
    QSignalSpy secondPressed(&second, &QPushButton::clicked);
    window.show();
    second.setFocus();
    QTest::keyClick(&second, Qt::Key_Return);
    QTest::keyClick(&second, Qt::Key_Enter);
    QCOMPARE(firstPressed.size(), 0);
    QCOMPARE(secondPressed.size(), 2);
}

void TestTheme::aMenuHasEdgesAndThinSeparators()
{
    QMenu menu;
    menu.addAction(u"Open"_s);
    const QAction *separator = menu.addSeparator();
    menu.addAction(u"Delete"_s);
    menu.popup({100, 100});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    const QImage seen = menu.grab().toImage();
    for (const QPoint edge : {QPoint(0, seen.height() / 2), QPoint(seen.width() - 1, seen.height() / 2),
                              QPoint(seen.width() / 2, 0), QPoint(seen.width() / 2, seen.height() - 1)})
        QCOMPARE(seen.pixelColor(edge), Theme::color(Role::Border));
    const QRect line = menu.actionGeometry(const_cast<QAction *>(separator));
    QVERIFY2(line.height() <= 12, qPrintable(QString::number(line.height())));
    QCOMPARE(seen.pixelColor(line.center()), Theme::color(Role::Line));
}

void TestTheme::theListOfAComboHasEdges()
{
    QComboBox combo;
    combo.addItems({u"one"_s, u"two"_s});
    combo.show();
    combo.showPopup();
    QWidget *list = combo.view()->window();
    QVERIFY(QTest::qWaitForWindowExposed(list));
    const QImage seen = list->grab().toImage();
    QCOMPARE(seen.pixelColor(0, seen.height() / 2), Theme::color(Role::Border));
    QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() - 1), Theme::color(Role::Border));
}

void TestTheme::whatAComboCannotShowEndsInAnEllipsis()
{
    QComboBox combo;
    combo.addItem(QString(80, u'l'));
    combo.resize(120, Theme::ControlHeight);
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect field = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField);
    const QImage seen = combo.grab().toImage();
    const auto inkAt = [&](int from, int to) {
        double most = 1;
        for (int x = from; x < to; ++x)
            most =
                std::max(most, Theme::contrast(seen.pixelColor(x, seen.height() / 2 - 3), Theme::color(Role::Surface)));
        return most;
    };
    QVERIFY(inkAt(field.left() + 2, field.left() + 12) > 3);
    // Dots are at the bottom of the line.
    QVERIFY(inkAt(field.right() - 7, field.right()) < 1.5);
}

namespace {

const QString Shouting = u"<h1><font color=red>UPDATE REQUIRED</font></h1><img src=\"/tmp/pipe\">"_s;

}

// Names are chosen by other users and servers; Qt would interpret this one as rich text and open the file that it
// names.
void TestTheme::markupInAToolTipIsShownLiterally()
{
    QWidget window;
    window.resize(300, 100);
    window.setToolTip(Shouting);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QHelpEvent event(QEvent::ToolTip, {20, 20}, window.mapToGlobal(QPoint(20, 20)));
    QApplication::sendEvent(&window, &event);
    QTRY_VERIFY(QToolTip::isVisible());
    const auto isTip = [](const QWidget *widget) { return widget->inherits("QTipLabel"); };
    const QWidgetList all = QApplication::topLevelWidgets();
    const auto tip = std::ranges::find_if(all, isTip);
    QVERIFY(tip != all.end());
    const auto *label = qobject_cast<QLabel *>(*tip);
    QCOMPARE(label->text(), Shouting);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(label->fontMetrics().horizontalAdvance(Shouting) <= label->width() * 2);
    QToolTip::hideText();
}

void TestTheme::markupInALabelIsShownLiterally()
{
    QLabel plain(Shouting);
    QMessageBox box(QMessageBox::Information, u"Name"_s, Shouting);
    box.setInformativeText(Shouting);
    for (QWidget *widget : {static_cast<QWidget *>(&plain), static_cast<QWidget *>(&box)}) {
        widget->ensurePolished();
        widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget));
    }
    for (const QLabel *label : box.findChildren<QLabel *>() + QList<QLabel *>{&plain}) {
        if (label->text() == Shouting)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    // A label that the program sets to rich text shows markup.
    QLabel rich(u"<b>bold</b>"_s);
    rich.setTextFormat(Qt::RichText);
    rich.ensurePolished();
    QCOMPARE(rich.textFormat(), Qt::RichText);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
