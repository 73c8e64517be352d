// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/run.h"
#include "ui/navigation/navigator.h"

#include <QWidget>

#include <memory>

namespace Roost::Items {
struct OpeningQuestion;
} // namespace Roost::Items

namespace Roost::Ui {

class CommandPalette;
class Header;
class Notices;
class PageFocus;
class PageHost;
class PageView;
class PaletteSource;
class Rail;
class StatusLine;
class WelcomeView;
class WindowActions;
class WindowHost;
class WorkspaceSwitcher;
struct OpenWorkspace;

/// One window: rail, header, page and status line. Shows one workspace at a time, which other windows may share.
class MainWindow : public QWidget, public Navigator
{
    Q_OBJECT
public:
    /// `host` must outlive the window.
    explicit MainWindow(WindowHost &host);
    ~MainWindow() override;

    /// Opens another workspace in this window. Asks the user first if the workspace requires it. If the address is
    /// invalid or a page has unsaved changes, the window keeps its workspace and shows the reason.
    void openWorkspace(const QString &address);
    /// Null if no workspace is open.
    const std::shared_ptr<OpenWorkspace> &workspace() const { return m_workspace; }
    const Location &location() const;
    /// Returns null if no workspace is open.
    PageView *page() const;
    WindowActions &actions() const { return *m_actions; }
    /// Returns false if a page has unsaved changes. That page is then shown and asks the user; `then` is called if the
    /// user discards the changes.
    bool mayLeave(const std::function<void()> &then);
    /// Stores the geometry and the states of the pages in the settings; the next window starts with them.
    void saveState() const;

    void go(const Location &location, Where where = Where::Here) override;
    void openWizard(const Job &prefill = {}) override;
    void notify(const QString &text, Notice level = Notice::Info, const QString &actionText = {},
                std::function<void()> action = {}) override;
    void notify(const Error &error, const QString &actionText = {}, std::function<void()> action = {}) override;
    void track(std::shared_ptr<Items::LongWork> work) override;

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void buildPalette();
    void addGoActions();
    void addWindowActions();
    void buildMenus();
    void connectPages();
    void openPrepared(const QString &address);
    void askAgainIfRefused();
    void showOpeningQuestion(const QString &address, const Items::OpeningQuestion &question);
    void closeWorkspace();
    void onArrived();
    void showHeader();
    void showWorkspace();
    void updateNewRun();
    void onRunEnded(const Run &run);
    void setWatching(bool watching);
    void notifyDesktop(const QString &title, const QString &text, std::function<void()> clicked);
    void bringToFront();

    WindowHost &m_host;
    std::shared_ptr<OpenWorkspace> m_workspace;
    PendingReply<void> m_preparing;
    bool m_watching = false;

    WindowActions *m_actions;
    Rail *m_rail;
    Header *m_header;
    PageHost *m_pages;
    WelcomeView *m_welcome;
    StatusLine *m_status;
    Notices *m_notices;
    CommandPalette *m_palette;
    PaletteSource *m_paletteSource;
    WorkspaceSwitcher *m_switcher;
    std::unique_ptr<PageFocus> m_focus; // destroyed first: it follows the focus while the other members are deleted
};

} // namespace Roost::Ui
