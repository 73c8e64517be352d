// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/modeldownload.h"

#include "models/items/download.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace Roost {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ModelDownload)
};

// Lives as a child of the work it reports to.
class ModelDownload : public QObject
{
public:
    ModelDownload(ModelRegistry *registry, RunHistory *history, const ModelVersion &version, const QString &folder,
                  LongWork *work)
        : QObject(work)
        , m_registry(registry)
        , m_history(history)
        , m_version(version)
        , m_folder(folder)
        , m_work(work)
    {
    }

    void begin()
    {
        m_work->report(0, 0, LongWork::Unit::None, Words::tr("asking for its files"));
        m_question.ask(m_registry->files(m_version), [this](Result<QList<FileRef>> files) {
            if (!files) {
                m_work->fail(files.error());
                return;
            }
            if (files->isEmpty()) {
                m_work->fail({ErrorKind::NotFound, Words::tr("This version has no files."), {}});
                return;
            }
            m_files = std::move(*files);
            next();
        });
    }

    void cancel()
    {
        m_question.cancel();
        if (m_download)
            m_download->cancel();
    }

private:
    void next()
    {
        if (m_at == m_files.size()) {
            m_work->succeed(Words::tr("saved in %1").arg(QDir::toNativeSeparators(m_folder)));
            return;
        }
        const QString path = m_files[m_at].path;
        const auto target = downloadTarget(m_folder, path);
        if (!target) {
            m_work->fail(target.error());
            return;
        }
        m_download = std::make_unique<Download>(m_history, [this, path] { return freshAddress(path); }, *target);
        connect(m_download.get(), &Download::progressed, this, [this] { report(); });
        connect(m_download.get(), &Download::finished, this, [this] { ended(); });
        report();
        m_download->start();
    }

    // Addresses expire while big files before this one are fetched, so each is asked for when it is needed.
    Answer<FileRef> freshAddress(const QString &path)
    {
        return after(m_registry->files(m_version), [path](const QList<FileRef> &files) {
            const auto found = std::ranges::find(files, path, &FileRef::path);
            return answered(found == files.end()
                                ? Result<FileRef>(failure(ErrorKind::NotFound,
                                                          Words::tr("The model has no file %1 any more.").arg(path)))
                                : Result<FileRef>(*found));
        });
    }

    void report()
    {
        const qint64 total = m_version.size > 0 ? m_version.size : m_files.size() == 1 ? m_download->total() : -1;
        m_work->report(m_before + std::max<qint64>(0, m_download->done()), std::max<qint64>(0, total),
                       LongWork::Unit::Bytes, m_files[m_at].path.section(QLatin1Char('/'), -1));
    }

    void ended()
    {
        if (m_download->state() == Download::State::Failed) {
            m_work->fail(m_download->error());
            return;
        }
        if (m_download->state() != Download::State::Done)
            return;
        m_before += m_download->done();
        m_download.release()->deleteLater(); // it is what called
        ++m_at;
        next();
    }

    ModelRegistry *m_registry;
    RunHistory *m_history;
    ModelVersion m_version;
    QString m_folder;
    LongWork *m_work;
    QList<FileRef> m_files;
    qsizetype m_at = 0;
    qint64 m_before = 0;
    Pending<QList<FileRef>> m_question;
    std::unique_ptr<Download> m_download;
};

} // namespace

std::shared_ptr<LongWork> downloadModel(ModelRegistry *registry, RunHistory *history, const ModelVersion &version,
                                        const QString &folder)
{
    const auto maker = std::make_shared<ModelDownload *>(nullptr);
    auto work =
        std::make_shared<LongWork>(Words::tr("Downloading %1 version %2").arg(version.name, version.version), [maker] {
            if (*maker)
                (*maker)->cancel();
        });
    *maker = new ModelDownload(registry, history, version, folder, work.get());
    (*maker)->begin();
    return work;
}

} // namespace Roost
