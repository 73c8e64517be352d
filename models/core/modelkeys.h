// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace Roost {

namespace PropertyName {
/// Set on model versions: the aliases of the version, separated by ", ".
inline constexpr QLatin1StringView aliases("roost.aliases");

} // namespace PropertyName

} // namespace Roost
