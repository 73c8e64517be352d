// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitdraft.h"

#include <QScrollArea>
#include <QSet>

class QVBoxLayout;

namespace Roost::Ui {

class FormField;

/// One step of the wizard: fields that edit a draft. A field shows its problem after it was edited, or after Next was
/// pressed.
class StepView : public QScrollArea
{
    Q_OBJECT
public:
    StepView(Items::SubmitDraft &draft, Items::SubmitStep step, QWidget *parent = nullptr);

    Items::SubmitStep step() const { return m_step; }
    /// Shows the problems of all fields and focuses the first field with a problem.
    void showAllProblems();
    /// Marks all fields as not edited.
    void markUntouched();
    /// Called when the step is shown.
    virtual void enter() {}

protected:
    Items::SubmitDraft &draft() const { return m_draft; }
    QVBoxLayout *column() const { return m_column; }
    /// Lets the form use the full width, for tables and editors; otherwise fields are kept narrow.
    void useWholeWidth();
    /// Adds `view` to the column; it shows the problems of `field`.
    FormField *addField(Items::SubmitField field, FormField *view);
    /// Shows the problems of `field` in `view`, which the step lays out itself.
    void watch(Items::SubmitField field, FormField *view);
    void touch(Items::SubmitField field);
    /// Marks the field as edited, so that its problem is shown.
    void setPrefilled(Items::SubmitField field);
    /// Fills the controls from the draft; called after each change of it. Must not write to the draft.
    virtual void fill() = 0;
    /// Call at the end of the constructor.
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
    bool m_showsAll = false;
};

} // namespace Roost::Ui
