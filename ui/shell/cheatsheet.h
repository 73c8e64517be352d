// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Roost::Ui {

/// F1: every key of the window, by what it is for.
class CheatSheet : public QDialog
{
    Q_OBJECT
public:
    struct Entry
    {
        QString group;
        QString keys;
        QString text;
    };

    /// In the order given, under their groups.
    explicit CheatSheet(const QList<Entry> &entries, QWidget *parent = nullptr);
};

} // namespace Roost::Ui
