// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tone.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace Roost::Items {

/// Roles of every table model of Roost, beside Qt's own.
enum ItemRole {
    SortRole = Qt::UserRole + 1, // comparable value of the cell: number, time, text
    KeyRole,                     // what identifies the row, whole
    ToneRole,                    // int(Tone) for a cell that shows a state
    // Of a column, through headerData:
    WidthRole,      // int, in characters of the interface font
    StretchRole,    // bool: the column takes the width that the others leave, its own width at least
    VisibilityRole, // int(ColumnVisibility)
    ModelRole,      // the first role that a model may define for itself
};

enum class ColumnVisibility {
    Fixed,  // the menu of columns cannot hide it
    Shown,  // until it is hidden in the menu of columns
    Hidden, // until it is shown in the menu of columns
};

/// One column of a table. A model lists its columns once; the list is the only place where titles, widths and cells
/// are described, and a new column is one entry of it. Views read the list through the roles above.
template <typename Row>
struct TableColumn
{
    int id = 0;                   // its place in the list, an enumerator of the model
    QString (*title)() = nullptr; // called for each request: the language may have changed
    int width = 0;                // in characters
    bool stretches = false;       // at most one column of a table
    ColumnVisibility visibility = ColumnVisibility::Shown;
    bool isNumeric = false; // aligned at the right
    std::function<QString(const Row &)> text = {};
    std::function<QVariant(const Row &)> sortKey = {}; // without it the text
    std::function<QString(const Row &)> toolTip = {};
    std::function<std::optional<Tone>(const Row &)> tone = {};
    std::function<QString(const Row &)> accessibleText = {}; // without it the text

    QVariant data(const Row &row, int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return text(row);
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
