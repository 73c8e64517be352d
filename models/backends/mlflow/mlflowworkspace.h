// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/rest/credential.h"

#include <QUrl>

class QNetworkAccessManager;

namespace Roost::Mlflow {

struct Context;
class MlflowRunHistory;

struct MlflowSettings
{
    /// The tracking address, as in MLFLOW_TRACKING_URI.
    QUrl url;
    /// If null, requests have no Authorization header.
    std::shared_ptr<Rest::Credential> credential;

    struct SignIn
    {
        /// The password of the user named in the address.
        QString password = {};
        /// Whether the user has agreed to send the password to another machine over plain http.
        bool mayTravelInPlain = false;
        /// Used instead of user and password.
        QString token = {};
    };
    /// Returns the settings for the server at that address. The credentials are those of the address and of `signIn`,
    /// else those in the environment variables that MLflow's own client reads: MLFLOW_TRACKING_USERNAME and
    /// MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN.
    static MlflowSettings fromEnvironment(const QString &url, const SignIn &signIn);
    static MlflowSettings fromEnvironment(const QString &url) { return fromEnvironment(url, {}); }
    /// Returns whether the environment variables contain the password of that user.
    static bool knowsPasswordOf(const QString &user);
};

/// A workspace on any MLflow server: run history and model registry. The other parts are null.
class MlflowWorkspace : public Workspace
{
public:
    /// Requests the experiments to check that the server is an MLflow server. `network` must outlive the workspace.
    static Future<std::shared_ptr<Workspace>> open(QNetworkAccessManager *network, const MlflowSettings &settings);

    ~MlflowWorkspace() override;
    Future<WorkspaceInfo> info() override;
    RunHistory *runHistory() override;
    FileReader *files() override;
    ModelRegistry *models() override { return m_models.get(); }

private:
    explicit MlflowWorkspace(std::shared_ptr<Context> context);

    std::shared_ptr<Context> m_context;
    std::unique_ptr<MlflowRunHistory> m_history;
    std::unique_ptr<ModelRegistry> m_models;
};

} // namespace Roost::Mlflow
