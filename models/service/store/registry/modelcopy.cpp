// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/registry/modelcopy.h"

#include "models/core/wholewrite.h"
#include "models/files/openfile.h"
#include "models/files/removetree.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUuid>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {
constexpr qint64 pieceBytes = 1 << 20;
}

ModelCopy::ModelCopy(const WorkspaceFolder &workspace, const QString &name, const QString &version)
    : m_folder(workspace.uploads() % u"/model-"_s % QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_models(workspace.models(), Files::ContainedFolder::Root::MayBeLink)
    , m_target(name % u'/' % version)
{
}

ModelCopy::~ModelCopy()
{
    // If the removal fails, the next start of the service removes the files.
    if (!m_isMoved)
        static_cast<void>(Files::removeTree(m_folder.folder()));
}

Result<ModelFile> ModelCopy::copy(const ModelSource &source) const
{
    const auto failed = [&source](const QString &why) {
        return failure(ErrorKind::Failed,
                       u"The file %1 could not be copied into the model: %2."_s.arg(source.path, why));
    };
    const auto from = source.folder.open(source.file);
    if (!from)
        return std::unexpected(from.error());
    auto opened = m_folder.openForWriting(source.path, O_WRONLY | O_CREAT | O_EXCL);
    if (!opened)
        return std::unexpected(opened.error());
    const auto to = Files::fileOver(std::move(*opened), QIODevice::WriteOnly);
    QCryptographicHash md5(QCryptographicHash::Md5);
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    ModelFile file{source.path, 0, {}, {}};
    while (true) {
        const QByteArray piece = (*from)->read(pieceBytes);
        if (piece.isEmpty())
            break;
        md5.addData(piece);
        sha256.addData(piece);
        file.size += piece.size();
        if (!writeWhole(*to, piece))
            return failed(to->errorString());
    }
    if ((*from)->error() != QFileDevice::NoError)
        return failed((*from)->errorString());
    if (!flushWhole(*to))
        return failed(to->errorString());
    file.md5 = md5.result().toHex();
    file.sha256 = sha256.result().toHex();
    return file;
}

Result<QList<ModelFile>> ModelCopy::make(const QList<ModelSource> &sources)
{
    QList<ModelFile> files;
    for (const ModelSource &source : sources) {
        auto file = copy(source);
        if (!file)
            return std::unexpected(file.error());
        files.append(*file);
    }
    return files;
}

Result<void> ModelCopy::moveIntoPlace()
{
    // The row was inserted just now, so an existing folder was left by an interrupted removal.
    const auto cleared = m_models.remove(m_target);
    if (!cleared && cleared.error().kind != ErrorKind::NotFound) {
        return failure(ErrorKind::Failed,
                       u"The folder %1/%2 is left over from a version that was deleted: %3 Remove it "
                       "and register the model again."_s.arg(m_models.folder(), m_target, cleared.error().text));
    }
    if (const auto moved = m_models.moveIn(QFile::encodeName(m_folder.folder()), m_target); !moved)
        return moved;
    m_isMoved = true;
    return {};
}

} // namespace Roost::Service::Store
