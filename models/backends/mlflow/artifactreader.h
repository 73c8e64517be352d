// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mlflow/mlflowcontext.h"

namespace Roost::Mlflow {

/// Reads artifacts. Open-source servers send them themselves. Databricks names for each file an address at its storage
/// that is valid for some minutes.
class ArtifactReader
{
public:
    explicit ArtifactReader(ContextPtr context)
        : m_context(std::move(context))
    {
    }

    /// Reads a part of the artifact with that artifactUrl().
    Future<Chunk> read(const QUrl &url, qint64 offset, qint64 limit);

private:
    Future<Chunk> readSigned(const QUrl &url, qint64 offset, qint64 limit, bool mayRepeat);

    ContextPtr m_context;
};

} // namespace Roost::Mlflow
