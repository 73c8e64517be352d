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

/// Tells which files are written, made, replaced or taken away. It watches their folders: one kernel watch for the
/// logs of a run however many they are, which QFileSystemWatcher does not have. What comes within a moment is told
/// together, and the more files change the longer a moment is, so that a run of many ranks costs no more than a screen
/// can show. On file systems that tell nobody (NFS above all) nothing comes: who needs to know looks now and then.
/// Lives on a thread with an event loop.
class FolderWatch : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    /// A path counts as often as it was added. False where the folder cannot be watched (yet); add it again later.
    bool add(const QByteArray &path);
    void remove(const QByteArray &path);

Q_SIGNALS:
    /// Paths as they were added. A null one: something was missed, anything may have changed.
    void changed(const QByteArray &path);

private:
    struct Folder
    {
        int watch = -1;
        QHash<QByteArray, int> files; // by name: how often it was added
    };
    void wake();
    void read();
    void tell();

    int m_queue = -1;
    QSocketNotifier *m_notifier = nullptr;
    QHash<QByteArray, Folder> m_folders; // by path
    QHash<int, QByteArray> m_paths;      // of a watch
    QSet<QByteArray> m_changed;
    bool m_missed = false;
    QTimer m_timer; // until the next moment
};

} // namespace Roost::Logs
