// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/snapshotupload.h"

#include "models/backends/azureml/blobupload.h"
#include "models/core/words.h"
#include "models/snapshot/snapshot.h"
#include "models/wire/azureml/code.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

using OnProgress = std::function<void(SubmitProgress)>;

QString place(const QString &name, const QString &below = {})
{
    return u"/codes/"_s + segment(name) + u"/versions"_s + below;
}

// Returns the id of a code version with this content; empty if there is none.
Future<QString> known(const ContextPtr &context, const QString &name, const QString &hash)
{
    const auto url = context->armUrl(place(name), {{u"hash"_s, hash}, {u"hashVersion"_s, Snapshot::hashVersion()}});
    return then(context->client.get(url), [](const Result<QJsonObject> &json) -> Future<QString> {
        if (!json && json.error().kind != ErrorKind::NotFound)
            return readyFuture<QString>(std::unexpected(json.error()));
        const auto items = json ? Wire::pageFrom(*json).items : QList<QJsonObject>();
        return readyFuture<QString>(items.isEmpty() ? QString() : Wire::resourceIdOf(items.first()));
    });
}

Future<void> sendFiles(const ContextPtr &context, const CodeFiles &listing, const QString &folderName,
                       const Wire::PendingUpload &upload, const OnProgress &progress)
{
    QList<UploadFile> files;
    qint64 total = 0;
    for (const CodeFile &file : listing.files) {
        total += file.size;
        const QString source = listing.folder + u'/' + file.path;
        const bool isExecutable = QFile::permissions(source).testFlag(QFileDevice::ExeOwner);
        files.append({source, folderName + u'/' + file.path, file.size, isExecutable});
    }
    const auto report = [progress, total](qint64 sent) {
        if (progress)
            progress({SubmitProgress::Step::Uploading, sent, total});
    };
    report(0);
    Promise<void> promise;
    (new BlobUpload(context, QUrl(upload.sasUri), files, report, promise))->start();
    return promise.future();
}

Future<QString> send(const ContextPtr &context, const CodeFiles &listing, const QString &name, const QString &hash,
                     const OnProgress &progress)
{
    const auto version = u"1"_s;
    const auto ask = context->armUrl(place(name, u'/' + version + "/startPendingUpload"_L1));
    return andThen(context->client.query(ask, Wire::pendingUploadBody()), [=](const QJsonObject &json) {
        const auto upload = Wire::pendingUploadFrom(json);
        if (upload.sasUri.isEmpty() || upload.blobUri.isEmpty()) {
            return readyFuture<QString>(failure(
                ErrorKind::Unreadable, Words::tr("The workspace returned no address for the upload of the snapshot."),
                QString::fromUtf8(Wire::print(json))));
        }
        const auto folderName = QDir(listing.folder).dirName();
        return andThen(sendFiles(context, listing, folderName, upload, progress), [=] {
            auto base = upload.blobUri;
            while (base.endsWith(u'/'))
                base.chop(1);
            const Wire::CodeVersion code{name, version, base + u'/' + encodedPath(folderName), hash, {}, {}};
            return transform(context->client.put(context->armUrl(place(name, u'/' + version)), Wire::codeBody(code)),
                             [=](const QJsonObject &resource) -> Result<QString> {
                                 const auto id = Wire::resourceIdOf(resource);
                                 return id.isEmpty() ? Wire::versionId(context->id, u"codes"_s, name, version) : id;
                             });
        });
    });
}

} // namespace

Future<QString> uploadSnapshot(const ContextPtr &context, const QString &folder,
                               const std::optional<CodeFiles> &reviewed, const OnProgress &progress)
{
    const auto hashing = [progress](const Snapshot::Progress &so) {
        if (progress)
            progress({SubmitProgress::Step::Hashing, so.bytes, so.bytesTotal});
    };
    const auto name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto files = reviewed ? readyFuture<CodeFiles>(*reviewed)
                                : transform(Snapshot::list(folder, hashing),
                                            [](const Snapshot::Listing &listing) -> Result<CodeFiles> {
                                                return Snapshot::codeFiles(listing);
                                            });
    return andThen(files, [=](const CodeFiles &listing) {
        return andThen(Snapshot::contentHash(listing, hashing), [=](const QString &hash) {
            return andThen(known(context, name, hash), [=](const QString &id) {
                return id.isEmpty() ? send(context, listing, name, hash, progress) : readyFuture<QString>(id);
            });
        });
    });
}

} // namespace Roost::AzureMl
