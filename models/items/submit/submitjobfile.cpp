// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A SubmitDraft as a job file, and a job file as a SubmitDraft.
#include "models/items/submit/submitdraft.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Roost::Items {

// The text with what the draft holds put in; an opened file keeps its comments and order.
QString SubmitDraft::writtenText() const
{
    if (!m_document)
        return JobFile::JobDocument::write(job(), m_job.codePath);
    JobFile::JobDocument document = *m_document;
    document.setJob(job());
    return document.text();
}

void SubmitDraft::takeDocument(const JobFile::JobDocument &document, const QString &folder)
{
    Job job = document.job();
    // A job file has no place for these.
    job.properties = m_job.properties;
    if (job.codePath.isEmpty() && job.codeId.isEmpty())
        job.codeId = m_job.codeId;
    m_document = document;
    m_documentFolder = folder;
    const Diagnostics diagnostics = m_document->diagnostics();
    takeJob(job);
    m_jobTextDiagnostics = diagnostics;
    touch();
}

void SubmitDraft::setJobText(const QString &text)
{
    if (text == m_jobText)
        return;
    const QString folder = m_document ? m_documentFolder : m_job.codePath;
    const auto document = JobFile::JobDocument::fromText(text, folder, JobFile::readFromDisk, m_job.carried);
    if (hasErrors(document.diagnostics())) {
        m_wrongJobText = text.isNull() ? u""_s : text;
        m_jobTextDiagnostics = document.diagnostics();
        touch();
        return;
    }
    takeDocument(document, folder);
}

Result<bool> SubmitDraft::openJobFile(const QString &path)
{
    auto document = JobFile::JobDocument::fromFile(path);
    if (!document)
        return std::unexpected(document.error());
    const QString folder = QFileInfo(path).absolutePath();
    if (hasErrors(document->diagnostics())) {
        // It is opened all the same: the editor is where it is mended.
        const QString text = document->text();
        m_document = JobFile::JobDocument::fromText({}, folder);
        m_documentFolder = folder;
        m_wrongJobText = text.isNull() ? u""_s : text;
        m_jobTextDiagnostics = document->diagnostics();
        touch();
        return true;
    }
    m_job.codeId.clear();
    m_job.carried = {}; // of the job that was there before
    takeDocument(*document, folder);
    return true;
}

Result<bool> SubmitDraft::saveJobFile(const QString &path) const
{
    QString text = m_jobText;
    const QString folder = QFileInfo(path).absolutePath();
    if (m_wrongJobText.isNull() && folder != (m_document ? m_documentFolder : m_job.codePath)) {
        // Paths in it are relative to where it lies.
        auto moved = JobFile::JobDocument::fromText(m_jobText, folder, JobFile::readFromDisk, m_job.carried);
        moved.setJob(job());
        text = moved.text();
    }
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Failed, tr("%1 could not be written: %2").arg(path, file.errorString()));
    return true;
}

} // namespace Roost::Items
