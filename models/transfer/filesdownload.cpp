// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/filesdownload.h"

#include "models/items/base/format.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace Roost::Transfer {

using namespace Items;
using namespace Qt::StringLiterals;

FilesDownload::FilesDownload(FileReader *reader, Address address, const QString &folder, LongWork *work)
    : FilesDownload(reader, std::move(address), folder, work, {})
{
}

FilesDownload::FilesDownload(FileReader *reader, Address address, const QString &folder, LongWork *work,
                             Options options)
    : QObject(work)
    , m_reader(reader)
    , m_address(std::move(address))
    , m_folder(folder)
    , m_work(work)
    , m_options(options)
{
}

void FilesDownload::start(const QList<FileToDownload> &files, qint64 total)
{
    m_files = files;
    m_total = total;
    fetchNext();
}

void FilesDownload::cancel()
{
    if (m_download)
        m_download->cancel();
}

void FilesDownload::fetchNext()
{
    if (m_at == m_files.size()) {
        if (!m_lastError.text.isEmpty()) {
            m_work->fail(m_lastError);
            return;
        }
        const QString folder = QDir::toNativeSeparators(m_folder);
        const auto name = [this] { return Format::isolated(m_files.first().target.section(u'/', -1)); };
        m_work->succeed(m_files.size() == 1 ? tr("Saved %1 in %2").arg(name(), folder)
                                            : tr("Saved %n files in %1", nullptr, int(m_files.size())).arg(folder));
        return;
    }
    const FileToDownload &file = m_files[m_at];
    const auto target = downloadTarget(m_folder, file.target);
    if (!target) {
        onError(target.error());
        return;
    }
    m_download = std::make_unique<Download>(m_reader, [this, path = file.path] { return m_address(path); }, *target);
    m_download->setReplacing(m_options.replaces);
    connect(m_download.get(), &Download::progressed, this, &FilesDownload::report);
    connect(m_download.get(), &Download::finished, this, &FilesDownload::onFinished);
    report();
    m_download->start();
}

void FilesDownload::report()
{
    const qint64 total = m_total < 0 && m_files.size() == 1 ? m_download->total() : m_total;
    m_work->report(m_before + std::max<qint64>(0, m_download->done()), std::max<qint64>(0, total),
                   LongWork::Unit::Bytes, m_files[m_at].path.section(u'/', -1));
}

void FilesDownload::onFinished()
{
    const auto download = std::exchange(m_download, nullptr).release();
    download->deleteLater(); // it emitted the signal
    if (download->state() == Download::State::Failed) {
        onError(download->error());
        return;
    }
    if (download->state() != Download::State::Done)
        return;
    m_before += download->done();
    Q_EMIT saved(m_files[m_at], download->target(), download->done());
    ++m_at;
    fetchNext();
}

void FilesDownload::onError(const Error &error)
{
    Q_EMIT failed(m_files[m_at], error);
    if (!m_options.skipsErrors || error.kind == ErrorKind::Unreachable) {
        m_work->fail(error);
        return;
    }
    m_lastError = error;
    ++m_at;
    fetchNext();
}

std::shared_ptr<LongWork> downloadFiles(RunHistory *history, FileReader *reader, const QString &runId,
                                        const QList<FileToDownload> &files, const QString &folder, const QString &title)
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
        reader, [history, runId](const QString &path) { return history->file(runId, path); }, folder, work.get());
    (*maker)->start(files, total);
    return work;
}

} // namespace Roost::Transfer
