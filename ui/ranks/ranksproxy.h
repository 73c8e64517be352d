// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace Roost::Ui {

/// The ranks of a RanksModel as the list shows them: sorted, on request only those with trouble, and dimmed where their
/// logs are not in view.
class RanksProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RanksProxy(QObject *parent = nullptr);

    /// Only ranks that failed or are silent.
    void setOnlyTrouble(bool only);
    bool isOnlyTrouble() const { return m_onlyTrouble; }
    /// Keys of the rows that are not in view.
    void setHidden(const QSet<QString> &hidden);

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_onlyTrouble = false;
    QSet<QString> m_hidden;
};

} // namespace Roost::Ui
