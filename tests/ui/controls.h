// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QTest>

namespace Roost::Testing {

/// Returns the widget of that name below `in`; aborts the program if there is none.
template <typename T>
T *child(QWidget &in, const QString &name)
{
    T *found = in.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

inline void click(QWidget &in, const QString &name)
{
    QTest::mouseClick(child<QAbstractButton>(in, name), Qt::LeftButton);
}

} // namespace Roost::Testing
