// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/job.h"

#include <QCommandLineOption>

#include <optional>

namespace Roost::Ctl {

class Session;

/// The job that a command line of `submit` describes: a job file, or a script with its arguments, and the options that
/// take the place of what stands in them.
struct JobArguments
{
    /// A file that was read for it, as the command line names it, and what there is to say about its text.
    struct Text
    {
        QString file;
        Diagnostics diagnostics;
    };

    Job job;
    QList<Text> texts;

    bool hasErrors() const;

    /// Nothing, and a sentence on stderr, where the command line is wrong or a file cannot be read. A file with errors
    /// is given with its diagnostics: its job is not to be submitted.
    static std::optional<JobArguments> from(Session &session);
    static QList<QCommandLineOption> options();
};

} // namespace Roost::Ctl
