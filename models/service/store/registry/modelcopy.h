// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/containedfolder.h"
#include "models/service/store/registry/modelstore.h"
#include "models/service/store/workspace/workspacefolder.h"

namespace Roost::Service::Store {

/// A file that becomes part of a model, and its path in the model's folder.
struct ModelSource
{
    QString path;
    Files::ContainedFolder folder;
    QString file; // relative to the folder
};

/// Copies files to models/<name>/<version>/ so that the folder appears with all its files or not at all. The destructor
/// removes the files that were not moved into place.
class ModelCopy
{
public:
    ModelCopy(const WorkspaceFolder &workspace, const QString &name, const QString &version);
    ~ModelCopy();
    ModelCopy(const ModelCopy &) = delete;
    ModelCopy &operator=(const ModelCopy &) = delete;

    /// Copies the files and computes their hashes. The error is Failed and names the file.
    Result<QList<ModelFile>> make(const QList<ModelSource> &sources);
    /// Call after `make` and after the row of the version was inserted. Replaces a folder that an interrupted removal
    /// left at that place.
    Result<void> moveIntoPlace();

private:
    Result<ModelFile> copy(const ModelSource &source) const;

    Files::ContainedFolder m_folder;
    Files::ContainedFolder m_models;
    QString m_target; // relative to the folder of all models
    bool m_isMoved = false;
};

} // namespace Roost::Service::Store
