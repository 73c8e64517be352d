// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Roost {

/// The translation context of the sentences for users in the rooms below models/items. Without an installed
/// translation, as in the service and the console, they are English.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace Roost
