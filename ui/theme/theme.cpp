// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QStyleHints>

static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Roost::Ui::Theme {

namespace {

// A process has one QApplication and therefore one choice.
Choice &chosen()
{
    static Choice theChoice = Choice::System;
    return theChoice;
}

Scheme schemeOf(Choice choice)
{
    if (choice == Choice::System) {
        const auto hints = QGuiApplication::styleHints();
        return hints->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
    }
    return choice == Choice::Dark ? Scheme::Dark : Scheme::Light;
}

void applyScheme()
{
    setScheme(schemeOf(chosen()));
    QApplication::setPalette(palette(scheme()));
}

} // namespace

void install(Choice choice)
{
    initIcons();
    QApplication::setStyle(new Style);
    choose(choice);
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
        if (chosen() == Choice::System)
            applyScheme();
    });
}

void choose(Choice choice)
{
    chosen() = choice;
    applyScheme();
}

Choice choice()
{
    return chosen();
}

} // namespace Roost::Ui::Theme
