// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitdraft.h"

#include <QWidget>

class QVBoxLayout;

namespace Roost::Ui {

class Label;

/// A description of the draft as it would be submitted, shown beside every step.
class SummaryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryPanel(Items::SubmitDraft &draft, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *addRow(QVBoxLayout *column, const QString &name, const QString &title);
    void refresh();

    Items::SubmitDraft &m_draft;
    Label *m_sentence;
    QList<std::pair<Items::SubmitStep, Label *>> m_rows;
    Label *m_command;
    Label *m_experiment;
};

} // namespace Roost::Ui
