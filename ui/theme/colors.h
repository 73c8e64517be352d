// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tone.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace Roost::Ui::Theme {

enum class Scheme { Light, Dark };

enum class Role {
    Surface,       // pages, tables
    SurfaceRaised, // rail, header, cards
    SurfaceSunken, // fields, logs, wells
    Hover,
    Selection, // behind selected text and rows; the text colour stays Text
    Line,      // separators: subtle, 1 px
    Border,    // edges of controls, with a contrast of 3:1 on the surface
    Text,
    TextSecondary,
    TextDisabled,
    Accent,
    AccentText, // text on Accent
    Queued,
    Preparing,
    Running,
    Done,
    Failed,
    Canceled,
    Warning,
};

/// Returns the current colour scheme.
Scheme scheme();
/// Called only by choose() and install() of theme.h, which also set the palette of the application.
void setScheme(Scheme scheme);

QColor color(Role role);
QColor color(Role role, Scheme scheme);
/// Returns `color` blended over the surface with `alpha` 0..1, as an opaque colour for areas behind text.
QColor tint(Role role, double alpha);
Role roleOf(Items::Tone tone);
QColor color(Items::Tone tone);
QPalette palette(Scheme scheme);

/// Colours of series and ranks, safe for colour-blind eyes: Okabe-Ito first, then steps of lightness.
QColor series(int index);
QColor series(int index, Scheme scheme);
/// A key always has the same colour, but two keys may have the same one.
QColor seriesOf(const QString &key);
/// Returns the index of seriesOf() in series().
int seriesIndexOf(const QString &key);
/// Returns the first index, starting at `index`, whose colour differs clearly from each of `taken`; if there is none,
/// the index whose colour differs most.
int seriesApart(int index, const QList<QColor> &taken);
/// Returns the W3C contrast of two opaque colours, 1..21.
double contrast(const QColor &a, const QColor &b);
/// Returns `color` at the nearest lightness with the contrast `wanted` on `ground`. The hue does not change.
QColor seenOn(const QColor &ground, QColor color, double wanted);

} // namespace Roost::Ui::Theme
