// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;

// Any text has a result. If it has no errors, neither has the edited text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Conda::ParseResult result = Conda::read(text);
    for (const Diagnostic &d : result.diagnostics) {
        if (d.line < 1 || d.column < 1 || d.length < 0 || d.message.isEmpty())
            std::abort();
    }
    if (hasErrors(result.diagnostics))
        return 0;
    const QString edited =
        Conda::withRequirement(Conda::withPackage(text, QStringLiteral("numpy=1")), QStringLiteral("torch"));
    if (hasErrors(Conda::read(edited).diagnostics))
        std::abort();
    Conda::withoutPackage(edited, QStringLiteral("numpy"));
    if (hasErrors(Conda::read(Conda::write(result.specification)).diagnostics))
        std::abort();
    return 0;
}
