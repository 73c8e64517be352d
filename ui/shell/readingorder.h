// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace Roost::Ui {

/// The widgets that Tab visits in this window now, in reading order: by the layouts, and by position where a widget has
/// none. The order of Qt is the order of creation, and headers, rails and pages create widgets at any time.
QWidgetList inReadingOrder(const QWidget &window);

} // namespace Roost::Ui
