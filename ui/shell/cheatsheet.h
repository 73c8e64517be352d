// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Roost::Ui {

/// Opened by F1: lists the keys of the window, grouped by purpose.
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

    /// Entries keep their order within their group.
    explicit CheatSheet(const QList<Entry> &entries, QWidget *parent = nullptr);
};

} // namespace Roost::Ui
