// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/logs/file/logtext.h"

namespace Roost::Ui {

/// What a log holds, in words: ranks, errors, lines, bytes, and whether it is complete. `error` is why it could not be
/// read the last time; its text is empty where it could.
QString logStatus(Logs::LogText *text, const Error &error);

} // namespace Roost::Ui
