// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/cheatsheet.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/desktopnotice.h"
#include "ui/shell/header.h"
#include "ui/shell/notices.h"
#include "ui/shell/pageactions.h"
#include "ui/shell/pagefocus.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/palettesource.h"
#include "ui/shell/rail.h"
#include "ui/shell/runend.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomeview.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowhost.h"
#include "ui/shell/workspaceswitcher.h"
#include "ui/workspace/openingquestiondialog.h"
#include "ui/workspace/openworkspaces.h"
#include "ui/workspace/workspacelist.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
// Below this width, in pixels, the rail shows only icons.
constexpr int NarrowBelow = 1000;

template <typename Dialog>
void openOver(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}
} // namespace

MainWindow::MainWindow(WindowHost &host)
    : m_host(host)
    , m_actions(new WindowActions(this))
    , m_rail(new Rail)
    , m_header(new Header)
    , m_pages(new PageHost)
    , m_welcome(new WelcomeView(host.workspaces()))
    , m_status(new StatusLine)
    , m_notices(new Notices(m_pages, this))
    , m_palette(nullptr)
    , m_paletteSource(new PaletteSource(*m_pages, *m_actions, *this, this))
    , m_switcher(new WorkspaceSwitcher(host.workspaces(), *m_welcome->list(), this))
    , m_focus(std::make_unique<PageFocus>(*this, *m_pages))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Roost"_s);
    setMinimumSize(720, 480);
    buildLayout();
    buildPalette();
    addGoActions();
    addWindowActions();
    auto *pageActions = new PageActions(*m_actions, *m_pages, this);
    connect(pageActions, &PageActions::impossible, m_status, &StatusLine::showMessage);
    buildMenus();
    connectPages();
    connect(m_welcome->list(), &WorkspaceList::openWanted, this, &MainWindow::openWorkspace);
    connect(m_welcome->list(), &WorkspaceList::failed, this, [this](const Error &error) { notify(error); });
    connect(m_switcher, &WorkspaceSwitcher::openWanted, this, &MainWindow::openWorkspace);
    connect(&m_host.workspaces(), &OpenWorkspaces::changed, this, &MainWindow::showWorkspace);
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus(Qt::OtherFocusReason);
    m_header->hide();
    m_rail->setWorkspace(tr("No workspace"), u"folder"_s);
    m_rail->setPagesEnabled(false);
    updateNewRun();
}

MainWindow::~MainWindow()
{
    m_focus.reset();
    closeWorkspace();
}

void MainWindow::buildLayout()
{
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_header);
    main->addWidget(m_pages, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(main, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_status);
    m_pages->addWidget(m_welcome);
}

void MainWindow::buildPalette()
{
    m_palette = new CommandPalette(this);
    connect(m_palette, &CommandPalette::searched, m_paletteSource, &PaletteSource::fetchOlder);
    connect(m_paletteSource, &PaletteSource::searching, m_palette, &CommandPalette::setSearching);
    connect(m_palette, &CommandPalette::closed, m_paletteSource, &PaletteSource::stop);
}

