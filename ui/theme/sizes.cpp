// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/sizes.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include <algorithm>

namespace Roost::Ui::Theme {

namespace {

bool &compact()
{
    static bool isCompact = false;
    return isCompact;
}

} // namespace

QFont font(double scale, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(weight);
    return font;
}

QFont fixedFont(double scale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF() * scale);
    return font;
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

int rowHeight()
{
    const int text = QFontMetrics(QApplication::font()).height();
    return compact() ? std::max(20, text + 2) : std::max(24, text + 6);
}

void setCompactRows(bool isCompact)
{
    compact() = isCompact;
}

bool compactRows()
{
    return compact();
}

} // namespace Roost::Ui::Theme
