// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windows.h"

#include "ui/settings/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/workspace/openworkspace.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {
// The approximate size of the window frame. The true size is known only after a window is shown.
constexpr QSize Frame(8, 40);
constexpr QSize FirstSize(1280, 800);
} // namespace

Windows::Windows(Items::WorkspaceProvider &provider)
    : m_workspaces(provider)
{
}

Windows::~Windows()
{
    qDeleteAll(all());
}

MainWindow *Windows::open(const QString &address, const Location &location)
{
    const Settings &settings = Settings::instance();
    auto *window = new MainWindow(*this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!window->restoreGeometry(settings.value(Preferences::windowGeometry)))
        window->resize(FirstSize.boundedTo(QApplication::primaryScreen()->availableSize() - Frame));
    if (!all().isEmpty())
        window->move(all().last()->pos() + QPoint(32, 32));
    m_windows.append(window);
    if (!address.isEmpty())
        window->openWorkspace(address);
    Location wanted = location;
    if (wanted.page.isEmpty())
        wanted.page = settings.value(Preferences::lastPage);
    if (window->workspace())
        window->go(wanted);
    window->show();
    return window;
}

MainWindow *Windows::restore()
{
    MainWindow *first = nullptr;
    for (const QVariant &one : Settings::instance().value(Preferences::openWindows)) {
        const QVariantMap map = one.toMap();
        MainWindow *window =
            open(map.value(u"address"_s).toString(), {map.value(u"page"_s).toString(), map.value(u"name"_s).toString(),
                                                      map.value(u"version"_s).toString()});
        window->restoreGeometry(map.value(u"geometry"_s).toByteArray());
        first = first ? first : window;
    }
    return first ? first : open(m_workspaces.recent().value(0));
}

void Windows::saveOpenWindows() const
{
    QVariantList open;
    for (const MainWindow *window : all()) {
        if (window->isHidden() || !window->workspace())
            continue;
        const Location at = restoredLocation(window->location());
        open += QVariantMap{{u"address"_s, window->workspace()->session.address()},
                            {u"page"_s, at.page},
                            {u"name"_s, at.name},
                            {u"version"_s, at.version},
                            {u"geometry"_s, window->saveGeometry()}};
    }
    Settings::instance().set(Preferences::openWindows, open);
}

void Windows::closing(const MainWindow &window)
{
    const auto isOther = [&window](const MainWindow *other) { return other != &window && !other->isHidden(); };
    if (!m_quitting && !std::ranges::any_of(all(), isOther))
        saveOpenWindows();
}

QList<MainWindow *> Windows::all() const
{
    QList<MainWindow *> windows;
    for (const auto &window : m_windows) {
        if (window)
            windows.append(window);
    }
    return windows;
}

void Windows::quit()
{
    for (MainWindow *window : all()) {
        if (window->mayLeave([this] { quit(); }))
            continue;
        window->raise();
        window->activateWindow();
        return;
    }
    saveOpenWindows();
    m_quitting = true;
    QApplication::closeAllWindows();
    m_quitting = false;
}

bool Windows::isFirstOfItsWorkspace(const MainWindow &window) const
{
    const QList<MainWindow *> windows = all();
    return *std::ranges::find(windows, window.workspace(), &MainWindow::workspace) == &window;
}

} // namespace Roost::Ui
