// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/mlrunsfiles.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;
using namespace Roost::Importers;

// Any bytes can be read as a meta.yaml and as lines of a metric.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto meta = metaFrom(bytes)) {
        static_cast<void>(metaStatus(*meta));
        static_cast<void>(metaTime(*meta, u"start_time"));
        static_cast<void>(metaTexts(*meta, u"tags"));
        static_cast<void>(metaText(*meta, u"name"));
    } else if (meta.error().text.isEmpty()) {
        std::abort();
    }
    for (const QByteArray &line : bytes.split('\n')) {
        if (const auto metric = metricFromLine(line); metric && metric->point.timestamp < 0)
            std::abort();
    }
    return 0;
}
