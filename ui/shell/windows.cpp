// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windows.h"

#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QScreen>
#include <QSettings>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {
// About what a desktop draws around a window; how much it is one knows only of a window that is shown.
constexpr QSize Frame(8, 40);
constexpr QSize FirstSize(1280, 800);
} // namespace

Windows::Windows(WorkspaceDoor &door)
    : m_sessions(door)
{
}

Windows::~Windows()
{
    for (MainWindow *window : all())
        delete window;
}

MainWindow *Windows::open(const QString &address, const Location &location)
{
    const QSettings settings;
    auto *window = new MainWindow(*this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!window->restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        window->resize(FirstSize.boundedTo(QApplication::primaryScreen()->availableSize() - Frame));
    if (!all().isEmpty())
        window->move(all().last()->pos() + QPoint(32, 32));
    m_windows.append(window);
    if (!address.isEmpty())
        window->openWorkspace(address);
    Location wanted = location;
    if (wanted.page.isEmpty())
        wanted.page = settings.value(u"window/page"_s, u"home"_s).toString();
    if (window->workspace())
        window->go(wanted);
    window->show();
    return window;
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
    QApplication::closeAllWindows();
}

bool Windows::isInFront()
{
    return QApplication::activeWindow() != nullptr;
}

} // namespace Roost