void MainWindow::addGoActions()
{
    const QString group = tr("Go");
    m_actions->add(group, u"Palette"_s, tr("Command palette"), u"palette"_s, {QKeySequence(u"Ctrl+K"_s)}, [this] {
        m_palette->open(m_paletteSource->commands());
        m_paletteSource->fetch([this](const QList<Command> &found) { m_palette->add(found); });
    });
    m_actions->add(group, u"NewRun"_s, tr("New run"), u"add"_s, {QKeySequence(u"Ctrl+N"_s)}, [this] { openWizard(); });
    int number = 1;
    for (const PageSpec &spec : railPages()) {
        const QKeySequence key(u"Ctrl+%1"_s.arg(number++));
        m_rail->addPage(spec.id, spec.icon, spec.title, key.toString(QKeySequence::NativeText));
        m_actions->add(group, u"Page"_s + spec.id, spec.title, spec.icon, {key},
                       [this, id = spec.id] { go(Location::ofPage(id)); });
    }
    QAction *back = m_actions->add(group, u"Back"_s, tr("Back"), u"back"_s, {QKeySequence(u"Alt+Left"_s)},
                                   [this] { m_pages->back(); });
    QAction *forward = m_actions->add(group, u"Forward"_s, tr("Forward"), u"forward"_s, {QKeySequence(u"Alt+Right"_s)},
                                      [this] { m_pages->forward(); });
    back->setEnabled(false);
    forward->setEnabled(false);
    m_actions->add(group, u"Notice"_s, tr("Newest notice"), u"bell"_s, {QKeySequence(u"F6"_s)}, [this] {
        if (!m_notices->focusNewest())
            m_status->showMessage(tr("There is no notice."));
    });
}

void MainWindow::addWindowActions()
{
    const QString group = tr("Window");
    m_actions->add(group, u"NewWindow"_s, tr("New window"), u"external"_s, {QKeySequence(u"Ctrl+Shift+N"_s)}, [this] {
        saveState();
        m_host.openWindow(m_workspace ? m_workspace->session.address() : QString(), location());
    });
    m_actions->add(group, u"CloseWindow"_s, tr("Close window"), u"close"_s, {QKeySequence(u"Ctrl+W"_s)},
                   [this] { close(); });
    m_actions->add(group, u"Quit"_s, tr("Quit"), u"close"_s, {QKeySequence(u"Ctrl+Q"_s)}, [this] { m_host.quit(); });
    m_actions->add(group, u"Settings"_s, tr("Settings"), u"settings"_s, {QKeySequence(u"Ctrl+,"_s)},
                   [this] { openOver(new SettingsDialog(this)); });
    m_actions->add(group, u"About"_s, tr("About Roost"), u"info"_s, {}, [this] { openOver(new AboutDialog(this)); });
    m_actions->add(group, u"Keys"_s, tr("Keys"), u"keyboard"_s, {QKeySequence(u"F1"_s)},
                   [this] { openOver(new CheatSheet(m_actions->keys(), this)); });
}

void MainWindow::buildMenus()
{
    m_rail->switcher()->setMenu(m_switcher);
    auto *more = new QMenu(this);
    for (const QString &name : {u"Palette"_s, u"Settings"_s, u"Keys"_s, u"NewWindow"_s, u"CloseWindow"_s, u"About"_s})
        more->addAction(m_actions->find(name));
    m_rail->more()->setMenu(more);
    const QAction *newRun = m_actions->find(u"NewRun"_s);
    connect(m_rail->newRun(), &QPushButton::clicked, newRun, &QAction::trigger);
    // A button that shows its action. Its text depends on the width of the rail.
    const auto follow = [this, newRun] {
        m_rail->newRun()->setEnabled(newRun->isEnabled());
        m_rail->newRun()->setToolTip(newRun->toolTip());
    };
    connect(newRun, &QAction::changed, m_rail, follow);
    follow();
    m_header->back()->setToolTip(m_actions->find(u"Back"_s)->toolTip());
    connect(m_header->back(), &QToolButton::clicked, m_actions->find(u"Back"_s), &QAction::trigger);
}

void MainWindow::connectPages()
{
    connect(m_rail, &Rail::pageWanted, this, [this](const QString &id) { go(Location::ofPage(id)); });
    connect(m_notices, &Notices::focusLost, this, [this] { m_focus->enter(); });
    connect(m_pages, &PageHost::aboutToShow, this,
            [this](const Location &location) { m_notices->closeAbout(location); });
    connect(m_pages, &PageHost::entered, this, [this](QWidget *lastFocus) {
        m_notices->setFoot(page()->footHeight());
        m_focus->enter(lastFocus);
    });
    connect(m_pages, &PageHost::arrived, this, &MainWindow::onArrived);
    connect(m_pages, &PageHost::historyChanged, this, [this] {
        m_header->setCanGoBack(m_pages->canGoBack());
        m_actions->find(u"Back"_s)->setEnabled(m_pages->canGoBack());
        m_actions->find(u"Forward"_s)->setEnabled(m_pages->canGoForward());
    });
    connect(m_pages, &PageHost::headerChanged, this, [this] {
        m_notices->setFoot(page()->footHeight());
        showHeader();
    });
}

