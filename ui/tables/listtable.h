// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/tableview.h"

namespace Roost::Ui {

/// A TableView in which one entry is chosen by its key, in a form or as the master of a page.
class ListTable : public TableView
{
    Q_OBJECT
public:
    ListTable(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    /// Returns the KeyRole of the current row; empty if there is no current row.
    QString currentKey() const;
    QString firstKey() const;
    bool hasKey(const QString &key) const { return rowOf(key).isValid(); }
    /// Selects the row of `key` without emitting a signal. An unknown key clears the selection.
    void setCurrentKey(const QString &key);
    /// Makes the table a field of a form: with a frame, and as high as `rows` rows.
    void setFormRows(int rows);

Q_SIGNALS:
    /// Emitted when the user has selected another row.
    void currentKeyChanged(const QString &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QModelIndex rowOf(const QString &key) const;

    bool m_setting = false;
};

} // namespace Roost::Ui
