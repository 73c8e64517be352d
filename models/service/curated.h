// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"

#include <QList>

#include <mutex>
#include <optional>

namespace Roost::Service {

/// The environments this machine offers as it is: its own python3, with the packages found in it.
/// Any thread; the first call starts the interpreter once and may take a second.
class CuratedEnvironments
{
public:
    QList<Environment> list();

private:
    std::mutex m_mutex;
    std::optional<QList<Environment>> m_known;
};

} // namespace Roost::Service
