// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/cause/sentences.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/header.h"
#include "ui/shell/notices.h"
#include "ui/shell/palettesource.h"
#include "ui/shell/rail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomeview.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"
#include "ui/workspace/openingquestiondialog.h"
#include "ui/workspace/workspacelist.h"
#include "ui/workspace/workspacerow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;

using namespace Qt::StringLiterals;

namespace {
// Below this width the rail shows icons alone.
constexpr int NarrowBelow = 1000;
} // namespace

MainWindow::MainWindow(Windows &windows)
    : m_windows(windows)
    , m_actions(new WindowActions(this))
    , m_rail(new Rail)
    , m_header(new Header)
    , m_stack(new QStackedWidget)
    , m_welcome(new WelcomeView(windows.sessions()))
    , m_status(new StatusLine)
    , m_notices(new Notices(m_stack, this))
    , m_paletteSource(new PaletteSource(*this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Roost"_s);
    setMinimumSize(720, 480);
    buildLayout();
    buildActions();
    buildViewActions();
    buildMenus();
    connect(m_welcome->list(), &WorkspaceList::openWanted, this, &MainWindow::openWorkspace);
    connect(m_rail, &Rail::pageWanted, this, [this](const QString &name) { go({name, {}, {}}); });
    connect(m_notices, &Notices::focusLost, this, [this] {
        if (m_page)
            focusPage(nullptr);
    });
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::watchFocus);
    connect(this, &MainWindow::pageChanged, m_status, [this] { m_status->say({}); });
    connect(&m_windows.sessions(), &OpenWorkspaces::changed, this, &MainWindow::readRuns);
    m_stack->setCurrentWidget(m_welcome);
    m_welcome->setFocus(Qt::OtherFocusReason);
    m_header->hide();
    m_rail->setWorkspace(tr("No workspace"), u"folder"_s);
    m_rail->setPagesEnabled(false);
    allowNewRun();
}

MainWindow::~MainWindow()
{
    qApp->disconnect(this); // the focus leaves as the parts are deleted
    setWatching(false);
    dropPages();
}

void MainWindow::buildLayout()
{
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_header);
    main->addWidget(m_stack, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(main, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_status);
    m_stack->setObjectName(u"pages"_s);
    m_stack->addWidget(m_welcome);
    m_palette = new CommandPalette(this);
    connect(m_palette, &CommandPalette::searched, m_paletteSource, &PaletteSource::readOlder);
    connect(m_paletteSource, &PaletteSource::searching, m_palette, &CommandPalette::setSearching);
    connect(m_palette, &CommandPalette::closed, m_paletteSource, &PaletteSource::stop);
}

void MainWindow::buildMenus()
{
    auto *switcher = new QMenu(this);
    m_rail->switcher()->setMenu(switcher);
    connect(switcher, &QMenu::aboutToShow, this, &MainWindow::fillSwitcher);
    auto *more = new QMenu(this);
    for (const QString &name : {u"Palette"_s, u"Settings"_s, u"Keys"_s, u"NewWindow"_s, u"CloseWindow"_s, u"About"_s})
        more->addAction(m_actions->find(name));
    m_rail->more()->setMenu(more);
    connect(m_rail->newRun(), &QPushButton::clicked, m_actions->find(u"NewRun"_s), &QAction::trigger);
    const QAction *newRun = m_actions->find(u"NewRun"_s);
    // A button that is its action; its text follows the rail's width.
    const auto follow = [this, newRun] {
        m_rail->newRun()->setEnabled(newRun->isEnabled());
        m_rail->newRun()->setToolTip(newRun->toolTip());
    };
    connect(newRun, &QAction::changed, m_rail, follow);
    follow();
    m_header->back()->setToolTip(m_actions->find(u"Back"_s)->toolTip());
    connect(m_header->back(), &QToolButton::clicked, m_actions->find(u"Back"_s), &QAction::trigger);
}

void MainWindow::fillSwitcher()
{
    QMenu *menu = m_rail->switcher()->menu();
    menu->clear();
    OpenWorkspaces &sessions = m_windows.sessions();
    for (const QString &address : sessions.recent()) {
        const auto opened = sessions.find(address);
        QString text = Format::isolated(sessions.titleOf(address));
        if (opened)
            text += u"  ·  "_s + connectionText(opened->session.state());
        QAction *action = menu->addAction(Mnemonic::escaped(text), this, [this, address] { openWorkspace(address); });
        action->setCheckable(true);
        action->setChecked(m_workspace && m_workspace->session.address() == address);
        action->setToolTip(address);
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    WorkspaceList *list = m_welcome->list();
    menu->addAction(Theme::icon(u"add"_s), tr("New workspace…"), list, &WorkspaceList::createWorkspace);
    menu->addAction(Theme::icon(u"folder-open"_s), tr("Open folder…"), list, &WorkspaceList::openFolder);
    menu->addAction(Theme::icon(u"cloud"_s), tr("Open Azure config.json…"), list, &WorkspaceList::openConfig);
    menu->addAction(Theme::icon(u"server"_s), tr("Open MLflow server…"), list, &WorkspaceList::openServer);
}

void MainWindow::askBeforeOpening(const QString &address, const OpeningQuestion &question)
{
    auto *dialog = new OpeningQuestionDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, address, about = question.about, dialog] {
        if (const auto kept = m_windows.sessions().door().answer(address, about, dialog->secret()); !kept)
            return notify(kept.error());
        openWorkspace(address);
    });
    dialog->open();
}

