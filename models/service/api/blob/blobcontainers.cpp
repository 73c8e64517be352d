// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobcontainers.h"

#include "models/service/store/workspace/artifactplaces.h"
#include "models/wire/azureml/ids.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

using namespace Store;

namespace {

const QString uploadPrefix = u"upload-"_s;

bool isPlainName(const QString &name)
{
    return whyNotABlobPath(name).isEmpty() && !name.contains(u'/');
}

Files::ContainedFolder partOf(const QString &folder)
{
    // The user may have moved such a folder to another disk and left a link to it.
    return Files::ContainedFolder(folder, Files::ContainedFolder::Root::MayBeLink);
}

// Returns the place of a client's own file, or of an existing file of any name.
Result<BlobPlace> below(Files::ContainedFolder folder, const QString &path, bool writable)
{
    const auto there = folder.facts(path);
    if (!there && there.error().kind != ErrorKind::NotFound)
        return std::unexpected(there.error());
    if (const QString why = whyNotABlobPath(path); !there && !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    return BlobPlace{std::move(folder), path, writable};
}

// Returns the deepest folder that contains all names with the prefix: a workspace contains many snapshots, which need
// not all be read.
QString startOf(const Files::ContainedFolder &root, const QString &named, const QString &prefix)
{
    const QString folder = prefix.startsWith(named) ? prefix.sliced(named.size()).section(u'/', 0, -2) : QString();
    return root.facts(folder) ? folder : QString();
}

// Adds the files below `root` as entries named `named` + relative path. Linked folders are not entered, because they
// may form loops; linked files are included if their target is below `root`. A missing folder has no files.
Result<void> collect(const Files::ContainedFolder &root, const QString &named, const QString &prefix,
                     QList<BlobEntry> &entries)
{
    const auto files = root.filesBelow(startOf(root, named, prefix));
    if (!files && files.error().kind == ErrorKind::NotFound)
        return {};
    if (!files)
        return std::unexpected(files.error());
    for (const Files::ContainedFile &file : *files) {
        QString name = named % file.path;
        if (name.startsWith(prefix))
            entries.append({std::move(name), {root, file.path, false}, file.facts});
    }
    return {};
}

void sortByName(QList<BlobEntry> &entries)
{
    std::ranges::sort(entries, {}, &BlobEntry::name);
}

} // namespace

QString whyNotABlobPath(const QString &path)
{
    if (path.isEmpty())
        return u"The blob has no name."_s;
    if (path.size() > 1024)
        return u"The blob's name has more than 1024 characters."_s;
    if (path.contains(u'\\'))
        return u"The blob's name %1 holds a backslash; folders are divided by '/'."_s.arg(path);
    for (const QChar c : path) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return u"The blob's name holds a control character."_s;
    }
    for (const QString &part : path.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u"..")
            return u"The blob's name %1 is not a plain relative path."_s.arg(path);
        if (part.toUtf8().size() > 255)
            return u"A part of the blob's name is longer than 255 bytes."_s;
    }
    return {};
}

BlobContainers::BlobContainers(WorkspaceStore &store)
    : m_store(store)
{
}

bool BlobPlace::isFile() const
{
    const auto found = facts();
    return found && found->isFile();
}

Result<Files::ContainedFolder> BlobContainers::uploadFolder(const QString &id) const
{
    // Names that are not those of uploads belong to the service, and the folder of all uploads is not an upload.
    if (!isPlainName(id) || id.startsWith(u'.'))
        return failure(ErrorKind::NotFound, u"There is no blob container %1."_s.arg(upload(id)));
    return Files::ContainedFolder(workspace().uploads() % u'/' % id);
}

QString BlobContainers::temporaryFolder() const
{
    return workspace().uploads() % u"/.parts"_s;
}

