// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/icon.h"
#include "ui/theme/sizes.h"

/// The look of Roost. Views use roles, not colours. Everything follows the current scheme; when the scheme changes,
/// each widget receives a QEvent::PaletteChange, and icons and palettes need no further action.
namespace Roost::Ui::Theme {

enum class Choice { System, Light, Dark };

/// Sets the style and the palette of the application, and follows the desktop from then on (System). Call once, in
/// main().
void install(Choice choice);
/// Changes the look at once; the caller stores the choice.
void choose(Choice choice);
Choice choice();

} // namespace Roost::Ui::Theme