void MainWindow::openWorkspace(const QString &address)
{
    if (const auto question = m_windows.sessions().door().questionBefore(address))
        return askBeforeOpening(address, *question);
    const auto opened = m_windows.sessions().open(address);
    if (!opened) {
        notify(opened.error());
        return;
    }
    // Opening once more what could not be opened tries it again: a password may have been typed since.
    if ((*opened)->session.state() == WorkspaceSession::State::Failed)
        (*opened)->session.open();
    if (*opened == m_workspace || !mayLeave([this, address] { openWorkspace(address); }))
        return;
    setWatching(false);
    if (m_workspace) {
        m_workspace->session.disconnect(this);
        m_workspace->activeRuns.disconnect(this);
    }
    dropPages();
    m_history.clear();
    m_workspace = *opened;
    connect(&m_workspace->activeRuns, &ActiveRuns::ended, this, &MainWindow::runEnded);
    m_status->setWorkspace(m_workspace);
    m_rail->setPagesEnabled(true);
    m_header->show();
    setWatching(isVisible());
    readRuns();
    const QString page = m_location.page.isEmpty() || m_location.page == u"submit" ? u"home"_s : railPageOf(m_location);
    m_location = {};
    go({page, {}, {}});
}

void MainWindow::readRuns()
{
    if (!m_workspace)
        return;
    m_rail->setWorkspace(m_workspace->session.title(), m_workspace->icon);
    m_rail->setCount(u"runs"_s, int(m_workspace->activeRuns.runs().size()));
    allowNewRun();
    const QString page = m_page ? m_page->title() : QString();
    const QString workspace = Format::isolated(m_workspace->session.title());
    setWindowTitle(page.isEmpty() ? workspace : u"%1 – %2"_s.arg(page, workspace));
}

void MainWindow::allowNewRun()
{
    QAction *newRun = m_actions->find(u"NewRun"_s);
    const QString why = m_workspace ? m_workspace->session.whyNoNewRun() : tr("Open a workspace first.");
    newRun->setEnabled(why.isEmpty());
    newRun->setToolTip(
        why.isEmpty() ? u"%1 (%2)"_s.arg(newRun->text(), newRun->shortcut().toString(QKeySequence::NativeText)) : why);
}

void MainWindow::runEnded(const Run &run)
{
    // Of several windows on a workspace the first tells; what is on view needs no telling.
    for (MainWindow *window : m_windows.all()) {
        if (window->workspace() == m_workspace) {
            if (window != this)
                return;
            break;
        }
    }
    const QString name = nameOf(run);
    const QString time =
        run.started.isValid() && run.ended.isValid() ? Format::duration(run.started, run.ended) : u""_s;
    QString text;
    Notice level = Notice::Info;
    if (run.status == RunStatus::Completed) {
        text = time.isEmpty() ? tr("%1 completed.").arg(name) : tr("%1 completed after %2.").arg(name, time);
        level = Notice::Done;
    } else if (run.status == RunStatus::Failed) {
        const QString cause = CauseText::of(run);
        text = cause.isEmpty() ? tr("%1 failed.").arg(name) : tr("%1 failed: %2").arg(name, cause);
        level = Notice::Warning;
    } else {
        text = tr("%1 was canceled.").arg(name);
    }
    const auto open = [this, id = run.id] {
        openRun(id);
        raise();
        activateWindow();
    };
    const bool onView = m_location.page == u"run" && m_location.name == run.id;
    if (!onView)
        m_notices->show(text, level, {}, tr("Open run"), open, u"run/"_s + run.id);
    tellDesktop(statusText(run.status), text, open);
}

void MainWindow::tellDesktop(const QString &title, const QString &text, std::function<void()> clicked)
{
    if (Windows::isInFront() || !Settings::instance().value(Preferences::desktopNotices))
        return;
    m_windows.desktop().show(title, text, [self = QPointer(this), clicked = std::move(clicked)] {
        if (self)
            clicked();
    });
}

void MainWindow::notify(const QString &text, Notice level, const QString &actionText, std::function<void()> action)
{
    m_notices->show(text, level, {}, actionText, action);
}

void MainWindow::notify(const Error &error, const QString &actionText, std::function<void()> action)
{
    m_notices->show(error.text, Notice::Failure, error.detail, actionText, action);
}

void MainWindow::track(std::shared_ptr<LongWork> work)
{
    m_status->track(work);
    connect(work.get(), &LongWork::finished, this, [this, work = work.get()] {
        const bool isDone = work->state() == LongWork::State::Done;
        if (work->state() != LongWork::State::Canceled)
            tellDesktop(isDone ? work->text() : work->title(), isDone ? QString() : work->text(), [this] {
                raise();
                activateWindow();
            });
    });
}

void MainWindow::saveState() const
{
    Settings &settings = Settings::instance();
    settings.set(Preferences::windowGeometry, saveGeometry());
    if (!m_location.page.isEmpty())
        settings.set(Preferences::lastPage, railPageOf(m_location));
    for (PageView *page : m_pages)
        savePage(page);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < NarrowBelow);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        setWatching(isVisible() && !isMinimized());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setWatching(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setWatching(false);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (!mayLeave([this] { close(); })) {
        event->ignore();
        return;
    }
    m_windows.closing(*this);
    QWidget::closeEvent(event);
}

void MainWindow::setWatching(bool watching)
{
    if (m_watching == watching || !m_workspace)
        return;
    m_watching = watching;
    m_workspace->viewers += watching ? 1 : -1;
    // Nobody looks, but a run that ends is still told to the desktop: the session goes on while one is active.
    m_workspace->session.setWatched(m_workspace->viewers > 0 || !m_workspace->activeRuns.runs().isEmpty());
    if (m_page && watching)
        m_page->activate();
    else if (m_page)
        m_page->deactivate();
}

} // namespace Roost::Ui
