// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitdraft.h"

#include <QAbstractButton>
#include <QPainter>
#include <QSet>
#include <QWidget>

namespace Roost::Ui {

/// One step in the list: its number or state, its title, and what was chosen in it.
class StepButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class State { Ahead, Done, Missing };

    StepButton(int number, const QString &title, QWidget *parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }
    void setSummary(const QString &summary);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintMark(QPainter &painter, const QRect &area) const;

    int m_number;
    State m_state = State::Ahead;
    QString m_summary;
};

/// The steps of the wizard. Each can be opened at any time, by a click or with Up and Down.
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(Items::SubmitDraft &draft, QWidget *parent = nullptr);

    void setCurrent(Items::SubmitStep step);
    /// Marks `step` as visited; a visited step shows its problems.
    void markVisited(Items::SubmitStep step);
    /// Marks all steps as not visited.
    void markUntouched();

Q_SIGNALS:
    void stepWanted(Roost::Items::SubmitStep step);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Items::SubmitDraft &m_draft;
    QList<StepButton *> m_buttons;
    QSet<Items::SubmitStep> m_visited;
    Items::SubmitStep m_current = Items::SubmitStep::Code;
};

} // namespace Roost::Ui
