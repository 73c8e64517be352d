// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/tracking/runstore.h"

#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// The root of the artifacts that the service itself stores, for MLflow clients.
inline constexpr auto ownArtifactRoot = "mlflow-artifacts:/";

/// Returns the URI of `path` below an artifact location; a query of the location remains at the end.
QString below(const QString &location, const QString &path);

/// Returns the address of a run's artifacts for clients: "mlflow-artifacts:/0/<run>/artifacts", or below the artifact
/// location of the experiment. The files of a job lie in the workspace even if those of its experiment lie elsewhere on
/// this machine.
QString artifactUri(const RunRow &run);

/// Returns the path that the service stores for a URI that clients read and write through it: "0/<run>/artifacts" for
/// "mlflow-artifacts:/0/<run>/artifacts", "mlflow-artifacts://HOST/0/..." and
/// "http://HOST/api/2.0/mlflow-artifacts/artifacts/0/...". Returns nullopt for any other URI.
std::optional<QString> proxiedPath(const QString &uri);

/// Returns the folder on this machine that a URI or an absolute path names ("/a/b", "file:///a/b"); nullopt for any
/// other URI, also for a file of another machine.
std::optional<QString> localPath(const QString &uri);

/// Returns the machine that a URI such as "file://server/share" names; empty if the URI is none of another machine.
QString remoteHostOfFile(const QString &uri);

} // namespace Roost::Service::Store
