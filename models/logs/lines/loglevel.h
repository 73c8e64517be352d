// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace Roost::Logs {

enum class LogLevel { Plain, Warning, Error };

/// Returns whether a line reports an error or a warning, according to the words of Python, PyTorch, MPI and compilers.
LogLevel levelOf(QByteArrayView line);

/// Returns the words that make a line an error wherever they occur in it.
std::span<const QByteArrayView> errorWords();

} // namespace Roost::Logs
