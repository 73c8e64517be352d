// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/modeldownload.h"

#include <QCoreApplication>

#include <algorithm>

namespace Roost::Transfer {

using namespace Items;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ModelDownload)
};

// A child of the work.
class ModelDownload : public QObject
{
public:
    ModelDownload(ModelRegistry *registry, FileReader *reader, const ModelVersion &version, const QString &folder,
                  LongWork *work)
        : QObject(work)
        , m_registry(registry)
        , m_version(version)
        , m_work(work)
        , m_files(new FilesDownload(reader, addressesOf(registry, version), folder, work))
    {
    }

    void start()
    {
        m_work->report(0, 0, LongWork::Unit::None, Words::tr("asking for its files"));
        m_filesReply.watch(m_registry->files(m_version), [this](const Result<QList<FileRef>> &files) {
            if (!files) {
                m_work->fail(files.error());
                return;
            }
            if (files->isEmpty()) {
                m_work->fail({ErrorKind::NotFound, Words::tr("This version has no files."), {}});
                return;
            }
            QList<FileToDownload> wanted;
            for (const FileRef &file : *files)
                wanted += {.path = file.path, .target = file.path};
            m_files->start(wanted, m_version.size > 0 ? m_version.size : -1);
        });
    }

    void cancel()
    {
        m_filesReply.cancel();
        m_files->cancel();
    }

private:
    ModelRegistry *m_registry;
    ModelVersion m_version;
    LongWork *m_work;
    FilesDownload *m_files;
    PendingReply<QList<FileRef>> m_filesReply;
};

} // namespace

FilesDownload::Address addressesOf(ModelRegistry *registry, const ModelVersion &version)
{
    return [registry, version](const QString &path) {
        return andThen(registry->files(version), [path](const QList<FileRef> &files) {
            const auto found = std::ranges::find(files, path, &FileRef::path);
            return readyFuture(found == files.end() ? Result<FileRef>(failure(
                                                          ErrorKind::NotFound,
                                                          Words::tr("The model no longer has the file %1.").arg(path)))
                                                    : Result<FileRef>(*found));
        });
    };
}

std::shared_ptr<LongWork> downloadModel(ModelRegistry *registry, FileReader *reader, const ModelVersion &version,
                                        const QString &folder)
{
    const auto maker = std::make_shared<ModelDownload *>(nullptr);
    auto work =
        std::make_shared<LongWork>(Words::tr("Downloading %1 version %2").arg(version.name, version.version), [maker] {
            if (*maker)
                (*maker)->cancel();
        });
    *maker = new ModelDownload(registry, reader, version, folder, work.get());
    (*maker)->start();
    return work;
}

} // namespace Roost::Transfer
