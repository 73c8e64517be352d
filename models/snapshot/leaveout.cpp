// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/leaveout.h"

#include "models/core/words.h"

#include <QDir>
#include <QFile>

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

QString leaveOutLine(const QString &path)
{
    QString line(u'/');
    for (const QChar c : path) {
        if (u"\\*?["_s.contains(c))
            line += u'\\';
        line += c;
    }
    // Trailing blanks count only if the last one is escaped.
    if (line.endsWith(u' '))
        line.insert(line.size() - 1, u'\\');
    return line;
}

QString leaveOutFile(const Listing &listing)
{
    return listing.ignoreFile.isEmpty() ? u".amlignore"_s : listing.ignoreFile;
}

Result<void> leaveOut(const Listing &listing, const QString &path)
{
    const QString name = leaveOutFile(listing);
    if (path.contains(u'\n') || path.contains(u'\r'))
        return failure(
            ErrorKind::Rejected,
            Words::tr("The name of %1 contains a line break, which a line of %2 cannot express.").arg(path, name));
    QFile file(QDir(listing.folder).filePath(name));
    if (!file.open(QIODevice::ReadWrite))
        return failure(ErrorKind::Failed, Words::tr("%1 cannot be written: %2.").arg(name, file.errorString()));
    const bool isOpenLine = file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
    const QByteArray added = (isOpenLine ? "\n" : "") + leaveOutLine(path).toUtf8() + '\n';
    if (!file.seek(file.size()) || file.write(added) != added.size() || !file.flush())
        return failure(ErrorKind::Failed, Words::tr("%1 cannot be written: %2.").arg(name, file.errorString()));
    return {};
}

} // namespace Roost::Snapshot
