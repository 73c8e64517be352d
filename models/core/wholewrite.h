// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QFileDevice;

namespace Roost {

/// Writes all bytes. When a disk fills up, the first write succeeds partially and Qt knows no reason; this function
/// tries the rest again, so that error() and errorString() of the file are set after a failure.
bool writeWhole(QFileDevice &file, QByteArrayView bytes);
/// The same for the bytes that the file has buffered.
bool flushWhole(QFileDevice &file);

} // namespace Roost
