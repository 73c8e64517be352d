// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

#include <QFile>

#include <functional>
#include <memory>
#include <vector>

namespace Roost::AzureMl {

struct UploadFile
{
    QString file; // absolute
    QString name; // path in the container
    qint64 size = 0;
    /// Whether the owner may execute the file; stored as metadata of the blob.
    bool isExecutable = false;
};

/// Uploads files to a container, several at a time, large ones in blocks. Finishes when all files are stored, or with
/// the first Error. Deletes itself when its promise is finished or canceled.
class BlobUpload : public QObject
{
    Q_OBJECT

public:
    /// `container` is a signed address. `progress` is called with the total number of bytes sent.
    BlobUpload(ContextPtr context, QUrl container, QList<UploadFile> files, std::function<void(qint64)> progress,
               Promise<void> promise);

    void start();

private:
    // A file that is being transferred.
    struct Slot
    {
        UploadFile file;
        QFile device;
        QStringList blocks;
        qint64 done = 0; // size of the finished blocks in bytes
        qint64 sent = 0; // bytes sent, including the running request
        PendingReply<Rest::RestReply> pending;
    };

    void fill();
    void send(Slot &slot);
    void sendWhole(Slot &slot);
    void sendBlock(Slot &slot);
    void sendBlockList(Slot &slot);
    void sendRequest(Slot &slot, Rest::RestRequest request, std::function<void()> next);
    void finished(Slot &slot);
    void emitProgress();
    void finish(Result<void> result);
    QUrl urlOf(const UploadFile &file, const Query &query = {}) const;

    ContextPtr m_context;
    QUrl m_container;
    QList<UploadFile> m_waiting;
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::function<void(qint64)> m_progress;
    Promise<void> m_promise;
    qint64 m_done = 0; // size of the finished files in bytes
    bool m_ended = false;
};

} // namespace Roost::AzureMl
