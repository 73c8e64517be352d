// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/job.h"

#include <QCommandLineOption>

#include <optional>

namespace Roost::Ctl {

class CommandContext;

/// The job that the command line of `submit` describes: a job file, or a script with its arguments. Options override
/// the contents of the file.
struct JobArguments
{
    /// A file that was read for the job, with its name on the command line and the diagnostics of its text.
    struct Text
    {
        QString file;
        Diagnostics diagnostics;
    };

    Job job;
    QList<Text> texts;

    bool hasErrors() const;

    /// Prints an error and returns nothing if the command line is wrong or a file cannot be read. A file with errors
    /// is returned with its diagnostics; its job must not be submitted.
    static std::optional<JobArguments> from(CommandContext &context);
    static QList<QCommandLineOption> options();
};

} // namespace Roost::Ctl
