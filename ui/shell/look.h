// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Ui {

/// Gives the application the theme and density of the settings, and changes both with them. Call once, before the
/// first window.
void installLook();

} // namespace Roost::Ui
