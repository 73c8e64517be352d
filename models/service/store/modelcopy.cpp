// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/modelcopy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {
constexpr qint64 pieceBytes = 1 << 20;
}

ModelCopy::ModelCopy(const WorkspaceFolder &workspace, const QString &name, const QString &version)
    : m_folder(workspace.uploads() % u"/model-"_s % QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_target(workspace.model(name, version))
{
}

ModelCopy::~ModelCopy()
{
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

Result<ModelFile> ModelCopy::copy(const ModelSource &source) const
{
    const auto failed = [&source](const QString &why) {
        return failure(ErrorKind::Failed,
                       u"The file %1 could not be copied into the model: %2."_s.arg(source.path, why));
    };
    const QString target = m_folder % u'/' % source.path;
    if (!QDir().mkpath(QFileInfo(target).path()))
        return failed(u"its folder cannot be made"_s);
    QFile from(source.file);
    QFile to(target);
    if (!from.open(QIODevice::ReadOnly))
        return failed(from.errorString());
    if (!to.open(QIODevice::WriteOnly))
        return failed(to.errorString());
    QCryptographicHash md5(QCryptographicHash::Md5);
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    ModelFile file{source.path, 0, {}, {}};
    while (true) {
        const QByteArray piece = from.read(pieceBytes);
        if (piece.isEmpty())
            break;
        md5.addData(piece);
        sha256.addData(piece);
        file.size += piece.size();
        if (to.write(piece) != piece.size())
            return failed(to.errorString());
    }
    if (from.error() != QFileDevice::NoError)
        return failed(from.errorString());
    if (!to.flush())
        return failed(to.errorString());
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
    // Called once the row is in: a folder that had none is left over from a removal that was cut short.
    if (QFileInfo::exists(m_target) && !QDir(m_target).removeRecursively()) {
        return failure(ErrorKind::Failed, u"The folder %1 is left over from a version that was deleted, and cannot be "
                                          "removed. Remove it and register the model again."_s.arg(m_target));
    }
    if (!QDir().mkpath(QFileInfo(m_target).path()))
        return failure(ErrorKind::Failed, u"The folder for the model cannot be made at %1."_s.arg(m_target));
    std::error_code problem;
    std::filesystem::rename(m_folder.toStdString(), m_target.toStdString(), problem);
    if (problem) {
        return failure(ErrorKind::Failed, u"The model cannot be moved to %1: %2."_s.arg(
                                              m_target, QString::fromStdString(problem.message())));
    }
    m_folder.clear();
    return {};
}

} // namespace Roost::Service
