// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Roost::Causes {

/// Whether the signal reports a fault of the process itself (SIGSEGV and the like).
bool isCrash(int signal);

/// The signal that an exit code stands for: a shell adds 128, and of Python's negative number 8 bits remain.
std::optional<int> signalOfCode(int code);

/// The first signal that a text names: "SIGSEGV", "Segmentation fault".
std::optional<int> signalNamed(QByteArrayView text);

} // namespace Roost::Causes
