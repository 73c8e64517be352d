// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look.h"

#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

Theme::Choice savedTheme()
{
    const QString word = Settings::instance().value(Preferences::theme);
    return word == u"light" ? Theme::Choice::Light : word == u"dark" ? Theme::Choice::Dark : Theme::Choice::System;
}

void applyDensity()
{
    Theme::setCompactRows(Settings::instance().value(Preferences::compactRows));
    // Views read their row height again when the style changes.
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

void installLook()
{
    Theme::setCompactRows(Settings::instance().value(Preferences::compactRows));
    Theme::install(savedTheme());
    QObject::connect(&Settings::instance(), &Settings::changed, qApp, [](const QString &name) {
        if (name == Preferences::theme.name)
            Theme::choose(savedTheme());
        else if (name == Preferences::compactRows.name)
            applyDensity();
    });
}

} // namespace Roost::Ui
