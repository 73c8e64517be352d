// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QTabWidget;

namespace Roost::Ui {

class MainWindow;

/// Takes a picture of each main page, and of the page of a run once per tab, after the page is loaded.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    /// `runId` may be empty. The pictures are named DIR/<nn>-<page>.png; those of the run contain the name of the tab.
    Screenshots(MainWindow &window, QString folder, const QString &runId, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// `written` is the number of pictures; `problem` is empty, or a sentence why one could not be written.
    void finished(int written, const QString &problem);

private:
    void next();
    void waitUntilLoaded();
    void poll();
    void grab();
    QTabWidget *tabs() const;

    MainWindow &m_window;
    QString m_folder;
    QList<Location> m_locations;
    int m_at = -1;
    int m_tab = 0;
    int m_written = 0;
    QString m_problem;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_loaded;
};

} // namespace Roost::Ui
