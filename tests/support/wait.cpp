// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"

namespace Roost::Testing {

QByteArray describe(const Error &error)
{
    return QStringLiteral("%1: %2 (%3)").arg(int(error.kind)).arg(error.text, error.detail).toUtf8();
}

} // namespace Roost::Testing
