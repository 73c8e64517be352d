// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace Roost::Ui {

/// A field for any text, with a list of proposals. The text stays as it is typed: a proposal replaces it only when a
/// person chooses it.
class TextCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit TextCombo(const QString &objectName, QWidget *parent = nullptr);
};

} // namespace Roost::Ui
