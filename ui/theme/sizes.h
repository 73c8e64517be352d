// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace Roost::Ui::Theme {

/// Factors for the size of the interface font: 1.0 is the body text.
inline constexpr double Secondary = 0.9;
inline constexpr double Title = 1.25;
/// Returns the interface font scaled by `scale`. Use only two weights.
QFont font(double scale = 1.0, QFont::Weight weight = QFont::Normal);
/// Returns the fixed font of the system: for logs, code, ids, and numbers in columns.
QFont fixedFont(double scale = 0.95);
/// Returns `font` with digits of equal width.
QFont tabular(QFont font);

/// Spacing, in device-independent pixels.
inline constexpr int Step = 4;
inline constexpr int Inside = 8;
inline constexpr int Group = 16;
inline constexpr int Edge = 24;
inline constexpr int ControlHeight = 28;
inline constexpr int IconSize = 16;
inline constexpr int Radius = 4;
/// Returns the height of table rows: 24, or 20 if compact, but at least the height of the font.
int rowHeight();
void setCompactRows(bool compact);
bool compactRows();

} // namespace Roost::Ui::Theme
