// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/folderfiles.h"
#include "models/importers/importsource.h"

#include <memory>
#include <optional>

namespace Roost::Importers {

/// The kinds of sources.
enum class SourceKind { Server, Mlruns, TensorBoard, Wandb };

/// "mlflow", "mlruns", "tensorboard", "wandb"
QString toWord(SourceKind kind);
std::optional<SourceKind> sourceKindFromWord(const QString &word);

/// A source on this machine that was recognised.
struct RecognisedFolder
{
    SourceKind kind = SourceKind::Mlruns;
    QString folder; // absolute; a folder in the given one may be meant, such as project/mlruns
};

/// Returns what a path is: of the kind `wanted`, or of the kind that its files show. NotFound, with what was looked
/// for, if it is none.
Result<RecognisedFolder> recogniseFolder(const QString &path, std::optional<SourceKind> wanted = {});

/// `remarks` must outlive the source.
std::unique_ptr<ImportSource> openFolder(const RecognisedFolder &folder, bool followsLinks, Remarks &remarks);

} // namespace Roost::Importers
