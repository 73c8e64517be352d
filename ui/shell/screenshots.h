// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/location.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Roost {

class MainWindow;

/// Opens the main pages one after the other, waits until each has read what it shows, and writes its picture.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    /// `runId` may be empty. Pictures are DIR/<n>-<page>.png.
    Screenshots(MainWindow &window, QString folder, const QString &runId, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// `written` pictures were made; `problem` is empty or says why one could not be.
    void finished(int written, const QString &problem);

private:
    void next();
    void look();
    void grab();

    MainWindow &m_window;
    QString m_folder;
    QList<Location> m_locations;
    int m_at = -1;
    int m_written = 0;
    QString m_problem;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_loaded;
};

} // namespace Roost
