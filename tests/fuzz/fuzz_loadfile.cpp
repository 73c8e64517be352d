// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpureading.h"
#include "models/service/collect/loadfilereader.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace Roost;
using namespace Roost::Service::Collect;

namespace {

FileReading read(QByteArray bytes, const FilePosition &from)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    LoadFileReader reader;
    return reader.read(file, from, false);
}

} // namespace

// Any bytes give the same points in one piece and in two, and the position never lies behind the end.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    Load::readingFrom(bytes);
    const auto whole = read(bytes, {});
    auto first = read(bytes.first(bytes.size() / 2), {});
    const auto second = read(bytes, first.end);
    first.points.insert(first.points.end(), second.points.begin(), second.points.end());
    if (whole.end.offset > bytes.size() || second.end.offset != whole.end.offset ||
        first.points.size() != whole.points.size())
        std::abort();
    return 0;
}