const Location &MainWindow::location() const
{
    return m_pages->location();
}

PageView *MainWindow::page() const
{
    return m_pages->page();
}

void MainWindow::showOpeningQuestion(const QString &address, const OpeningQuestion &question)
{
    auto *dialog = new OpeningQuestionDialog(question, this);
    connect(dialog, &QDialog::accepted, this, [this, address, about = question.about, dialog] {
        if (const auto kept = m_host.workspaces().provider().answer(address, about, dialog->secret()); !kept)
            return notify(kept.error());
        openWorkspace(address);
    });
    openOver(dialog);
}

void MainWindow::openWorkspace(const QString &address)
{
    // The keychain may ask the user to unlock it.
    if (auto prepared = m_host.workspaces().provider().prepare(address)) {
        m_status->showMessage(tr("Reading the keychain…"));
        m_preparing.watch(*prepared, [this, address](const Result<void> &) {
            m_status->showMessage({});
            openPrepared(address);
        });
        return;
    }
    openPrepared(address);
}

void MainWindow::openPrepared(const QString &address)
{
    if (const auto question = m_host.workspaces().provider().questionBeforeOpening(address))
        return showOpeningQuestion(address, *question);
    const auto opened = m_host.workspaces().open(address);
    if (!opened) {
        notify(opened.error());
        return;
    }
    // Opening a workspace again after a failure tries again: the user may have entered a password since.
    if ((*opened)->session.state() == WorkspaceSession::State::Failed)
        (*opened)->session.open();
    if (*opened == m_workspace || !mayLeave([this, address] { openWorkspace(address); }))
        return;
    const QString entry = railIdOf(restoredLocation(location()));
    closeWorkspace();
    m_workspace = *opened;
    m_pages->setContext({*m_workspace, m_host.workspaces(), *this, [this](const QString &a) { openWorkspace(a); }});
    connect(&m_workspace->activeRuns, &ActiveRuns::ended, this, &MainWindow::onRunEnded);
    connect(&m_workspace->session, &WorkspaceSession::stateChanged, this, &MainWindow::askAgainIfRefused);
    m_status->setWorkspace(m_workspace);
    m_switcher->setCurrent(m_workspace->session.address());
    m_rail->setPagesEnabled(true);
    m_header->show();
    setWatching(isVisible());
    showWorkspace();
    go(Location::ofPage(entry));
}

// A server that no longer accepts the password or token is opened again with a new one.
void MainWindow::askAgainIfRefused()
{
    const WorkspaceSession &session = m_workspace->session;
    const bool isRefused =
        session.state() == WorkspaceSession::State::Failed && session.error().kind == ErrorKind::Denied;
    if (!isRefused || !isActiveWindow() || findChild<OpeningQuestionDialog *>())
        return;
    if (const auto question = m_host.workspaces().provider().questionBeforeOpening(session.address()))
        showOpeningQuestion(session.address(), *question);
}

void MainWindow::closeWorkspace()
{
    setWatching(false);
    if (m_workspace) {
        m_workspace->session.disconnect(this);
        m_workspace->activeRuns.disconnect(this);
    }
    m_header->showPage(nullptr);
    m_pages->clear();
}

