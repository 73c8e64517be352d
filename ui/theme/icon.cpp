// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/iconengine.h"

namespace Roost::Ui::Theme {

using namespace Items;

QIcon icon(const QString &name, Role role)
{
    return QIcon(new IconEngine(name, role));
}

QIcon icon(const QString &name, Tone tone)
{
    return icon(name, roleOf(tone));
}

} // namespace Roost::Ui::Theme
