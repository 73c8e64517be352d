// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Items {

/// Stores the texts of SubmitMemory for one workspace between two runs of the program. The window implements it with
/// its settings.
class DraftStore
{
public:
    enum class Slot { Recent, Unfinished, Folders };

    virtual ~DraftStore() = default;
    /// Returns the text that was written last; empty if there is none.
    virtual QByteArray read(Slot slot) const = 0;
    /// An empty text clears the slot.
    virtual void write(Slot slot, const QByteArray &text) = 0;
};

} // namespace Roost::Items
