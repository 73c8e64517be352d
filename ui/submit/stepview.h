// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitdraft.h"

#include <QScrollArea>
#include <QSet>

class QVBoxLayout;

namespace Roost::Ui {

class FormField;

/// One step of the wizard: fields over a draft. A field tells what is wrong with it once it was touched,
/// or once one wanted to go on.
class StepView : public QScrollArea
{
    Q_OBJECT
public:
    StepView(Items::SubmitDraft &draft, Items::SubmitStep step, QWidget *parent = nullptr);

    Items::SubmitStep step() const { return m_step; }
    /// Tells all that is missing, and puts the focus where the first of it is.
    void insist();
    /// Nothing was written yet: what is missing is not told before it is.
    void beginAnew();
    /// Called when the step comes into view.
    virtual void enter() {}

protected:
    Items::SubmitDraft &draft() const { return m_draft; }
    QVBoxLayout *column() const { return m_column; }
    /// For tables and editors: forms are kept narrow otherwise.
    void useWholeWidth();
    /// Puts the field into the column and lets it tell the problems of `field`.
    FormField *addField(Items::SubmitField field, FormField *view);
    /// The same for a field that a step lays out itself.
    void watch(Items::SubmitField field, FormField *view);
    void touch(Items::SubmitField field);
    /// It holds something from the start, so what is wrong with it is always told.
    void setPrefilled(Items::SubmitField field);
    /// Fills the controls from the draft; called on each of its changes. Must not write to the draft.
    virtual void fill() = 0;
    /// To be called at the end of the constructor.
    void refresh();

private:
    void showProblems();

    Items::SubmitDraft &m_draft;
    Items::SubmitStep m_step;
    QWidget *m_form;
    QVBoxLayout *m_column;
    QList<std::pair<Items::SubmitField, FormField *>> m_fields;
    QSet<Items::SubmitField> m_touched;
    QSet<Items::SubmitField> m_prefilled;
    bool m_insisting = false;
};

} // namespace Roost::Ui
