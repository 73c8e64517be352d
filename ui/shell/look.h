// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Ui {

/// Applies the theme and density of the settings to the application, and follows later changes. Call once, before the
/// first window is created.
void installLook();

} // namespace Roost::Ui
