// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "ui/navigation/navigator.h"
#include "ui/shell/history.h"
#include "ui/shell/pages.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace Roost::Ui {

class CommandPalette;
class Header;
class Notices;
class PageView;
class PaletteSource;
class Rail;
class StatusLine;
class WelcomeView;
class WindowActions;
class Windows;
class WorkspaceList;
struct OpenWorkspace;
struct OpeningQuestion;

/// One window: rail, header, page, status line. Shows one workspace at a time, shared with other windows.
class MainWindow : public QWidget, public Navigator
{
    Q_OBJECT
public:
    explicit MainWindow(Windows &windows);
    ~MainWindow() override;

    /// Shows another workspace; says in place what is wrong with the address.
    void openWorkspace(const QString &address);
    const std::shared_ptr<OpenWorkspace> &workspace() const { return m_workspace; }
    void go(const Location &location);
    const Location &location() const { return m_location; }
    /// Null while no workspace is open.
    PageView *page() const { return m_page; }
    WindowActions &actions() const { return *m_actions; }
    /// False where a page holds something unsaved: it comes into view and asks, and `then` is called once it may be
    /// lost.
    bool mayLeave(const std::function<void()> &then);

    void openHome() override { go({QStringLiteral("home"), {}, {}}); }
    void openRuns(const QString &experiment = {}) override { go({QStringLiteral("runs"), experiment, {}}); }
    void openRun(const QString &runId, Where where = Where::Here) override;
    void openCompute(const QString &name = {}) override { go({QStringLiteral("compute"), name, {}}); }
    void openEnvironment(const QString &name = {}, const QString &version = {}) override
    {
        go({QStringLiteral("environments"), name, version});
    }
    void openModel(const QString &name = {}, const QString &version = {}) override
    {
        go({QStringLiteral("models"), name, version});
    }
    void openWizard(const Job &prefill = {}) override;
    void notify(const QString &text, Notice level = Notice::Info, const QString &actionText = {},
                std::function<void()> action = {}) override;
    void notify(const Error &error, const QString &actionText = {}, std::function<void()> action = {}) override;
    void track(std::shared_ptr<Items::LongWork> work) override;

    void saveState() const;

Q_SIGNALS:
    void pageChanged();

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void askBeforeOpening(const QString &address, const OpeningQuestion &question);
    void buildLayout();
    void buildActions();
    void buildViewActions();
    void buildMenus();
    void fillSwitcher();
    void showLocation(const Location &location);
    void showPage(PageView *page);
    void focusPage(QWidget *last);
    void leadFocusBack();
    void watchFocus(QWidget *before, QWidget *now);
    void showHeader();
    void readRuns();
    void allowNewRun();
    void runEnded(const Run &run);
    void dropPages();
    void trimRunPages();
    void savePage(PageView *page) const;
    void setWatching(bool watching);
    PageContext context();
    void tellDesktop(const QString &title, const QString &text, std::function<void()> clicked);

    Windows &m_windows;
    std::shared_ptr<OpenWorkspace> m_workspace;
    Location m_location;
    History m_history;
    PageView *m_page = nullptr;
    QHash<QString, PageView *> m_pages;
    QStringList m_runPages; // keys of m_pages, the one seen last at the end
    bool m_watching = false;

    WindowActions *m_actions;
    Rail *m_rail;
    Header *m_header;
    QStackedWidget *m_stack;
    WelcomeView *m_welcome;
    StatusLine *m_status;
    Notices *m_notices;
    CommandPalette *m_palette = nullptr;
    PaletteSource *m_paletteSource;
};

} // namespace Roost::Ui
