// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Roost::Ui {

/// A share of something limited, as a thin bar. It changes its colour when little is left.
class LoadBar : public QWidget
{
    Q_OBJECT
public:
    explicit LoadBar(QWidget *parent = nullptr);

    /// From 0 to 100.
    void setPercent(double percent);
    double percent() const { return m_percent; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_percent = 0;
};

} // namespace Roost::Ui
