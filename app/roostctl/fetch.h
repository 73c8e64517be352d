// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/commandcontext.h"
#include "models/transfer/filesdownload.h"

#include <QCommandLineOption>

namespace Roost::Ctl {

/// "--to DIR", "--output FILE", "--force"
QList<QCommandLineOption> fetchOptions();

/// Fetches the files at `paths` below --to (or the current folder), or the one file to --output, and prints where each
/// is; returns an exit code. A file that exists with other content is replaced with --force only.
int fetch(CommandContext &context, FileReader *reader, const Transfer::FilesDownload::Address &address,
          const QStringList &paths);

} // namespace Roost::Ctl
