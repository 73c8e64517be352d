// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobdocument.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;

// Any text can be read, setting the same job changes nothing, and a changed job is read back from the text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto noFiles = [](const QString &path) -> Result<QString> { return failure(ErrorKind::NotFound, path); };
    auto document = JobFile::JobDocument::fromText(text, QStringLiteral("/jobs"), noFiles);
    for (const Diagnostic &d : document.diagnostics()) {
        if (d.line < 1 || d.column < 1 || d.length < 0 || d.message.isEmpty())
            std::abort();
    }
    if (hasErrors(document.diagnostics()))
        return 0;
    document.setJob(document.job());
    if (document.text() != text)
        std::abort();
    Job job = document.job();
    job.compute = QStringLiteral("other");
    job.environmentVariables.insert(QStringLiteral("A"), QStringLiteral("3.10"));
    document.setJob(job);
    if (document.job() != job)
        std::abort();
    return 0;
}
