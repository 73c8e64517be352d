// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mirror/mirrorfolder.h"
#include "models/core/workspace.h"

namespace Roost::Mirror {

/// Passes all requests on to the model registry of a server and keeps the answers in a folder.
class RecordingRegistry : public ModelRegistry
{
public:
    /// `server` must outlive this object.
    RecordingRegistry(ModelRegistry *server, MirrorFolderPtr folder)
        : m_server(server)
        , m_folder(std::move(folder))
    {
    }
    Future<QList<RegisteredModel>> models() override;
    Future<QList<ModelVersion>> versions(const QString &name) override;
    Future<ModelVersion> create(const QString &name, const QString &runId, const QString &path,
                                const QString &description = {}, const StringMap &tags = {}) override;
    Future<void> remove(const QString &name, const QString &version) override;
    Future<QList<FileRef>> files(const ModelVersion &version) override;

private:
    ModelRegistry *m_server;
    MirrorFolderPtr m_folder;
};

} // namespace Roost::Mirror
