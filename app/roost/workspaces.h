// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/localworkspaces.h"
#include "ui/workspace/openworkspaces.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace Roost::App {

/// The one list of workspace kinds the window knows: a folder of this machine, Azure by its config.json or
/// resource id, and any MLflow server by its URL.
class Workspaces : public Ui::WorkspaceProvider
{
public:
    Result<Ui::WorkspaceLocation> place(const QString &address) const override;
    std::optional<Ui::OpeningQuestion> questionBefore(const QString &address) const override;
    Result<void> answer(const QString &address, Ui::OpeningQuestion::About about, const QString &secret) override;
    QString withSignIn(const QString &address, const Ui::ServerSignIn &who) override;
    Future<QString> create(const QString &folder, const QString &name) override;
    QString trackingToken(const QString &address) const override;
    QString defaultFolder() const override;

private:
    struct Secret
    {
        QString password; // null: not known
        QString token;
    };
    using Secrets = QHash<QString, Secret>; // by address

    std::optional<Ui::OpeningQuestion> questionBefore(const QString &url, const Secret &known) const;

    static Future<std::shared_ptr<Workspace>> openServer(Local::LocalWorkspaces local, QNetworkAccessManager *network,
                                                         const std::shared_ptr<Secrets> &secrets, const QString &url);

    // As long as the program runs, and nowhere else.
    std::shared_ptr<Secrets> m_secrets = std::make_shared<Secrets>();
    // Shared by all workspaces: what is opened asks through it for as long as it lives.
    mutable QNetworkAccessManager m_network;
    Local::LocalWorkspaces m_local{&m_network};
};

} // namespace Roost::App
