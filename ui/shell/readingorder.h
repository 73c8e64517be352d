// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace Roost::Ui {

/// What Tab goes through in this window now, as one reads it: by the layouts, and where there is none by place. Qt's
/// own order is that in which widgets were made, and headers, rails and pages make theirs as they need them.
QWidgetList inReadingOrder(const QWidget &window);

} // namespace Roost::Ui