void MainWindow::go(const Location &location, Where where)
{
    if (!m_workspace)
        return;
    if (where == Where::NewWindow) {
        // The new window starts with the stored state of the page.
        saveState();
        m_host.openWindow(m_workspace->session.address(), location);
        return;
    }
    if (!m_pages->go(location)) {
        m_rail->setCurrent(railIdOf(this->location()));
        notify(tr("There is no page \"%1\".").arg(location.page), Notice::Warning);
    }
}

void MainWindow::openWizard(const Job &prefill)
{
    // There is one wizard per window: it keeps what the user has entered, and asks before a prefill replaces it.
    go(Location::submit());
    offerJob(page(), prefill);
}

void MainWindow::onArrived()
{
    m_rail->setCurrent(railIdOf(location()));
    showHeader();
    m_status->showMessage({});
}

void MainWindow::showHeader()
{
    m_header->showPage(page());
    showWorkspace();
}

bool MainWindow::mayLeave(const std::function<void()> &then)
{
    const auto asking = m_pages->blockedBy(then);
    if (asking && *asking != location())
        go(*asking);
    return !asking;
}

void MainWindow::showWorkspace()
{
    if (!m_workspace)
        return;
    m_rail->setWorkspace(m_workspace->session.title(), m_workspace->icon);
    m_rail->setCount(Location::runs().page, int(m_workspace->activeRuns.runs().size()));
    updateNewRun();
    const QString title = page() ? page()->title() : QString();
    const QString workspace = Format::isolated(m_workspace->session.title());
    setWindowTitle(title.isEmpty() ? workspace : u"%1 – %2"_s.arg(title, workspace));
}

void MainWindow::updateNewRun()
{
    QAction *newRun = m_actions->find(u"NewRun"_s);
    const QString why = m_workspace ? m_workspace->session.whyNoNewRun() : tr("Open a workspace first.");
    newRun->setEnabled(why.isEmpty());
    newRun->setToolTip(
        why.isEmpty() ? u"%1 (%2)"_s.arg(newRun->text(), newRun->shortcut().toString(QKeySequence::NativeText)) : why);
}

void MainWindow::onRunEnded(const Run &run)
{
    if (!m_host.isFirstOfItsWorkspace(*this))
        return;
    const RunEnd end = describeEnd(run);
    const Location place = Location::run(run.id);
    const auto open = [this, place] {
        go(place);
        bringToFront();
    };
    if (location() != place)
        m_notices->show(end.text, end.level, {}, tr("Open run"), open, place);
    notifyDesktop(statusText(run.status), end.text, open);
}

void MainWindow::notifyDesktop(const QString &title, const QString &text, std::function<void()> clicked)
{
    if (QApplication::activeWindow() || !Settings::instance().value(Preferences::desktopNotices))
        return;
    m_host.desktop().show(title, text, [self = QPointer(this), clicked = std::move(clicked)] {
        if (self)
            clicked();
    });
}

void MainWindow::bringToFront()
{
    raise();
    activateWindow();
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
            notifyDesktop(isDone ? work->text() : work->title(), isDone ? QString() : work->text(),
                          [this] { bringToFront(); });
    });
}

void MainWindow::saveState() const
{
    Settings &settings = Settings::instance();
    settings.set(Preferences::windowGeometry, saveGeometry());
    if (!location().page.isEmpty())
        settings.set(Preferences::lastPage, railIdOf(location()));
    m_pages->saveStates();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return m_focus && m_focus->step(next); // null while the window is being destroyed
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
    m_host.closing(*this);
    QWidget::closeEvent(event);
}

void MainWindow::setWatching(bool watching)
{
    if (m_watching == watching || !m_workspace)
        return;
    m_watching = watching;
    m_workspace->viewers += watching ? 1 : -1;
    // The desktop is also notified of the end of a run if no window is visible: the session stays active while there
    // are active runs.
    m_workspace->session.setWatched(m_workspace->viewers > 0 || !m_workspace->activeRuns.runs().isEmpty());
    m_pages->setActive(watching);
}

} // namespace Roost::Ui
