// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/flatvalues.h"
#include "models/wandb/record.h"
#include "models/wandb/recordfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;

// Any bytes can be read as the records of a .wandb file; damage lies within the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    // Random bytes seldom begin as a file does.
    auto file = Wandb::RecordFile::over(QByteArray(":W&B\xe1\xbe\0", 7) + bytes);
    if (!file)
        std::abort();
    while (const auto record = file->next([&](const Wandb::RecordFile::Damage &damage) {
        if (damage.offset < 7 || damage.offset > bytes.size() + 7 || damage.why.isEmpty())
            std::abort();
    }))
        static_cast<void>(Wandb::recordFrom(*record));
    // The checksums hide most contents from the loop above.
    const auto record = Wandb::recordFrom(bytes);
    if (record) {
        if (const auto *history = std::get_if<Wandb::History>(&*record)) {
            for (const Wandb::Item &item : history->items)
                Importers::flatten(item.names, item.json, [](const Importers::FlatValue &) {});
        }
    }
    Importers::flatten({QStringLiteral("a")}, bytes, [](const Importers::FlatValue &) {});
    return 0;
}
