// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspaceprovider.h"
#include "ui/workspace/openworkspace.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Roost::Ui {

/// The workspaces that are open in this program, shared by its windows, and the recent ones.
class OpenWorkspaces : public QObject
{
    Q_OBJECT
public:
    /// `provider` must outlive this object.
    explicit OpenWorkspaces(Items::WorkspaceProvider &provider);

    Items::WorkspaceProvider &provider() const { return m_provider; }

    /// Returns the open workspace at `address`, or opens it, which connects the session. It becomes the most recent
    /// workspace.
    Result<std::shared_ptr<OpenWorkspace>> open(const QString &address);
    /// Returns null if the workspace is not open.
    std::shared_ptr<OpenWorkspace> find(const QString &address) const;
    QList<std::shared_ptr<OpenWorkspace>> all() const { return m_open; }

    /// Returns addresses, the most recent first; they are stored in the settings.
    QStringList recent() const { return m_recent; }
    void forget(const QString &address);
    /// Returns the name that the workspace had when it was last open, or the last part of the address.
    QString titleOf(const QString &address) const;

Q_SIGNALS:
    /// Emitted when a workspace was added, or when the state, the name or the active runs of a workspace have changed.
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
