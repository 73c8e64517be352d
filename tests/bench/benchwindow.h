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

/// A home of its own, and after it the application, in light colours.
struct BenchApplication
{
    BenchApplication(int &argc, char **argv);

    Testing::Scratch home;
    QApplication application;
};

/// The real window, in this process, on a workspace of its own with a real roostd. Needs a display, and is
/// made first: the application object is its own. What it starts ends with it.
class BenchWindow
{
public:
    BenchWindow(int &argc, char **argv);
    ~BenchWindow();
    BenchWindow(const BenchWindow &) = delete;
    BenchWindow &operator=(const BenchWindow &) = delete;

    Ui::MainWindow &window() { return *m_window; }

    /// Submits a script of tests/bench/scripts on `ranks` processes; the id of its run.
    QString submit(const QString &script, const QStringList &arguments, int ranks = 1);
    /// Shows the page of a run with the tab of that name in front.
    void showRun(const QString &id, const QString &tab);
    /// Waits until a run has ended, and that it completed.
    void waitForEnd(const QString &id);

    /// The visible child of the window of that name and class; waits for it.
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

/// Calls back after each time a widget was painted and shown.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<void()> painted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_painted;
    bool m_told = false;
};

/// The value below which `share` of them lie.
double quantile(std::vector<double> values, double share);

/// Seconds since 1970.
double now();

/// Seconds of processor time that this process has used, all threads.
double processorTime();

} // namespace Roost::Bench
