// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace Roost::Importers {

/// A value of a JSON text that is not an object.
struct FlatValue
{
    QString name;                 // "model.depth"
    std::optional<double> number; // also of true (1) and false (0)
    QString text;                 // of a text itself, otherwise the JSON
    bool isText = false;
};

/// Passes on the values in nested objects, their names joined by dots. An object of W&B that describes a file or a
/// histogram (with "_type") is one value, whose text is its JSON. The bare words NaN and Infinity are numbers. Returns
/// false if `json` is not JSON.
bool flatten(const QStringList &names, const QByteArray &json, const std::function<void(const FlatValue &)> &value);

} // namespace Roost::Importers
