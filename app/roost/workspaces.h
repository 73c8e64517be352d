// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/localworkspaces.h"
#include "models/items/workspace/workspaceprovider.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace Roost::App {

/// Opens the workspaces of the program: each kind as described by models/workspaces/registry.h, after the questions
/// that the window must ask first.
class Workspaces : public Items::WorkspaceProvider
{
public:
    Result<Items::WorkspaceLocation> locate(const QString &address) const override;
    std::optional<Items::OpeningQuestion> questionBeforeOpening(const QString &address) const override;
    Result<void> answer(const QString &address, Items::OpeningQuestion::About about, const QString &secret) override;
    QString withSignIn(const QString &address, const Items::ServerSignIn &who) override;
    Future<QString> create(const QString &folder, const QString &name) override;
    QString trackingToken(const QString &address) const override;
    QString defaultFolder() const override;

private:
    struct Secret
    {
        QString password; // null if not known
        QString token;
    };
    using Secrets = QHash<QString, Secret>; // by address

    // In memory only, until the program ends.
    std::shared_ptr<Secrets> m_secrets = std::make_shared<Secrets>();
    // Used by all open workspaces for their requests.
    mutable QNetworkAccessManager m_network;
    Local::LocalWorkspaces m_local{&m_network};
};

} // namespace Roost::App
