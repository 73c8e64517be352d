// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/draftstore.h"

#include <QHash>

/// A DraftStore that stores its texts in memory.
class MemoryDraftStore : public Roost::Items::DraftStore
{
public:
    QByteArray read(Slot slot) const override { return m_texts.value(int(slot)); }
    void write(Slot slot, const QByteArray &text) override { m_texts.insert(int(slot), text); }
    QByteArray all() const { return QByteArrayList(m_texts.values()).join('\n'); }

private:
    QHash<int, QByteArray> m_texts;
};