Result<BlobPlace> BlobContainers::artifact(const QString &runId, const QString &path) const
{
    const ArtifactFolder folder = artifactsOfRun(m_store, runId);
    if (const auto why = folder.whyUnread(path))
        return std::unexpected(*why);
    const auto there = folder.facts(path);
    if (!there && there.error().kind != ErrorKind::NotFound)
        return std::unexpected(there.error());
    if (const QString why = whyNotABlobPath(path); !there && !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    return BlobPlace{folder.files(), folder.pathInFiles(path), false};
}

Result<BlobPlace> BlobContainers::place(const QString &container, const QString &path) const
{
    // A trailing '/' marks a folder that could not be listed.
    const QString named = path.endsWith(u'/') ? path.chopped(1) : path;
    if (const QString why = path.isEmpty() ? whyNotABlobPath(path) : Files::ContainedFolder::whyNotAPath(named);
        !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    if (container == artifacts()) {
        const auto ofRun = Wire::artifactFromPath(path);
        if (!ofRun)
            return failure(ErrorKind::NotFound, u"There is no blob %1 in %2."_s.arg(path, container));
        return artifact(ofRun->runId, ofRun->path);
    }
    if (container == blobStore()) {
        if (path.startsWith(u"models/"_s))
            return below(partOf(workspace().models()), path.mid(7), false);
        return below(partOf(QString(workspace().path % u"/data"_s)), path, true);
    }
    if (container == code())
        return below(partOf(workspace().code()), path, false);
    if (container.startsWith(uploadPrefix)) {
        auto folder = uploadFolder(container.mid(uploadPrefix.size()));
        if (folder && folder->facts({}))
            return below(std::move(*folder), path, true);
    }
    return failure(ErrorKind::NotFound, u"There is no blob container %1."_s.arg(container));
}

namespace {

// Runs are listed one by one, so that a prefix that names a run reads only its folder.
Result<QList<BlobEntry>> artifactBlobs(WorkspaceStore &store, const QString &prefix)
{
    QList<BlobEntry> entries;
    const QString id =
        prefix.startsWith(Wire::runOrigin + u'/') ? Wire::runOfContainer(prefix.section(u'/', 1, 1)) : QString();
    const bool exact = prefix.count(u'/') > 1;
    QStringList runs{id};
    if (!exact) {
        runs.clear();
        const auto all = partOf(store.folder().runs()).level({});
        if (!all)
            return std::unexpected(all.error());
        for (const Files::ContainedFile &run : *all) {
            if (run.facts.isFolder() && run.path.startsWith(id) && !run.path.startsWith(u'.'))
                runs.append(run.path);
        }
    }
    for (const QString &run : std::as_const(runs)) {
        const QString named = Wire::artifactPath(run, {});
        const ArtifactFolder folder = artifactsOfRun(store, run);
        const auto artifacts = folder.below(exact ? prefix.section(u'/', 2) : QString());
        if (!artifacts)
            return std::unexpected(artifacts.error());
        for (const Artifact &artifact : *artifacts) {
            QString name = named % artifact.path;
            if (!name.startsWith(prefix))
                continue;
            const bool isUnread = artifact.path.endsWith(u'/');
            auto facts = isUnread ? Files::FileFacts{} : folder.facts(artifact.path);
            if (facts)
                entries.append({std::move(name), {folder.files(), folder.pathInFiles(artifact.path), false}, *facts});
        }
    }
    return entries;
}

} // namespace

Result<QList<BlobEntry>> BlobContainers::list(const QString &container, const QString &prefix, const QString &after,
                                              qsizetype limit) const
{
    QList<BlobEntry> entries;
    Result<void> collected;
    if (container == artifacts()) {
        auto all = artifactBlobs(m_store, prefix);
        if (!all)
            return all;
        entries = std::move(*all);
    } else if (container == blobStore()) {
        collected = collect(partOf(workspace().models()), u"models/"_s, prefix, entries);
        if (collected)
            collected = collect(partOf(QString(workspace().path % u"/data"_s)), {}, prefix, entries);
    } else if (container == code()) {
        collected = collect(partOf(workspace().code()), {}, prefix, entries);
    } else {
        const auto folder =
            container.startsWith(uploadPrefix) ? uploadFolder(container.mid(uploadPrefix.size())) : uploadFolder({});
        if (!folder || !folder->facts({}))
            return failure(ErrorKind::NotFound, u"There is no blob container %1."_s.arg(container));
        collected = collect(*folder, {}, prefix, entries);
    }
    if (!collected)
        return std::unexpected(collected.error());
    sortByName(entries);
    const auto first = std::ranges::upper_bound(entries, after, {}, &BlobEntry::name);
    return entries.mid(first - entries.begin(), limit);
}

Result<QString> contentHashOf(const Files::ContainedFolder &folder)
{
    QList<BlobEntry> files;
    if (const auto collected = collect(folder, {}, {}, files); !collected)
        return std::unexpected(collected.error());
    if (files.isEmpty())
        return failure(ErrorKind::Rejected, u"No file was uploaded, so there is no code to register."_s);
    std::ranges::stable_sort(files, {}, [](const BlobEntry &entry) { return entry.name.toLower(); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(files.size()));
    for (const BlobEntry &entry : files)
        hash.addData(QByteArray('#' + entry.name.toUtf8() + '#' + QByteArray::number(entry.facts.size)));
    for (const BlobEntry &entry : files) {
        const auto file = entry.place.open();
        if (!file)
            return std::unexpected(file.error());
        if (!hash.addData(file->get())) {
            return failure(ErrorKind::Failed,
                           u"The uploaded file %1 could not be read: %2."_s.arg(entry.name, (*file)->errorString()));
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace Roost::Service::Blob
