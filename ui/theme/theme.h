// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/icon.h"
#include "ui/theme/sizes.h"

/// How Roost looks: roles, not colours, in the code of views. Everything follows the scheme of the moment; when the
/// scheme changes each widget gets a QEvent::PaletteChange, and icons and palettes need nothing more.
namespace Roost::Ui::Theme {

enum class Choice { System, Light, Dark };

/// Sets style and palette on the QApplication, and from then on follows the desktop (System). Once, in main.
void install(Choice choice);
/// Changes the look at once; the caller saves the choice.
void choose(Choice choice);
Choice choice();

} // namespace Roost::Ui::Theme
