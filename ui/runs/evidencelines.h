// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

#include <QWidget>

namespace Roost::Ui {

/// A few lines of a log with their numbers; one of them is marked.
class EvidenceLines : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceLines(QWidget *parent = nullptr);

    void setLines(const QList<EvidenceLine> &lines, int headline);
    const QList<EvidenceLine> &lines() const { return m_lines; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    int gutter() const;

    QList<EvidenceLine> m_lines;
    int m_headline = -1;
};

} // namespace Roost::Ui
