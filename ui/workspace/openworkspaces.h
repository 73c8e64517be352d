// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspaceprovider.h"
#include "ui/workspace/openworkspace.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Roost::Ui {

/// The workspaces that are open in this program, shared by its windows, and those that were open before.
class OpenWorkspaces : public QObject
{
    Q_OBJECT
public:
    /// `provider` outlives it.
    explicit OpenWorkspaces(Items::WorkspaceProvider &provider);

    Items::WorkspaceProvider &provider() const { return m_provider; }

    /// The open one of that address, or a new one that connects; it becomes the most recent one.
    Result<std::shared_ptr<OpenWorkspace>> open(const QString &address);
    /// Null if it is not open.
    std::shared_ptr<OpenWorkspace> find(const QString &address) const;
    QList<std::shared_ptr<OpenWorkspace>> all() const { return m_open; }

    /// Addresses, the last one used first; kept in the settings.
    QStringList recent() const { return m_recent; }
    void forget(const QString &address);
    /// Its name when it was last open, or the last part of the address.
    QString titleOf(const QString &address) const;

Q_SIGNALS:
    /// A workspace was added, or the state, the name or the active runs of one changed.
    void changed();

private:
    void remember(const QString &address);
    void save() const;

    Items::WorkspaceProvider &m_provider;
    QList<std::shared_ptr<OpenWorkspace>> m_open;
    QStringList m_recent;
    QHash<QString, QString> m_titles;
};

} // namespace Roost::Ui
