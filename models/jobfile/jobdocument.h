// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/error.h"
#include "models/core/job.h"

#include <functional>
#include <memory>

namespace Roost::JobFile {

/// Gives the text of a file that a job file names; a test hands in its own.
using ReadFile = std::function<Result<QString>(const QString &absolutePath)>;
Result<QString> readFromDisk(const QString &absolutePath);

/// A command-job YAML as a text and as the Job it describes. Values; copies are independent.
class JobDocument
{
public:
    /// The shortest job file there can be: to be filled by setJob.
    JobDocument();
    ~JobDocument();
    JobDocument(const JobDocument &);
    JobDocument &operator=(const JobDocument &);

    /// `folder` is the one the file lies in (or will): paths in it are relative to that. A text that is no YAML
    /// gives a document with one error and an empty job. Never throws. `carried` are parts of the job that no text
    /// has a place for; outputs are not among them, they stand in the text.
    static JobDocument fromText(const QString &text, const QString &folder, const ReadFile &readFile = readFromDisk,
                                const CarriedParts &carried = {});
    /// Reads the file; Errors as of `readFromDisk`, what is wrong inside is in diagnostics().
    static Result<JobDocument> fromFile(const QString &fileName);

    const QString &text() const;
    /// What was understood. With errors among the diagnostics do not submit it.
    const Job &job() const;
    const Diagnostics &diagnostics() const;

    /// Puts what differs from job() into the text and leaves all else. A text that is no YAML is replaced.
    /// `codeId` is no part of a job file unless it is an `azureml:` reference.
    void setJob(const Job &job);

    /// The YAML of a job that has no file yet; `folder` as above.
    static QString write(const Job &job, const QString &folder);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Roost::JobFile
