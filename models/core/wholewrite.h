// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QFileDevice;

namespace Roost {

/// Writes all bytes. When a disk is full, the first write succeeds partially and Qt reports no reason; this function
/// tries to write the rest, so that error() and errorString() of the file are set after a failure.
bool writeWhole(QFileDevice &file, QByteArrayView bytes);
/// Does the same for the bytes in the file's buffer.
bool flushWhole(QFileDevice &file);

} // namespace Roost
