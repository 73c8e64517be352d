// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/commandcontext.h"
#include "models/transfer/download.h"

#include <QCommandLineOption>

namespace Roost::Ctl {

/// A file to be fetched: its path below the folder it goes to, and where from.
struct Wanted
{
    QString path;
    Transfer::Download::Source source;
};

/// "--to DIR", "--output FILE", "--force"
QList<QCommandLineOption> fetchOptions();

/// Fetches one after the other below --to (or here), or the one file to --output, and tells where each is; an exit
/// code. What is there with other content is replaced with --force only.
int fetch(CommandContext &context, RunHistory *history, const QList<Wanted> &wanted);

} // namespace Roost::Ctl
