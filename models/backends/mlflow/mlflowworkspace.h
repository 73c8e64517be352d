// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/rest/credential.h"

#include <QUrl>

class QNetworkAccessManager;

namespace Roost {

namespace Mlflow {
struct Context;
}

struct MlflowSettings
{
    /// The tracking address, as MLFLOW_TRACKING_URI.
    QUrl url;
    /// Null: no Authorization header.
    std::shared_ptr<Credential> credential;

    /// The server of that address; its token is that of the environment (MLFLOW_TRACKING_TOKEN), as for MLflow's own
    /// client.
    static MlflowSettings fromEnvironment(const QString &url);
};

/// Any MLflow server: history and registry. The other parts are null.
class MlflowWorkspace : public Workspace
{
public:
    /// Asks for the experiments to see that it is an MLflow server. `network` must outlive the workspace.
    static Answer<std::shared_ptr<Workspace>> open(QNetworkAccessManager *network, const MlflowSettings &settings);

    ~MlflowWorkspace() override;
    Answer<WorkspaceInfo> info() override;
    RunHistory *runHistory() override { return m_history.get(); }
    ModelRegistry *models() override { return m_models.get(); }

private:
    explicit MlflowWorkspace(std::shared_ptr<Mlflow::Context> context);

    std::shared_ptr<Mlflow::Context> m_context;
    std::unique_ptr<RunHistory> m_history;
    std::unique_ptr<ModelRegistry> m_models;
};

} // namespace Roost
