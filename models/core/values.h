// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Roost {

/// Names and values. Ordered, so that equal maps are written identically.
using StringMap = QMap<QString, QString>;

/// One page of a longer list. `next` is opaque and requests the next page; empty at the end.
template <typename T>
struct Page
{
    QList<T> items;
    QString next;
};

} // namespace Roost
