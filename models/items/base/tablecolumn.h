// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tone.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace Roost::Items {

/// Roles of every table model of Roost, in addition to Qt's roles.
enum ItemRole {
    SortRole = Qt::UserRole + 1, // a comparable value of the cell: number, time, text
    KeyRole,                     // the complete key of the row
    ToneRole,                    // int(Tone) for a cell that shows a state
    // Roles of a column, through headerData:
    WidthRole,      // int, in characters of the interface font
    StretchRole,    // bool: the column fills the remaining width, but is never narrower than its own width
    VisibilityRole, // int(ColumnVisibility)
    ModelRole,      // the first role that a model may define
};

enum class ColumnVisibility {
    Fixed,      // cannot be hidden in the column menu
    Shown,      // shown unless it is hidden in the column menu
    Hidden,     // hidden unless it is shown in the column menu
    WhereKnown, // shown from the first row on that has a text in it, unless the column menu decided otherwise
};

/// One column of a table. A model lists its columns once; the list is the only place that describes titles, widths and
/// cells, and a new column is one entry in it. Views read the list through the roles above.
template <typename Row>
struct TableColumn
{
    int id = 0;                   // its index in the list, an enumerator of the model
    QString (*title)() = nullptr; // called for each request, because the language may change
    int width = 0;                // in characters
    bool stretches = false;       // at most one column of a table stretches
    ColumnVisibility visibility = ColumnVisibility::Shown;
    bool isNumeric = false; // right-aligned
    std::function<QString(const Row &)> text = {};
    std::function<QVariant(const Row &)> sortKey = {}; // `text` if empty
    std::function<QString(const Row &)> toolTip = {};
    std::function<std::optional<Tone>(const Row &)> tone = {};
    std::function<QString(const Row &)> accessibleText = {}; // `text` if empty
    std::function<void(Row &, const QString &)> edit = {};   // makes the cells editable as text

    QVariant data(const Row &row, int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return text(row);
        case Qt::EditRole:
            return edit ? QVariant(text(row)) : QVariant();
        case SortRole:
            return sortKey ? sortKey(row) : QVariant(text(row));
        case Qt::ToolTipRole:
            return toolTip ? QVariant(toolTip(row)) : QVariant();
        case Qt::AccessibleTextRole:
            return accessibleText ? QVariant(accessibleText(row)) : QVariant();
        case Qt::TextAlignmentRole:
            return isNumeric ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        case ToneRole: {
            const std::optional<Tone> state = tone ? tone(row) : std::nullopt;
            return state ? QVariant(int(*state)) : QVariant();
        }
        default:
            return {};
        }
    }

    QVariant headerData(int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return title();
        case Qt::TextAlignmentRole:
            return QVariant((isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case WidthRole:
            return width;
        case StretchRole:
            return stretches;
        case VisibilityRole:
            return int(visibility);
        default:
            return {};
        }
    }
};

} // namespace Roost::Items
