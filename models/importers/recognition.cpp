// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/recognition.h"

#include "models/core/words.h"
#include "models/importers/mlrunsfolder.h"
#include "models/importers/tensorboardfolder.h"
#include "models/importers/wandbfolder.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <utility>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array words{std::pair{SourceKind::Server, "mlflow"_L1}, std::pair{SourceKind::Mlruns, "mlruns"_L1},
                           std::pair{SourceKind::TensorBoard, "tensorboard"_L1},
                           std::pair{SourceKind::Wandb, "wandb"_L1}};

QString mlrunsIn(const QString &path)
{
    for (const QString &folder : QStringList{path, path + u"/mlruns"_s}) {
        if (MlrunsFolder::isOne(folder))
            return folder;
    }
    return {};
}

} // namespace

QString toWord(SourceKind kind)
{
    for (const auto &[one, word] : words) {
        if (one == kind)
            return word;
    }
    std::unreachable();
}

std::optional<SourceKind> sourceKindFromWord(const QString &word)
{
    for (const auto &[kind, one] : words) {
        if (one == word)
            return kind;
    }
    return std::nullopt;
}

Result<RecognisedFolder> recogniseFolder(const QString &path, std::optional<SourceKind> wanted)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::NotFound, Words::tr("There is no file or folder %1.").arg(path));
    const QString folder = QDir::cleanPath(info.absoluteFilePath());
    const auto may = [&](SourceKind kind) { return !wanted || *wanted == kind; };
    if (const QString found = may(SourceKind::Wandb) ? WandbFolder::folderOf(folder) : QString(); !found.isEmpty())
        return RecognisedFolder{SourceKind::Wandb, found};
    if (const QString found = may(SourceKind::Mlruns) && info.isDir() ? mlrunsIn(folder) : QString(); !found.isEmpty())
        return RecognisedFolder{SourceKind::Mlruns, found};
    if (may(SourceKind::TensorBoard) && info.isDir() && TensorBoardFolder::isOne(folder))
        return RecognisedFolder{SourceKind::TensorBoard, folder};
    return failure(
        ErrorKind::NotFound,
        Words::tr("%1 contains no runs: no mlruns folder with meta.yaml files, no event files of TensorBoard, "
                  "and no offline runs of W&B (run-*.wandb).")
            .arg(path));
}

std::unique_ptr<ImportSource> openFolder(const RecognisedFolder &folder, bool followsLinks, Remarks &remarks)
{
    const FolderAccess access{folder.folder, followsLinks};
    if (folder.kind == SourceKind::Wandb)
        return std::make_unique<WandbFolder>(access, remarks);
    if (folder.kind == SourceKind::TensorBoard)
        return std::make_unique<TensorBoardFolder>(access, remarks);
    return std::make_unique<MlrunsFolder>(access, remarks);
}

} // namespace Roost::Importers
