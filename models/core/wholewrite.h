// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QFileDevice;

namespace Roost {

/// Writes all bytes. A disk that fills up takes a part first, of which Qt knows no reason; the rest is tried again, so
/// that after a failure the file's error() and errorString() say what it was.
bool writeWhole(QFileDevice &file, QByteArrayView bytes);
/// The same of what the file has buffered.
bool flushWhole(QFileDevice &file);

} // namespace Roost
