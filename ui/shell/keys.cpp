// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of a window and their keys.
#include "ui/pages/pageview.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/cheatsheet.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/palettesource.h"
#include "ui/shell/rail.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/statusline.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windows.h"

namespace Roost::Ui {

using namespace Qt::StringLiterals;

void MainWindow::buildActions()
{
    const QString go = tr("Go");
    const QString window = tr("Window");
    m_actions->add(go, u"Palette"_s, tr("Command palette"), u"palette"_s, {QKeySequence(u"Ctrl+K"_s)}, [this] {
        m_palette->open(m_paletteSource->commands());
        m_paletteSource->ask([this](const QList<Command> &found) { m_palette->add(found); });
    });
    m_actions->add(go, u"NewRun"_s, tr("New run"), u"add"_s, {QKeySequence(u"Ctrl+N"_s)}, [this] { openWizard(); });
    int number = 1;
    for (const PageSpec &spec : railPages()) {
        const QKeySequence key(u"Ctrl+%1"_s.arg(number++));
        m_rail->addPage(spec.name, spec.icon, spec.title, key.toString(QKeySequence::NativeText));
        m_actions->add(go, u"Page"_s + spec.name, spec.title, spec.icon, {key},
                       [this, name = spec.name] { this->go({name, {}, {}}); });
    }
    QAction *back = m_actions->add(go, u"Back"_s, tr("Back"), u"back"_s, {QKeySequence(u"Alt+Left"_s)}, [this] {
        if (m_history.canGoBack())
            this->go(m_history.back());
    });
    QAction *forward =
        m_actions->add(go, u"Forward"_s, tr("Forward"), u"forward"_s, {QKeySequence(u"Alt+Right"_s)}, [this] {
            if (m_history.canGoForward())
                this->go(m_history.forward());
        });
    m_actions->add(go, u"Notice"_s, tr("Newest notice"), u"bell"_s, {QKeySequence(u"F6"_s)}, [this] {
        if (!m_notices->takeFocus())
            m_status->say(tr("There is no notice."));
    });
    back->setEnabled(false);
    forward->setEnabled(false);
    m_actions->add(window, u"NewWindow"_s, tr("New window"), u"external"_s, {QKeySequence(u"Ctrl+Shift+N"_s)}, [this] {
        saveState();
        m_windows.open(m_workspace ? m_workspace->session.address() : QString(), m_location);
    });
    m_actions->add(window, u"CloseWindow"_s, tr("Close window"), u"close"_s, {QKeySequence(u"Ctrl+W"_s)},
                   [this] { close(); });
    m_actions->add(window, u"Quit"_s, tr("Quit"), u"close"_s, {QKeySequence(u"Ctrl+Q"_s)},
                   [this] { m_windows.quit(); });
    m_actions->add(window, u"Settings"_s, tr("Settings"), u"settings"_s, {QKeySequence(u"Ctrl+,"_s)}, [this] {
        auto *dialog = new SettingsDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_actions->add(window, u"About"_s, tr("About Roost"), u"info"_s, {}, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_actions->add(window, u"Keys"_s, tr("Keys"), u"keyboard"_s, {QKeySequence(u"F1"_s)}, [this] {
        auto *sheet = new CheatSheet(m_actions->keys(), this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
}

void MainWindow::buildViewActions()
{
    const QString here = tr("On this page");
    m_actions->add(here, u"Refresh"_s, tr("Refresh"), u"refresh"_s, {QKeySequence(u"F5"_s)}, [this] {
        if (m_page)
            m_page->refresh();
    });
    const auto orSay = [this](bool could, const QString &text) {
        if (m_page && !could)
            m_status->say(text);
    };
    m_actions->add(here, u"Find"_s, tr("Find here"), u"search"_s, {QKeySequence(u"Ctrl+F"_s)},
                   [this, orSay] { orSay(m_page && m_page->find(), tr("There is nothing to search on this page.")); });
    m_actions->add(here, u"Filter"_s, tr("Filter"), u"filter"_s, {QKeySequence(u"Ctrl+L"_s)}, [this, orSay] {
        orSay(m_page && m_page->focusFilter(), tr("There is nothing to filter on this page."));
    });
    m_actions->add(here, u"GoTo"_s, tr("Go to a line or a time"), u"forward"_s, {QKeySequence(u"Ctrl+G"_s)},
                   [this, orSay] { orSay(m_page && m_page->goToPlace(), tr("There are no lines on this page.")); });
    m_actions->add(
        here, u"Beside"_s, tr("Two logs side by side"), u"columns"_s, {QKeySequence(u"Ctrl+D"_s)},
        [this, orSay] { orSay(m_page && m_page->toggleBeside(), tr("There are no two logs on this page.")); });
    m_actions->add(here, u"NextError"_s, tr("Next error"), u"down"_s, {QKeySequence(u"F8"_s)}, [this, orSay] {
        orSay(m_page && m_page->walkErrors(1), tr("There are no errors to walk through on this page."));
    });
    m_actions->add(here, u"PreviousError"_s, tr("Previous error"), u"up"_s, {QKeySequence(u"Shift+F8"_s)},
                   [this, orSay] {
                       orSay(m_page && m_page->walkErrors(-1), tr("There are no errors to walk through on this page."));
                   });
}

} // namespace Roost::Ui
