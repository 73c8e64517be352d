// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/commandcontext.h"
#include "models/transfer/filesdownload.h"

#include <QCommandLineOption>

namespace Roost::Ctl {

/// Returns the options --to DIR, --output FILE and --force.
QList<QCommandLineOption> fetchOptions();

/// Downloads the files at `paths` to --to (or the current folder), or a single file to --output, and prints where each
/// one is. Returns an exit code. An existing file with different content is replaced only with --force.
int fetch(CommandContext &context, FileReader *reader, const Transfer::FilesDownload::Address &address,
          const QStringList &paths);

} // namespace Roost::Ctl
