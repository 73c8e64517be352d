// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace Roost::Ui {

/// Returns the widgets that Tab currently visits in `window`, in reading order: by layout, and by position for widgets
/// without a layout. Qt's own order is the order of creation, but headers, rails and pages create widgets at any time.
QWidgetList inReadingOrder(const QWidget &window);

} // namespace Roost::Ui
