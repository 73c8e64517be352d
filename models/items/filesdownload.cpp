// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filesdownload.h"

#include "models/items/download.h"

#include <QCoreApplication>
#include <QDir>

namespace Roost {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilesDownload)
};

// Lives as a child of the work it reports to.
class FilesDownload : public QObject
{
public:
    FilesDownload(RunHistory *history, const QString &runId, const QList<FileToDownload> &files, const QString &folder,
                  LongWork *work)
        : QObject(work)
        , m_history(history)
        , m_runId(runId)
        , m_files(files)
        , m_folder(folder)
        , m_work(work)
    {
        for (const auto &file : files)
            m_total = file.size < 0 || m_total < 0 ? -1 : m_total + file.size;
    }

    void next()
    {
        if (m_at == m_files.size()) {
            m_work->succeed(m_files.size() == 1 ? Words::tr("Saved in %1").arg(QDir::toNativeSeparators(m_folder))
                                                : Words::tr("%n files saved in %1", nullptr, int(m_files.size()))
                                                      .arg(QDir::toNativeSeparators(m_folder)));
            return;
        }
        const auto &file = m_files[m_at];
        const auto target = downloadTarget(m_folder, file.target);
        if (!target) {
            m_work->fail(target.error());
            return;
        }
        m_download = std::make_unique<Download>(
            m_history, [history = m_history, run = m_runId, path = file.path] { return history->file(run, path); },
            *target);
        connect(m_download.get(), &Download::progressed, this, [this] { report(); });
        connect(m_download.get(), &Download::finished, this, [this] { ended(); });
        report();
        m_download->start();
    }

    void cancel()
    {
        if (m_download)
            m_download->cancel();
    }

private:
    void report()
    {
        m_work->report(m_before + std::max<qint64>(0, m_download->done()), std::max<qint64>(0, m_total),
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

    RunHistory *m_history;
    QString m_runId;
    QList<FileToDownload> m_files;
    QString m_folder;
    LongWork *m_work;
    qsizetype m_at = 0;
    qint64 m_before = 0;
    qint64 m_total = 0;
    std::unique_ptr<Download> m_download;
};

} // namespace

std::shared_ptr<LongWork> downloadFiles(RunHistory *history, const QString &runId, const QList<FileToDownload> &files,
                                        const QString &folder, const QString &title)
{
    const auto maker = std::make_shared<FilesDownload *>(nullptr);
    auto work = std::make_shared<LongWork>(title, [maker] {
        if (*maker)
            (*maker)->cancel();
    });
    *maker = new FilesDownload(history, runId, files, folder, work.get());
    (*maker)->next();
    return work;
}

} // namespace Roost
