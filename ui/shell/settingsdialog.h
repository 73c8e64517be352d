// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Roost::Ui {

/// Theme, density and notices. Changes show at once and are kept; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget *parent = nullptr);
};

/// What the settings say of the look; for main, before the first window.
void installSavedTheme();

/// Whether the desktop is told of what ends while no window is in front.
bool areDesktopNoticesWanted();

} // namespace Roost::Ui
