// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ui {

/// Where a window is: a page, and what of it. {"runs"}, {"run", id}, {"environments", name, version}.
struct Location
{
    QString page;
    QString name;
    QString version;

    bool operator==(const Location &) const = default;
};

} // namespace Roost::Ui
