// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/logsource.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace Roost::Ui {

/// The ranks of a RanksModel as shown in the list: sorted, optionally only those with trouble, and dimmed if their logs
/// are not visible.
class RanksProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RanksProxy(QObject *parent = nullptr);

    /// Shows only ranks that have failed or stalled.
    void setOnlyTrouble(bool only);
    bool isOnlyTrouble() const { return m_onlyTrouble; }
    /// Sets the rows whose logs are not visible.
    void setHidden(const QSet<Items::LogSource> &hidden);

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool isHidden(const QModelIndex &index) const;

    bool m_onlyTrouble = false;
    QSet<Items::LogSource> m_hidden;
};

} // namespace Roost::Ui
