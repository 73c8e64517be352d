// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/stallwatch.h"

#include <QTest>

namespace Roost::Testing {

/// Prints the longest stall of the window. Fails only for a stall that no user would accept, because the machine may be
/// busy.
inline void reportStalls(const Ui::StallWatch &stalls)
{
    using namespace std::chrono_literals;
    qInfo("longest stall of the event loop: %lld ms (goal: 100 ms in a release build)",
          qint64(stalls.longest().count()));
    QVERIFY2(stalls.longest() < 2s, "the window stood still for more than 2 s");
}

} // namespace Roost::Testing
