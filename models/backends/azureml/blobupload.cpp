// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/blobupload.h"

#include "models/core/words.h"
#include "models/wire/azureml/bloblist.h"

#include <QPointer>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

constexpr std::size_t atOnce = 4;
constexpr qint64 wholeLimit = 64LL * 1024 * 1024;
constexpr qint64 blockSize = 16LL * 1024 * 1024;

// Sends the mode as metadata, because a PUT transfers only the content.
void addMode(HttpHeaders &headers, const UploadFile &file)
{
    if (file.isExecutable)
        headers.emplaceBack("x-ms-meta-executable", "true");
}

const HttpHeaders storageHeaders{{"x-ms-version", Wire::storageVersion}, {"Content-Type", "application/octet-stream"}};

} // namespace

BlobUpload::BlobUpload(ContextPtr context, QUrl container, QList<UploadFile> files,
                       std::function<void(qint64)> progress, Promise<void> promise)
    : m_context(std::move(context))
    , m_container(std::move(container))
    , m_waiting(std::move(files))
    , m_progress(std::move(progress))
    , m_promise(std::move(promise))
{
    m_promise.onCancel([upload = QPointer<BlobUpload>(this)] {
        if (upload) {
            upload->m_ended = true;
            upload->m_slots.clear();
            upload->deleteLater();
        }
    });
}

void BlobUpload::start()
{
    fill();
}

void BlobUpload::fill()
{
    while (!m_ended && !m_waiting.isEmpty() && m_slots.size() < atOnce) {
        auto slot = std::make_unique<Slot>();
        slot->file = m_waiting.takeFirst();
        m_slots.push_back(std::move(slot));
        send(*m_slots.back());
    }
    if (!m_ended && m_slots.empty())
        finish({});
}

void BlobUpload::send(Slot &slot)
{
    slot.device.setFileName(slot.file.file);
    if (!slot.device.open(QIODevice::ReadOnly))
        return finish(failure(ErrorKind::Failed,
                              Words::tr("%1 could not be read: %2.").arg(slot.file.file, slot.device.errorString())));
    if (slot.device.size() != slot.file.size) {
        return finish(
            failure(ErrorKind::Failed, Words::tr("%1 changed while the snapshot was taken. Submit again when nothing "
                                                 "writes into the folder.")
                                           .arg(slot.file.file)));
    }
    if (slot.file.size <= wholeLimit)
        return sendWhole(slot);
    sendBlock(slot);
}

QUrl BlobUpload::urlOf(const UploadFile &file, const Query &query) const
{
    QUrl url(m_container);
    url.setPath(m_container.path(QUrl::FullyEncoded) + u'/' + encodedPath(file.name), QUrl::TolerantMode);
    auto text = m_container.query(QUrl::FullyEncoded);
    for (const auto &[key, value] : query)
        text += u'&' + key + u'=' + segment(value);
    url.setQuery(text);
    return url;
}

void BlobUpload::sendWhole(Slot &slot)
{
    slot.device.close();
    RestRequest request;
    request.method = "PUT";
    request.url = urlOf(slot.file);
    request.headers = storageHeaders;
    request.headers.emplaceBack("x-ms-blob-type", "BlockBlob");
    addMode(request.headers, slot.file);
    request.bodyFile = slot.file.file;
    sendRequest(slot, std::move(request), [this, &slot] { finished(slot); });
}

void BlobUpload::sendBlock(Slot &slot)
{
    RestRequest request;
    request.method = "PUT";
    request.body = slot.device.read(blockSize);
    if (request.body.isEmpty() && slot.done < slot.file.size) {
        return finish(
            failure(ErrorKind::Failed,
                    Words::tr("%1 could not be read completely: %2.").arg(slot.file.file, slot.device.errorString())));
    }
    if (request.body.isEmpty())
        return sendBlockList(slot);
    const auto size = request.body.size();
    const auto id = QByteArray::number(slot.blocks.size()).rightJustified(8, '0').toBase64();
    slot.blocks.append(QString::fromLatin1(id));
    request.url = urlOf(slot.file, {{u"comp"_s, u"block"_s}, {u"blockid"_s, QString::fromLatin1(id)}});
    request.headers = storageHeaders;
    sendRequest(slot, std::move(request), [this, &slot, size] {
        slot.done += size;
        slot.sent = slot.done;
        sendBlock(slot);
    });
}

void BlobUpload::sendBlockList(Slot &slot)
{
    RestRequest request;
    request.method = "PUT";
    request.url = urlOf(slot.file, {{u"comp"_s, u"blocklist"_s}});
    request.headers = {{"x-ms-version", Wire::storageVersion}, {"Content-Type", "application/xml"}};
    addMode(request.headers, slot.file);
    request.body = Wire::blockListToXml(slot.blocks);
    sendRequest(slot, std::move(request), [this, &slot] { finished(slot); });
}

void BlobUpload::sendRequest(Slot &slot, RestRequest request, std::function<void()> next)
{
    if (request.bodyFile.isEmpty() && request.url.query().contains("comp=blocklist"_L1)) {
        // The list of blocks is not part of the file.
    } else {
        request.sent = [upload = QPointer<BlobUpload>(this), &slot](qint64 bytes) {
            if (upload && !upload->m_ended) {
                slot.sent = std::min(slot.done + bytes, slot.file.size);
                upload->emitProgress();
            }
        };
    }
    slot.pending.watch(m_context->client.send(std::move(request)),
                       [this, next = std::move(next)](const Result<RestReply> &reply) {
                           if (!reply)
                               return finish(std::unexpected(reply.error()));
                           next();
                       });
}

void BlobUpload::finished(Slot &slot)
{
    m_done += slot.file.size;
    std::erase_if(m_slots, [&slot](const auto &one) { return one.get() == &slot; });
    emitProgress();
    fill();
}

void BlobUpload::emitProgress()
{
    if (!m_progress)
        return;
    auto sent = m_done;
    for (const auto &slot : m_slots)
        sent += slot->sent;
    m_progress(sent);
}

void BlobUpload::finish(Result<void> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_promise.resolve(std::move(result));
    deleteLater();
}

} // namespace Roost::AzureMl
