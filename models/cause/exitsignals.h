// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Roost::Causes {

/// Returns whether the signal reports a fault of the process itself (SIGSEGV and the like).
bool isCrash(int signal);

/// Returns the signal that an exit code means: a shell adds 128, and of Python's negative number 8 bits remain.
std::optional<int> signalOfCode(int code);

/// Returns the first signal that a text names: "SIGSEGV", "Segmentation fault".
std::optional<int> signalNamed(QByteArrayView text);

} // namespace Roost::Causes
