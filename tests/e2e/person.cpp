// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/person.h"

#include "tests/support/wait.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Testing {

using namespace Ui;

namespace {

void bringIntoView(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
}

// A check box or radio button ignores clicks beside its text, and the widget may be as wide as the page.
QPoint placeToClick(const QWidget *widget)
{
    const bool box = qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget);
    return box ? QPoint(widget->height() / 2, widget->height() / 2) : widget->rect().center();
}

QWidget *inFront()
{
    if (QWidget *active = QApplication::activeWindow())
        return active;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            return window;
    }
    return nullptr;
}

QModelIndex rowBelow(const QAbstractItemView *view, const QModelIndex &parent, const QString &text)
{
    const auto *model = view->model();
    for (int r = 0; r < model->rowCount(parent); ++r) {
        for (int c = 0; c < model->columnCount(parent); ++c) {
            const auto index = model->index(r, c, parent);
            if (index.data().toString() == text)
                return index;
        }
        if (const auto found = rowBelow(view, model->index(r, 0, parent), text); found.isValid())
            return found;
    }
    return {};
}

} // namespace

void Person::settle(QWidget *widget)
{
    const QPointer<QWidget> watched(widget);
    QRect before;
    for (int i = 0; i < 20 && watched; ++i) {
        const QRect now(watched->mapToGlobal(QPoint()), watched->size());
        if (now == before)
            return;
        before = now;
        QTest::qWait(50);
    }
}

void Person::missing(const QString &name)
{
    if (!lost)
        picture(u"missing-"_s + name);
    lost = true;
    QTest::qFail(qPrintable(u"nothing named \"%1\" came into view"_s.arg(name)), __FILE__, __LINE__);
}

void Person::click(const QString &name)
{
    auto *widget = see(name);
    if (!widget)
        return;
    bringIntoView(widget);
    QTest::mouseClick(widget, Qt::LeftButton, {}, placeToClick(widget));
}

void Person::write(const QString &name, const QString &text)
{
    auto *widget = see(name);
    if (!widget)
        return;
    bringIntoView(widget);
    widget->setFocus(Qt::MouseFocusReason);
    QWidget *target = widget->focusProxy() ? widget->focusProxy() : widget;
    QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(target, Qt::Key_Delete);
    QTest::keyClicks(target, text);
}

void Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // The display of the test has no window manager that would return the keyboard focus when a dialog closes.
    if (!QApplication::activeWindow()) {
        if (QWidget *window = inFront()) {
            window->activateWindow();
            if (!QTest::qWaitForWindowActive(window))
                qWarning("the window did not become active");
        }
    }
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    if (target)
        QTest::keyClick(target, key, modifiers);
}

QModelIndex Person::row(const QAbstractItemView *view, const QString &text)
{
    return view && view->model() ? rowBelow(view, {}, text) : QModelIndex();
}

void Person::clickRow(const QString &name, const QString &text, bool twice)
{
    auto *view = see<QAbstractItemView>(name);
    if (!view)
        return;
    bringIntoView(view);
    QModelIndex index;
    if (!QTest::qWaitFor([&] { return (index = row(view, text)).isValid(); }, lost ? 0 : Patience)) {
        missing(name + u": "_s + text);
        return;
    }
    view->scrollTo(index);
    const QPoint at = view->visualRect(index).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    if (twice)
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
}

void Person::clickTab(const QString &name, const QString &title)
{
    auto *tabs = see<QTabWidget>(name);
    if (!tabs)
        return;
    for (int i = 0; i < tabs->count(); ++i) {
        QString shown = tabs->tabText(i);
        if (shown.remove(u'&') == title) {
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
            return;
        }
    }
    missing(name + u": "_s + title);
}

void Person::willChoose(const QString &path)
{
    auto *timer = new QTimer(qApp);
    timer->setInterval(100);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        if (!edit || !edit->isVisible())
            return;
        timer->deleteLater();
        timer->stop();
        // The path is pasted, because typing opens a list of completions that consumes Enter and clicks.
        QApplication::clipboard()->setText(path);
        edit->setFocus();
        edit->selectAll();
        edit->paste();
        const auto *buttons = dialog->findChild<QDialogButtonBox *>(u"buttonBox"_s);
        for (QAbstractButton *button : buttons->buttons()) {
            if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    });
    timer->start();
}

void Person::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("ROOST_E2E_PICTURES");
    QWidget *window = inFront();
    if (folder.isEmpty() || !window)
        return;
    QDir().mkpath(folder);
    QString file = folder + u'/' + QString(name).replace(u'/', u'_').replace(u' ', u'_');
    const auto usual = Theme::choice();
    for (const auto &[choice, suffix] : {std::pair(Theme::Choice::Light, u""_s), {Theme::Choice::Dark, u"-dark"_s}}) {
        Theme::choose(choice);
        drainEvents(); // widgets may be laid out or painted later
        window->grab().save(file + suffix + u".png"_s);
    }
    Theme::choose(usual);
}

} // namespace Roost::Testing
