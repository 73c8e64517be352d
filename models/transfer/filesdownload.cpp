// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/filesdownload.h"

#include "models/items/base/format.h"

#include <QDir>

namespace Roost::Transfer {

using namespace Items;

using namespace Qt::StringLiterals;

FilesDownload::FilesDownload(RunHistory *history, Address address, const QString &folder, LongWork *work)
    : QObject(work)
    , m_history(history)
    , m_address(std::move(address))
    , m_folder(folder)
    , m_work(work)
{
}

void FilesDownload::start(const QList<FileToDownload> &files, qint64 total)
{
    m_files = files;
    m_total = total;
    next();
}

void FilesDownload::cancel()
{
    if (m_download)
        m_download->cancel();
}

void FilesDownload::next()
{
    if (m_at == m_files.size()) {
        const QString folder = QDir::toNativeSeparators(m_folder);
        const auto name = [this] { return Format::isolated(m_files.first().target.section(u'/', -1)); };
        m_work->succeed(m_files.size() == 1 ? tr("Saved %1 in %2").arg(name(), folder)
                                            : tr("Saved %n files in %1", nullptr, int(m_files.size())).arg(folder));
        return;
    }
    const FileToDownload &file = m_files[m_at];
    const auto target = downloadTarget(m_folder, file.target);
    if (!target) {
        m_work->fail(target.error());
        return;
    }
    m_download = std::make_unique<Download>(m_history, [this, path = file.path] { return m_address(path); }, *target);
    connect(m_download.get(), &Download::progressed, this, &FilesDownload::report);
    connect(m_download.get(), &Download::finished, this, &FilesDownload::ended);
    report();
    m_download->start();
}

void FilesDownload::report()
{
    const qint64 total = m_total < 0 && m_files.size() == 1 ? m_download->total() : m_total;
    m_work->report(m_before + std::max<qint64>(0, m_download->done()), std::max<qint64>(0, total),
                   LongWork::Unit::Bytes, m_files[m_at].path.section(QLatin1Char('/'), -1));
}

void FilesDownload::ended()
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

std::shared_ptr<LongWork> downloadFiles(RunHistory *history, const QString &runId, const QList<FileToDownload> &files,
                                        const QString &folder, const QString &title)
{
    qint64 total = 0;
    for (const FileToDownload &file : files)
        total = file.size < 0 || total < 0 ? -1 : total + file.size;
    const auto maker = std::make_shared<FilesDownload *>(nullptr);
    auto work = std::make_shared<LongWork>(title, [maker] {
        if (*maker)
            (*maker)->cancel();
    });
    *maker = new FilesDownload(
        history, [history, runId](const QString &path) { return history->file(runId, path); }, folder, work.get());
    (*maker)->start(files, total);
    return work;
}

} // namespace Roost::Transfer
