// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace Roost::Ui::Theme {

/// Scales of the interface's font: 1.0 is the body.
inline constexpr double Secondary = 0.9;
inline constexpr double Title = 1.25;
/// The interface's font times `scale`. Two weights only.
QFont font(double scale = 1.0, QFont::Weight weight = QFont::Normal);
/// The system's fixed font: logs, code, ids, numbers in columns.
QFont fixedFont(double scale = 0.95);
/// `font` with figures of one width.
QFont tabular(QFont font);

/// Spacing, in device-independent pixels.
inline constexpr int Step = 4;
inline constexpr int Inside = 8;
inline constexpr int Group = 16;
inline constexpr int Edge = 24;
inline constexpr int ControlHeight = 28;
inline constexpr int IconSize = 16;
inline constexpr int Radius = 4;
/// Height of table rows: 24, or 20 when compact, and at least the height of the font.
int rowHeight();
void setCompactRows(bool compact);
bool compactRows();

} // namespace Roost::Ui::Theme
