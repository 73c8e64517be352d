// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Roost::TensorBoard {

/// A number; it may be NaN or infinite. Most writers store 32 bits.
struct EventScalar
{
    double value = 0;
    bool operator==(const EventScalar &) const = default;
};

/// Encoded images (PNG, JPEG or GIF) of one step, all of one size. The size is as the writer states it, 0 if it does
/// not.
struct EventImages
{
    QList<QByteArray> encoded;
    int width = 0;
    int height = 0;
    bool operator==(const EventImages &) const = default;
};

struct EventHistogram
{
    struct Bucket
    {
        double left = 0;
        double right = 0;
        double count = 0;
        bool operator==(const Bucket &) const = default;
    };
    QList<Bucket> buckets; // ascending
    bool operator==(const EventHistogram &) const = default;
};

/// Texts in Markdown. A table has its cells row by row, with `columns` cells in a row; 0 for a single text or a list.
struct EventText
{
    QStringList texts;
    int columns = 0;
    bool operator==(const EventText &) const = default;
};

/// The hyperparameters with which a session started.
struct EventHyperparameters
{
    StringMap values;
    bool operator==(const EventHyperparameters &) const = default;
};

/// A value that Roost does not show: audio, a mesh, a curve. `kind` is the name of TensorBoard's plugin.
struct EventOther
{
    QString kind;
    bool operator==(const EventOther &) const = default;
};

/// One value of an event file.
struct EventValue
{
    QString tag;
    qint64 step = 0;
    double wallTime = 0;    // seconds since 1970
    qint64 recordStart = 0; // the offset of its record, from which it can be read again
    std::variant<EventScalar, EventImages, EventHistogram, EventText, EventHyperparameters, EventOther> value;
    bool operator==(const EventValue &) const = default;
};

} // namespace Roost::TensorBoard
