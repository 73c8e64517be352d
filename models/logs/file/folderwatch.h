// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

class QSocketNotifier;

namespace Roost::Logs {

/// Reports files that are written, created, replaced or removed. It watches their folders: one kernel watch covers all
/// logs of a run, which QFileSystemWatcher cannot do. Changes within an interval are reported together. The interval
/// grows with the number of changed files, so that a run of many ranks costs no more than a screen can show. File
/// systems without change notification (mainly NFS) report nothing: poll those files. Requires a thread with an event
/// loop.
class FolderWatch : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    /// Watches a path, which may be added several times. Returns false if its folder cannot be watched (yet); the
    /// caller must then add the path again later.
    bool add(const QByteArray &path);
    void remove(const QByteArray &path);

Q_SIGNALS:
    /// Emitted with a path as it was added. A null path means that events were lost and any file may have changed.
    void changed(const QByteArray &path);

private:
    struct Folder
    {
        int watch = -1;
        QHash<QByteArray, int> files; // the number of times that each name was added
    };
    void onReadable();
    void readEvents();
    void emitChanges();

    int m_queue = -1;
    QSocketNotifier *m_notifier = nullptr;
    QHash<QByteArray, Folder> m_folders; // by path
    QHash<int, QByteArray> m_paths;      // by watch
    QSet<QByteArray> m_changed;
    bool m_hasMissed = false; // the kernel dropped events
    QTimer m_timer;           // active until the end of the interval
};

} // namespace Roost::Logs
