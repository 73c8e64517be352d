// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/eventfilereader.h"

#include <QBuffer>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;

namespace {

// Reads the bytes in parts, each of which begins where the one before ended.
QList<TensorBoard::EventValue> valuesOf(QByteArray bytes, qint64 most)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    TensorBoard::EventFileReader reader;
    QList<TensorBoard::EventValue> values;
    qint64 offset = 0;
    while (true) {
        const TensorBoard::EventBatch batch = reader.read(file, offset, most);
        if (batch.end < offset || batch.end > bytes.size() || (batch.hasMore && batch.end == offset))
            std::abort();
        for (const auto &part : batch.skipped) {
            if (part.start < offset || part.start >= part.end || part.end > batch.end)
                std::abort();
        }
        values += batch.values;
        offset = batch.end;
        if (!batch.hasMore)
            return values;
    }
}

} // namespace

// Any bytes are read to their end, and the size of the parts makes no difference.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (valuesOf(bytes, 1'000'000).size() != valuesOf(bytes, 7).size())
        std::abort();
    return 0;
}
