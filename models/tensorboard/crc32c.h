// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Roost::TensorBoard {

/// Returns the CRC-32C (Castagnoli) of the bytes.
quint32 crc32c(QByteArrayView bytes);
/// Returns the CRC-32C as a TFRecord stores it: rotated and shifted, so that a record may contain other records.
quint32 maskedCrc32c(QByteArrayView bytes);

} // namespace Roost::TensorBoard
