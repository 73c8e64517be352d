// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/jobfiletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Items::SubmitDraft)
};

} // namespace

void JobFileText::write(const Job &job)
{
    if (isInvalid()) {
        m_text = m_invalidText;
    } else if (!m_document) {
        m_text = JobFile::JobDocument::write(job, job.codePath);
    } else {
        JobFile::JobDocument document = *m_document;
        document.setJob(job);
        m_text = document.text();
    }
}

void JobFileText::forgetErrors()
{
    m_invalidText = QString();
    m_diagnostics.clear();
}

void JobFileText::setInvalidText(const QString &text, const Diagnostics &diagnostics)
{
    m_invalidText = text.isNull() ? u""_s : text;
    m_diagnostics = diagnostics;
}

Job JobFileText::setDocument(const JobFile::JobDocument &document, const QString &folder)
{
    m_document = document;
    m_folder = folder;
    m_invalidText = QString();
    m_diagnostics = document.diagnostics();
    return document.job();
}

std::optional<Job> JobFileText::edit(const QString &text, const Job &current)
{
    const QString folder = m_document ? m_folder : current.codePath;
    const auto document = JobFile::JobDocument::fromText(text, folder, JobFile::readFromDisk, current.carried);
    if (hasErrors(document.diagnostics())) {
        setInvalidText(text, document.diagnostics());
        return std::nullopt;
    }
    return setDocument(document, folder);
}

Result<std::optional<Job>> JobFileText::open(const QString &path)
{
    const auto document = JobFile::JobDocument::fromFile(path);
    if (!document)
        return std::unexpected(document.error());
    const QString folder = QFileInfo(path).absolutePath();
    if (!hasErrors(document->diagnostics()))
        return setDocument(*document, folder);
    m_document = JobFile::JobDocument::fromText({}, folder);
    m_folder = folder;
    setInvalidText(document->text(), document->diagnostics());
    return std::nullopt;
}

Result<void> JobFileText::save(const QString &path, const Job &job) const
{
    QString text = m_text;
    const QString folder = QFileInfo(path).absolutePath();
    if (!isInvalid() && folder != (m_document ? m_folder : job.codePath)) {
        auto moved = JobFile::JobDocument::fromText(m_text, folder, JobFile::readFromDisk, job.carried);
        moved.setJob(job);
        text = moved.text();
    }
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Failed, Words::tr("%1 could not be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace Roost::Items
