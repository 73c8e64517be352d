// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/containedfolder.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>

namespace Roost::Service::Collect {

/// Finds the files below folders of a run that appear over time. A folder is listed only when it has changed.
class FileSearch
{
public:
    explicit FileSearch(Files::ContainedFolder run)
        : m_run(std::move(run))
    {
    }

    /// Adds a folder of the run; it need not exist yet.
    void add(const QString &folder, bool isRecursive);

    /// Calls `found` with each file that may be new. Returns sentences about folders that are not searched.
    QStringList update(const std::function<void(const QString &path)> &found);

private:
    struct Folder
    {
        bool isRecursive = false;
        int depth = 0;
        QDateTime modified = {}; // when it was listed
        bool isSettled = false;
        QString problem = {};
    };

    void list(const QString &path, Folder &folder, const std::function<void(const QString &path)> &found,
              std::map<QString, Folder> &more);

    Files::ContainedFolder m_run;
    std::map<QString, Folder> m_folders;
    bool m_isFull = false;
};

} // namespace Roost::Service::Collect
