// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roost/workspaces.h"
#include "tests/bench/benchmark.h"
#include "tests/e2e/scratch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QApplication>

#include <vector>

namespace Roost::Bench {

/// Creates a separate home folder and then the application, with light colours.
struct BenchApplication
{
    BenchApplication(int &argc, char **argv);

    Testing::Scratch home;
    QApplication application;
};

/// The real window, in this process, with a separate workspace and a real roostd. Requires a display. Create it first,
/// because it contains the application object. The destructor ends all that it has started.
class BenchWindow
{
public:
    BenchWindow(int &argc, char **argv);
    ~BenchWindow();
    BenchWindow(const BenchWindow &) = delete;
    BenchWindow &operator=(const BenchWindow &) = delete;

    Ui::MainWindow &window() { return *m_window; }

    /// Submits a script of tests/bench/scripts with `ranks` processes. Returns the id of the run.
    QString submit(const QString &script, const QStringList &arguments, int ranks = 1);
    /// Shows the tab with that name on the page of a run.
    void showRun(const QString &id, const QString &tab);
    /// Waits until the log of the first rank contains that line.
    void waitForLine(const QString &id, const QByteArray &line);
    /// Waits until a run has ended, and requires that it completed.
    void waitForEnd(const QString &id);

    /// Returns the visible child of the window with that name and class, after waiting for it.
    template <typename T>
    T *see(const QString &name)
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *child : m_window->findChildren<T *>(name)) {
                if (child->isVisible())
                    found = child;
            }
            return found != nullptr;
        });
        return found;
    }

private:
    BenchApplication m_application;
    QString m_folder;
    App::Workspaces m_workspaces;
    Ui::Windows m_windows{m_workspaces};
    Ui::MainWindow *m_window = nullptr;
};

/// Calls a function each time a widget has been painted and shown.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<void()> painted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_painted;
    bool m_scheduled = false;
};

/// Returns the value below which `share` of the values are.
double quantile(std::vector<double> values, double share);

/// Returns the seconds since 1970.
double now();

/// Returns the processor time of all threads of this process, in seconds.
double processorTime();

} // namespace Roost::Bench
