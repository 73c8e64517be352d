// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/jobfile/jobdocument.h"

#include <optional>

namespace Roost::Items {

/// A job as the text of an Azure ML command-job file. Comments and unknown keys of a text that was opened or typed are
/// kept. While an edited text has errors it is kept as it is, and the job stays what it was.
class JobFileText
{
public:
    QString text() const { return m_text; }
    /// Whether the text has errors, so that the job holds nothing of it.
    bool isWrong() const { return !m_wrong.isNull(); }
    const Diagnostics &diagnostics() const { return m_diagnostics; }

    /// Writes `job` into the text, unless the text is wrong.
    void write(const Job &job);
    /// Forgets the errors of the text; the next write() replaces it.
    void forgetErrors();
    /// Forgets what was opened or typed: the next text is made of the job alone.
    void forgetDocument() { m_document.reset(); }

    /// Reads an edited text whose job was `current`. Empty if the text has errors.
    std::optional<Job> edit(const QString &text, const Job &current);
    /// Reads a job file; its `code` is relative to the file's folder. Empty if the file has errors: its text can
    /// be edited all the same. An Error where the file cannot be read.
    Result<std::optional<Job>> open(const QString &path);
    /// Writes the text with paths relative to the folder of `path`.
    Result<void> save(const QString &path, const Job &job) const;

private:
    void keepWrong(const QString &text, const Diagnostics &diagnostics);
    Job keep(const JobFile::JobDocument &document, const QString &folder);

    std::optional<JobFile::JobDocument> m_document; // what was opened or typed last
    QString m_folder;                               // of the document
    QString m_wrong;                                // the edited text with errors; null if there is none
    QString m_text;
    Diagnostics m_diagnostics;
};

} // namespace Roost::Items
