// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Roost::Parquet {

/// Returns the values in Parquet's hybrid of run lengths and bit packing, each in `bits` bits, 0 to 32.
QByteArray hybridEncoded(const QList<quint32> &values, int bits);

/// Returns the number of bits that the values 0 to `largest` need.
int bitsFor(quint32 largest);

} // namespace Roost::Parquet
