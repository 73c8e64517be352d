// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/jobfile/jobdocument.h"

#include <optional>

namespace Roost::Items {

/// A job as the text of an Azure ML command-job file. Comments and unknown keys of a text that was opened or typed are
/// preserved. While an edited text has errors it is kept unchanged, and so is the job.
class JobFileText
{
public:
    QString text() const { return m_text; }
    /// Returns whether the text has errors. The job then does not reflect the text.
    bool isInvalid() const { return !m_invalidText.isNull(); }
    const Diagnostics &diagnostics() const { return m_diagnostics; }

    /// Writes `job` into the text, unless the text is wrong.
    void write(const Job &job);
    /// Discards the text with errors; the next write() replaces it.
    void forgetErrors();
    /// Discards the document that was opened or typed: the next text is written from the job alone.
    void forgetDocument() { m_document.reset(); }

    /// Parses an edited text. `current` is the job before the edit. Empty if the text has errors.
    std::optional<Job> edit(const QString &text, const Job &current);
    /// Reads a job file; its `code` is relative to the file's folder. Empty if the file has errors; its text can still
    /// be edited. Returns an Error if the file cannot be read.
    Result<std::optional<Job>> open(const QString &path);
    /// Saves the text with paths relative to the folder of `path`.
    Result<void> save(const QString &path, const Job &job) const;

private:
    void setInvalidText(const QString &text, const Diagnostics &diagnostics);
    Job setDocument(const JobFile::JobDocument &document, const QString &folder);

    std::optional<JobFile::JobDocument> m_document; // what was opened or typed last
    QString m_folder;                               // of the document
    QString m_invalidText;                          // the edited text with errors; null if there is none
    QString m_text;
    Diagnostics m_diagnostics;
};

} // namespace Roost::Items
