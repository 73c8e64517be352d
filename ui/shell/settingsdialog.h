// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Roost::Ui {

/// Theme, density and desktop notifications. Each change takes effect and is stored at once, without confirmation.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget *parent = nullptr);
};

} // namespace Roost::Ui
