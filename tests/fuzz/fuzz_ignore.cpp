// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/ignorepattern.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost::Snapshot;

// The first line is a pattern, the rest is a path. Matching takes no more steps than the product of their lengths
// allows.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString pattern = text.section(QLatin1Char('\n'), 0, 0);
    const QString path = text.section(QLatin1Char('\n'), 1);
    const auto made = IgnorePattern::parse(pattern);
    if (!made)
        return 0;
    qint64 steps = 0;
    const PathSegments segments(path);
    const bool matches = made->matches(segments, &steps);
    if (steps > 2 * (pattern.size() + 1) * (path.size() + 1))
        std::abort();
    // A pattern that matches a folder matches everything below it.
    if (matches && !path.isEmpty() && !made->matches(PathSegments(path + QStringLiteral("/x"))))
        std::abort();
    return 0;
}
