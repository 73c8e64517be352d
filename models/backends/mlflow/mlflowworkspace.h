// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/rest/exchange.h"

#include <QUrl>

class QNetworkAccessManager;

namespace Roost::Mlflow {

struct Context;
class MlflowRunHistory;

/// How to reach a server.
struct MlflowSettings
{
    /// The tracking address, as in MLFLOW_TRACKING_URI, without user and password.
    QUrl url;
    /// If null, requests have no Authorization header.
    std::shared_ptr<Rest::Credential> credential;
    Rest::TlsOptions tls = {};
    /// How often a request is repeated; a test of the server does not repeat.
    Rest::RetryPolicy retries = {};
};

/// A workspace on any MLflow server: run history and model registry. The other parts are null.
class MlflowWorkspace : public Workspace
{
public:
    /// Requests the experiments to check that the server is an MLflow server. `network` must outlive the workspace; it
    /// is not used if the settings contain options for TLS, because connections are then not shared.
    static Future<std::shared_ptr<MlflowWorkspace>> open(QNetworkAccessManager *network,
                                                         const MlflowSettings &settings);

    ~MlflowWorkspace() override;
    Future<WorkspaceInfo> info() override;
    RunHistory *runHistory() override;
    FileReader *files() override;
    ModelRegistry *models() override { return m_models.get(); }
    /// Returns the number of active experiments when the workspace was opened.
    qsizetype experimentCount() const { return m_experimentCount; }

private:
    MlflowWorkspace(std::shared_ptr<Context> context, qsizetype experimentCount);

    std::shared_ptr<Context> m_context;
    std::unique_ptr<MlflowRunHistory> m_history;
    std::unique_ptr<ModelRegistry> m_models;
    qsizetype m_experimentCount;
};

} // namespace Roost::Mlflow
