// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/error.h"
#include "models/core/job.h"
#include "models/jobfile/readfile.h"

#include <memory>

namespace Roost::JobFile {

/// A command-job YAML as a text and as the Job that it describes. A value type: copies are independent.
class JobDocument
{
public:
    /// The shortest valid job file; fill it with setJob().
    JobDocument();
    ~JobDocument();
    JobDocument(const JobDocument &);
    JobDocument &operator=(const JobDocument &);

    /// `folder` is the folder of the file, which relative paths in it refer to. If the text is not YAML, the document
    /// has one error and an empty job. `carried` are parts of the job that a job file has no keys for; outputs have
    /// keys and are read from the text.
    static JobDocument fromText(const QString &text, const QString &folder, const ReadFile &readFile = readFromDisk,
                                const CarriedParts &carried = {});
    /// Reads the file. Fails like readFromDisk(); errors in the content are in diagnostics().
    static Result<JobDocument> fromFile(const QString &fileName);

    const QString &text() const;
    /// The job as far as it could be read. Do not submit it if there are errors among the diagnostics.
    const Job &job() const;
    const Diagnostics &diagnostics() const;

    /// Writes the differences from job() to the text and leaves everything else unchanged. A text that is not YAML is
    /// replaced. `codeId` is written only if it is an `azureml:` reference.
    void setJob(const Job &job);

    /// Returns the YAML of a job that has no file yet; `folder` as for fromText().
    static QString write(const Job &job, const QString &folder);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Roost::JobFile
