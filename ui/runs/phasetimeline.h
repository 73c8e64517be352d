// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QPainter>
#include <QTimer>
#include <QWidget>

namespace Roost::Ui {

/// The phases of a run from left to right, each with its duration.
class PhaseTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseTimeline(QWidget *parent = nullptr);

    void setRun(const Run &run);
    /// Returns the timeline as text, for screen readers and tests: "Preparing 0:04, done; Running 3:08; …".
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Stage { Ahead, Now, Done, Failed, Canceled, Skipped };
    struct Segment
    {
        Phase phase = Phase::Preparing;
        Stage stage = Stage::Ahead;
        QString name;
        QString title; // the drawn text
        QString duration;
        QString tip;
        QRectF area;
    };
    Stage stageOf(const QList<PhaseTimes> &phases, qsizetype at) const;
    void refresh();
    void arrange();
    void paintSegment(QPainter &painter, const Segment &segment) const;
    void tick();

    Run m_run;
    QList<Segment> m_segments;
    QTimer m_clock;
};

} // namespace Roost::Ui
