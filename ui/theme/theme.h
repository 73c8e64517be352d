// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tone.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

/// How Roost looks: roles, not colours, in the code of views. All of it follows the scheme of the moment;
/// when that changes every widget gets a QEvent::PaletteChange, and icons and palettes need nothing more.
namespace Roost::Ui::Theme {

enum class Scheme { Light, Dark };
enum class Choice { System, Light, Dark };

enum class Role {
    Surface,       // pages, tables
    SurfaceRaised, // rail, header, cards
    SurfaceSunken, // fields, logs, wells
    Hover,
    Selection, // behind selected text and rows; text stays Text
    Line,      // separators: quiet, 1 px
    Border,    // edges of controls: 3:1 on the surface
    Text,
    TextSecondary,
    TextDisabled,
    Accent,
    AccentText, // on Accent
    Queued,
    Preparing,
    Running,
    Done,
    Failed,
    Canceled,
    Warning,
};

/// Sets style and palette on the QApplication, and from then on follows the desktop (System). Once, in main.
void install(Choice choice);
/// Changes live; saving the choice is the caller's.
void choose(Choice choice);
Choice choice();
Scheme scheme();

QColor color(Role role);
QColor color(Role role, Scheme scheme);
/// `color` laid over the surface with `alpha` 0..1, opaque: for fills behind text.
QColor tint(Role role, double alpha);
Role roleOf(Items::Tone tone);
QColor color(Items::Tone tone);
QPalette palette(Scheme scheme);

/// Colours of series and ranks, safe for colour-blind eyes: Okabe-Ito first, then steps of lightness.
QColor series(int index);
QColor series(int index, Scheme scheme);
/// The same key has the same colour everywhere and always; two keys may share one.
QColor seriesOf(const QString &key);
/// Its place in series(): what must not look alike beside it steps on from there.
int seriesIndexOf(const QString &key);
/// The first place from `index` on whose colour nobody takes for one of `taken`, or the farthest from them.
int seriesApart(int index, const QList<QColor> &taken);
/// W3C contrast of two opaque colours, 1..21.
double contrast(const QColor &a, const QColor &b);
/// `color` at the nearest lightness that has this contrast on `ground`; the hue stays.
QColor seenOn(const QColor &ground, QColor color, double wanted);

/// A monochrome icon of resources/icons, tinted when painted. Unknown names are an empty icon.
QIcon icon(const QString &name, Role role = Role::TextSecondary);
QIcon icon(const QString &name, Items::Tone tone);

/// The interface's font times `scale`: 1.0 body, Secondary, Title. Two weights only.
inline constexpr double Secondary = 0.9;
inline constexpr double Title = 1.25;
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
/// Height of table rows: 24, or 20 when compact, and never less than the font needs.
int rowHeight();
void setCompactRows(bool compact);
bool compactRows();

} // namespace Roost::Ui::Theme
