// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Roost {

/// Sentences for people of the rooms below items. They stay English where no translation is installed: in the service,
/// whose answers any client may read, and in the console.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace Roost
