// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/words.h"
#include "models/snapshot/snapshot.h"
#include "models/snapshot/work.h"

#include <QCryptographicHash>
#include <QFile>

#include <filesystem>

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1 << 20;

// Returns the modification time in ticks of the file system, as in a listing; 0 if it cannot be read.
qint64 modificationOf(const QString &path)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(QFile::encodeName(path).toStdString(), error);
    return error ? 0 : time.time_since_epoch().count();
}

Error changed(const CodeFile &file)
{
    return {ErrorKind::Failed,
            Words::tr("%1 changed while it was read. Try again when it no longer changes.").arg(file.path),
            {}};
}

} // namespace

QString hashVersion()
{
    return u"202208"_s;
}

CodeFiles codeFiles(const Listing &listing)
{
    CodeFiles files{.folder = listing.folder, .files = {}};
    for (const File &file : listing.files)
        files.files.append({file.path, file.size, file.modified});
    return files;
}

// Hashes all names and sizes, then all contents, in the order of the listing.
Future<QString> contentHash(const CodeFiles &listing, OnProgress onProgress)
{
    return Work<QString>::run(std::move(onProgress), [listing](Work<QString> &work) -> Result<QString> {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray::number(listing.files.size()));
        qint64 totalSize = 0;
        for (const CodeFile &file : listing.files) {
            totalSize += file.size;
            hash.addData(u"#%1#"_s.arg(file.path).toUtf8());
            hash.addData(QByteArray::number(file.size));
        }
        Progress progress{0, 0, totalSize};
        QByteArray block(blockSize, Qt::Uninitialized);
        for (const CodeFile &file : listing.files) {
            QFile source(listing.folder + u'/' + file.path);
            if (!source.open(QIODevice::ReadOnly)) {
                return failure(ErrorKind::Failed,
                               Words::tr("%1 can no longer be read: %2.").arg(file.path, source.errorString()));
            }
            qint64 size = 0;
            while (!work.isCanceled()) {
                const qint64 got = source.read(block.data(), block.size());
                if (got < 0)
                    return failure(ErrorKind::Failed,
                                   Words::tr("%1 cannot be read: %2.").arg(file.path, source.errorString()));
                if (got == 0)
                    break;
                hash.addData(QByteArrayView(block.constData(), got));
                size += got;
                progress.bytes += got;
                work.report(progress);
            }
            const bool isModified = file.modified != 0 && modificationOf(source.fileName()) != file.modified;
            if ((size != file.size || isModified) && !work.isCanceled())
                return std::unexpected(changed(file));
            ++progress.files;
        }
        return QString::fromLatin1(hash.result().toHex());
    });
}

} // namespace Roost::Snapshot
