// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QTimer>

namespace Roost::Testing {

void drainEvents()
{
    // An event that is delivered in one round may post events for the next round.
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        bool passed = false;
        // A timer of zero fires after all events that have been posted before.
        QTimer::singleShot(0, QCoreApplication::instance(), [&passed] { passed = true; });
        while (!passed)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

QByteArray describe(const Error &error)
{
    return QStringLiteral("%1: %2 (%3)").arg(int(error.kind)).arg(error.text, error.detail).toUtf8();
}

} // namespace Roost::Testing
