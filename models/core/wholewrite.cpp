// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/wholewrite.h"

#include <QFileDevice>

namespace Roost {

bool writeWhole(QFileDevice &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            // The bytes that do not fit may have been buffered by an earlier write.
            static_cast<void>(file.flush());
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

bool flushWhole(QFileDevice &file)
{
    return file.flush() || file.flush();
}

} // namespace Roost
