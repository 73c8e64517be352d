// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tablecolumn.h"

#include <QAbstractItemModel>
#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Roost::Items {

/// A table whose rows are identified by a key. `setRows` compares the new rows with the current ones and emits only the
/// differences, so that selection, scroll position and editors survive a poll. Row needs ==, Key needs qHash. A
/// subclass passes its columns to the constructor and implements keyOf(); Qt's virtual functions are final.
template <typename Row, typename Key>
class KeyedTableModel : public QAbstractTableModel
{
public:
    /// `columns` are in the order of their IDs, which count from 0.
    explicit KeyedTableModel(QList<TableColumn<Row>> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {
        for (int i = 0; i < m_columns.size(); ++i)
            Q_ASSERT_X(m_columns.at(i).id == i, "KeyedTableModel", "a column stands at another place than its id");
    }

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : int(m_columns.size()); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &row = m_rows.at(index.row());
        if (role == KeyRole)
            return QVariant::fromValue(keyOf(row));
        return role >= ModelRole ? rowData(row, role) : m_columns.at(index.column()).data(row, role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        return m_columns.at(section).headerData(role);
    }

    const QList<Row> &rows() const { return m_rows; }
    const Row &at(int row) const { return m_rows.at(row); }

    /// Returns the row of `key`; -1 if there is none.
    int indexOf(const Key &key) const
    {
        for (int i = 0; i < m_rows.size(); ++i) {
            if (keyOf(m_rows.at(i)) == key)
                return i;
        }
        return -1;
    }

    /// Replaces the content by `rows`, in their order. If several rows have the same key, only the first one is used.
    void setRows(QList<Row> rows)
    {
        dropDuplicates(rows);
        QHash<Key, int> target;
        target.reserve(rows.size());
        for (int i = 0; i < rows.size(); ++i)
            target.insert(keyOf(rows.at(i)), i);
        removeAbsent(target);
        reorder(target);
        insertNew(rows);
        update(rows);
    }

    /// Replaces the row with the key of `row`, or appends `row`.
    void upsert(const Row &row)
    {
        const int at = indexOf(keyOf(row));
        if (at < 0) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
            m_rows.append(row);
            endInsertRows();
        } else if (!(m_rows.at(at) == row)) {
            m_rows[at] = row;
            Q_EMIT dataChanged(index(at, 0), index(at, lastColumn()));
        }
    }

    /// Removes the row of `key`. Returns whether there was such a row.
    bool removeKey(const Key &key)
    {
        const int at = indexOf(key);
        if (at < 0)
            return false;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
        return true;
    }

    /// Emits a change of `column` in all rows, for cells that depend on the time as well as on the row.
    void touchColumn(int column)
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, column), index(int(m_rows.size()) - 1, column));
    }

protected:
    virtual Key keyOf(const Row &row) const = 0;
    /// Returns a value of the row as a whole, for the roles from ModelRole on that the model defines.
    virtual QVariant rowData(const Row & /*row*/, int /*role*/) const { return {}; }

private:
    // If more rows move, one change of layout is emitted instead, which is cheaper for views.
    static constexpr int MaxMoves = 64;

    int lastColumn() const { return int(m_columns.size()) - 1; }

    void dropDuplicates(QList<Row> &rows) const
    {
        QSet<Key> seen;
        seen.reserve(rows.size());
        rows.removeIf([&](const Row &row) {
            const Key key = keyOf(row);
            if (seen.contains(key))
                return true;
            seen.insert(key);
            return false;
        });
    }

    void removeAbsent(const QHash<Key, int> &target)
    {
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (target.contains(keyOf(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !target.contains(keyOf(m_rows.at(first - 1))))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    // Marks the elements of `order` that keep their position while the other elements are moved around them.
    static QList<bool> longestAscent(const QList<int> &order)
    {
        QList<int> tails;
        QList<int> previous(order.size(), -1);
        for (int i = 0; i < order.size(); ++i) {
            const auto at = std::lower_bound(tails.begin(), tails.end(), i,
                                             [&order](int a, int b) { return order.at(a) < order.at(b); });
            previous[i] = at == tails.begin() ? -1 : *(at - 1);
            if (at == tails.end())
                tails.append(i);
            else
                *at = i;
        }
        QList<bool> stays(order.size(), false);
        for (int i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = previous.at(i))
            stays[i] = true;
        return stays;
    }

    void reorder(const QHash<Key, int> &target)
    {
        QList<int> order;
        order.reserve(m_rows.size());
        for (const Row &row : std::as_const(m_rows))
            order.append(target.value(keyOf(row)));
        if (std::ranges::is_sorted(order))
            return;
        const QList<bool> stays = longestAscent(order);
        if (stays.count(false) > MaxMoves)
            sortAtOnce(order);
        else
            moveAround(order, stays);
    }

    void sortAtOnce(const QList<int> &order)
    {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        QList<int> from(order.size());
        for (int i = 0; i < from.size(); ++i)
            from[i] = i;
        std::ranges::sort(from, [&order](int a, int b) { return order.at(a) < order.at(b); });
        QList<int> to(from.size());
        QList<Row> sorted;
        sorted.reserve(from.size());
        for (int i = 0; i < from.size(); ++i) {
            to[from.at(i)] = i;
            sorted.append(std::move(m_rows[from.at(i)]));
        }
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &was : before)
            after.append(index(to.at(was.row()), was.column()));
        m_rows = std::move(sorted);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void moveAround(QList<int> order, const QList<bool> &stays)
    {
        QList<int> movers;
        for (int i = 0; i < order.size(); ++i) {
            if (!stays.at(i))
                movers.append(order.at(i));
        }
        std::ranges::sort(movers);
        QList<int> settled;
        for (int i = 0; i < order.size(); ++i) {
            if (stays.at(i))
                settled.append(order.at(i));
        }
        for (const int mover : std::as_const(movers)) {
            const int from = int(order.indexOf(mover));
            const auto next = std::ranges::lower_bound(settled, mover);
            int to = next == settled.end() ? int(order.size()) : int(order.indexOf(*next));
            settled.insert(next, mover);
            if (to == from || to == from + 1)
                continue;
            beginMoveRows({}, from, from, {}, to);
            if (to > from)
                --to;
            m_rows.move(from, to);
            order.move(from, to);
            endMoveRows();
        }
    }

    void insertNew(const QList<Row> &rows)
    {
        QSet<Key> shown;
        shown.reserve(m_rows.size());
        for (const Row &row : std::as_const(m_rows))
            shown.insert(keyOf(row));
        for (int first = 0; first < rows.size(); ++first) {
            if (shown.contains(keyOf(rows.at(first))))
                continue;
            int last = first;
            while (last + 1 < rows.size() && !shown.contains(keyOf(rows.at(last + 1))))
                ++last;
            beginInsertRows({}, first, last);
            m_rows.insert(first, last - first + 1, Row{});
            std::copy(rows.begin() + first, rows.begin() + last + 1, m_rows.begin() + first);
            endInsertRows();
            first = last;
        }
    }

    void update(const QList<Row> &rows)
    {
        for (int first = 0; first < rows.size(); ++first) {
            if (m_rows.at(first) == rows.at(first))
                continue;
            int last = first;
            while (last + 1 < rows.size() && !(m_rows.at(last + 1) == rows.at(last + 1)))
                ++last;
            std::copy(rows.begin() + first, rows.begin() + last + 1, m_rows.begin() + first);
            Q_EMIT dataChanged(index(first, 0), index(last, lastColumn()));
            first = last;
        }
    }

    QList<TableColumn<Row>> m_columns;
    QList<Row> m_rows;
};

} // namespace Roost::Items
