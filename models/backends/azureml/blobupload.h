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
    QString name; // in the container
    qint64 size = 0;
    /// Its owner may run it; told to the storage as metadata.
    bool isExecutable = false;
};

/// Puts files into a container, some at a time, large ones in blocks. Gives true when all are there, the first Error
/// otherwise. Deletes itself with the answer or its cancel.
class BlobUpload : public QObject
{
    Q_OBJECT

public:
    /// `container` is a signed address. `progress` gets the bytes sent in all.
    BlobUpload(ContextPtr context, QUrl container, QList<UploadFile> files, std::function<void(qint64)> progress,
               Promise<bool> promise);

    void start();

private:
    // A file that is being sent.
    struct Slot
    {
        UploadFile file;
        QFile device;
        QStringList blocks;
        qint64 done = 0; // bytes of finished blocks
        qint64 sent = 0; // bytes in all, with the running request
        PendingReply<Rest::RestReply> pending;
    };

    void fill();
    void send(Slot &slot);
    void sendWhole(Slot &slot);
    void sendBlock(Slot &slot);
    void sendBlockList(Slot &slot);
    void ask(Slot &slot, Rest::RestRequest request, std::function<void()> next);
    void finished(Slot &slot);
    void tell();
    void end(Result<bool> result);
    QUrl urlOf(const UploadFile &file, const Query &query = {}) const;

    ContextPtr m_context;
    QUrl m_container;
    QList<UploadFile> m_waiting;
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::function<void(qint64)> m_progress;
    Promise<bool> m_question;
    qint64 m_done = 0; // bytes of finished files
    bool m_ended = false;
};

} // namespace Roost::AzureMl
