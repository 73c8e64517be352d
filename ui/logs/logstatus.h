// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/logs/file/logtext.h"

namespace Roost::Ui {

/// Returns a summary of a log in words: ranks, errors, lines, bytes, and whether it is complete. `error` is the reason
/// why the last read failed; its text is empty if the read succeeded.
QString logStatus(Logs::LogText *text, const Error &error);

} // namespace Roost::Ui
