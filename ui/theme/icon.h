// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QIcon>

namespace Roost::Ui::Theme {

/// A monochrome icon of resources/icons, tinted when it is painted. An unknown name returns an empty icon.
QIcon icon(const QString &name, Role role = Role::TextSecondary);
QIcon icon(const QString &name, Items::Tone tone);

} // namespace Roost::Ui::Theme
