// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/navigator.h"

#include <QWidget>

class QVBoxLayout;

namespace Roost {

/// Messages between the header and the page, newest on top. Failures stay until closed, others leave by themselves.
class Notices : public QWidget
{
    Q_OBJECT
public:
    explicit Notices(QWidget *parent = nullptr);

    void show(const QString &text, Notice level, const QString &detail, const QString &actionText,
              std::function<void()> action);
    int count() const;

private:
    QVBoxLayout *m_column;
};

} // namespace Roost
