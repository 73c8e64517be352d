// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(Theme::Choice choice)
{
    return choice == Theme::Choice::Light ? u"light"_s : choice == Theme::Choice::Dark ? u"dark"_s : u"system"_s;
}

} // namespace

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    setObjectName(u"settingsDialog"_s);
    auto *theme = new QComboBox;
    theme->setObjectName(u"themeChoice"_s);
    theme->addItem(tr("Same as the desktop"), int(Theme::Choice::System));
    theme->addItem(tr("Light"), int(Theme::Choice::Light));
    theme->addItem(tr("Dark"), int(Theme::Choice::Dark));
    theme->setCurrentIndex(theme->findData(int(Theme::choice())));
    auto *compact = new QCheckBox(tr("&Compact rows in tables"));
    compact->setObjectName(u"compactRows"_s);
    compact->setChecked(Theme::compactRows());

    auto *form = new QFormLayout;
    form->setVerticalSpacing(Theme::Group);
    form->setHorizontalSpacing(Theme::Group);
    form->addRow(tr("&Theme"), theme);
    form->addRow(QString(), compact);
    auto *notices = new QCheckBox(tr("Desktop &notifications when a run ends"));
    notices->setObjectName(u"desktopNotices"_s);
    notices->setToolTip(tr("Shown while no window of Roost is in front"));
    notices->setChecked(Settings::instance().value(Preferences::desktopNotices));
    form->addRow(QString(), notices);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeSettings"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(400);

    connect(theme, &QComboBox::activated, this, [theme] {
        Settings::instance().set(Preferences::theme, wordOf(Theme::Choice(theme->currentData().toInt())));
    });
    connect(compact, &QCheckBox::toggled, this,
            [](bool on) { Settings::instance().set(Preferences::compactRows, on); });
    connect(notices, &QCheckBox::toggled, this,
            [](bool on) { Settings::instance().set(Preferences::desktopNotices, on); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Roost::Ui
