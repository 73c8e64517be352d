// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/iconengine.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyleHints>

#include <algorithm>

static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Roost::Ui::Theme {

using namespace Items;

namespace {

// The one look of the application; a process has one QApplication and so one of these.
struct Look
{
    Choice choice = Choice::System;
    Scheme scheme = Scheme::Light;
    bool compact = false;
};

Look &look()
{
    static Look theLook;
    return theLook;
}

Scheme wanted(Choice choice)
{
    if (choice == Choice::System) {
        const auto hints = QGuiApplication::styleHints();
        return hints->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
    }
    return choice == Choice::Dark ? Scheme::Dark : Scheme::Light;
}

void applyScheme()
{
    look().scheme = wanted(look().choice);
    QApplication::setPalette(palette(look().scheme));
}

} // namespace

void install(Choice choice)
{
    initIcons();
    QApplication::setStyle(new Style);
    look().choice = choice;
    applyScheme();
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
        if (look().choice == Choice::System)
            applyScheme();
    });
}

void choose(Choice choice)
{
    look().choice = choice;
    applyScheme();
}

Choice choice()
{
    return look().choice;
}

Scheme scheme()
{
    return look().scheme;
}

QIcon icon(const QString &name, Role role)
{
    return QIcon(new IconEngine(name, role));
}

QIcon icon(const QString &name, Tone tone)
{
    return icon(name, roleOf(tone));
}

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
    return look().compact ? std::max(20, text + 2) : std::max(24, text + 6);
}

void setCompactRows(bool compact)
{
    look().compact = compact;
}

bool compactRows()
{
    return look().compact;
}

} // namespace Roost::Ui::Theme
