// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/folderfiles.h"

#include "models/core/words.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace Roost::Importers {

using namespace Files;
using namespace Qt::StringLiterals;

namespace {

QList<ImportedFile> filesFollowingLinks(const QString &folder, const QString &prefix)
{
    QList<ImportedFile> files;
    const QDir top(folder);
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        files += ImportedFile{prefix + top.relativeFilePath(info.filePath()), info.filePath(), info.size()};
    }
    std::ranges::sort(files, {}, &ImportedFile::path);
    return files;
}

} // namespace

Result<QList<ImportedFile>> filesBelow(const FolderAccess &access, const QString &path, const QString &prefix,
                                       Remarks &remarks)
{
    const QString whole = access.folder + u'/' + path;
    if (!QFileInfo::exists(whole))
        return QList<ImportedFile>();
    if (access.followsLinks)
        return filesFollowingLinks(whole, prefix);
    const ContainedFolder folder(whole);
    const auto found = folder.filesBelow({});
    if (!found)
        return std::unexpected(found.error());
    if (const auto why = folder.whyIncomplete({}))
        remarks.leftOut(whole,
                        Words::tr("%1 Use --follow-links if the linked file belongs to the run.").arg(why->text));
    QList<ImportedFile> files;
    for (const ContainedFile &one : *found) {
        if (hasByteCharacters(one.path)) {
            remarks.leftOut(whole + u'/' + readableText(one.path),
                            Words::tr("The name is not valid UTF-8. Rename the file."));
            continue;
        }
        files += ImportedFile{prefix + one.path, whole + u'/' + one.path, one.facts.size};
    }
    return files;
}

QString fingerprintOfFolder(const QString &path)
{
    QStringList lines;
    QDirIterator each(path, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        lines += u"%1 %2 %3"_s.arg(info.filePath().sliced(path.size()))
                     .arg(info.size())
                     .arg(info.lastModified().toMSecsSinceEpoch());
    }
    lines.sort();
    return QString::fromLatin1(QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha1).toHex());
}

Result<QByteArray> readSmallFile(const QString &path, qint64 most)
{
    auto opened = openRegular(path, O_RDONLY);
    if (!opened)
        return std::unexpected(opened.error());
    const auto file = fileOver(std::move(*opened), QIODevice::ReadOnly);
    if (file->size() > most)
        return failure(ErrorKind::Rejected, Words::tr("It is longer than %1 bytes.").arg(most));
    return file->readAll();
}

bool matchesPattern(const QString &pattern, const QStringList &names)
{
    if (pattern.isEmpty())
        return true;
    const auto expression =
        QRegularExpression::fromWildcard(pattern, Qt::CaseSensitive, QRegularExpression::NonPathWildcardConversion);
    return std::ranges::any_of(names, [&](const QString &name) { return expression.match(name).hasMatch(); });
}

} // namespace Roost::Importers
