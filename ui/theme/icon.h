// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QIcon>

namespace Roost::Ui::Theme {

/// Returns a monochrome icon of resources/icons, which is tinted when it is painted. Returns an empty icon if the name
/// is unknown.
QIcon icon(const QString &name, Role role = Role::TextSecondary);
QIcon icon(const QString &name, Items::Tone tone);

} // namespace Roost::Ui::Theme
