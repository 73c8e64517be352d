// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace Roost::Ui {

/// A text field with a list of suggestions. The text stays as typed: a suggestion replaces it only if the user chooses
/// it.
class TextCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit TextCombo(const QString &objectName, QWidget *parent = nullptr);
};

} // namespace Roost::Ui
