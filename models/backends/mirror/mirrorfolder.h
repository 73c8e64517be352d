// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>

class QThreadPool;

namespace Roost::Mirror {

/// The folder with what one server answered to one user, below `root()`. Its README.md describes the files, which only
/// the user can read. A file that is damaged, or that belongs to another server, counts as missing and is replaced by
/// the next answer. Files are read and written on a thread of the folder's own, in the order of the calls.
class MirrorFolder
{
public:
    /// `address` and `account` identify the server and the user; neither is a secret. Creates nothing.
    MirrorFolder(const QString &address, const QString &account, const QString &root = defaultRoot());
    ~MirrorFolder();
    MirrorFolder(const MirrorFolder &) = delete;
    MirrorFolder &operator=(const MirrorFolder &) = delete;

    /// Returns "$XDG_CACHE_HOME/roost/servers".
    static QString defaultRoot();
    /// Removes everything that is kept about the server, for all users.
    static void forget(const QString &address, const QString &root = defaultRoot());

    QString path() const { return m_path; }
    bool exists() const;
    /// Returns the time of the last answer of the server; invalid if there is none.
    QDateTime asOf() const;

    /// Reads a file by its name ("runs", "runs/ID"). NotFound if there is none.
    Future<QJsonObject> read(const QString &name) const;
    /// Returns the content of a file, empty if there is none. Call on the folder's thread, from the function that
    /// write() takes.
    QJsonObject readNow(const QString &name) const;
    /// Replaces a file. A content that is the same as the last one writes nothing but the time. `content` is called on
    /// the folder's thread.
    void write(const QString &name, std::function<QJsonObject()> content);
    /// Removes a file: the server no longer has the object.
    void remove(const QString &name);
    /// Waits until everything is written.
    void flush();

private:
    void touch();
    void writeNow(const QString &name, const QJsonObject &content);
    void prune() const;

    QString m_address;
    QString m_account;
    QString m_path;
    QHash<QString, QByteArray> m_written; // hashes of contents; used by the thread only
    qint64 m_sinceTouch = 0;              // used by the thread only
    int m_sincePrune = 0;                 // used by the thread only
    std::unique_ptr<QThreadPool> m_thread;
};

using MirrorFolderPtr = std::shared_ptr<MirrorFolder>;

} // namespace Roost::Mirror
