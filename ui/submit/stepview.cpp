// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/stepview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

// Longer lines of a form are hard to read; in pixels.
constexpr int widestForm = 760;

} // namespace

StepView::StepView(SubmitDraft &draft, SubmitStep step, QWidget *parent)
    : QScrollArea(parent)
    , m_draft(draft)
    , m_step(step)
    , m_form(new QWidget)
    , m_column(new QVBoxLayout)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The scroll area itself takes no focus.
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_form->setMaximumWidth(widestForm);
    m_form->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::Group);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Group);
    outer->addWidget(m_form, 1);
    outer->addStretch();
    outer->setStretch(0, 1000);
    outer->setStretch(1, 1);
    setWidget(content);
    connect(&draft, &SubmitDraft::changed, this, &StepView::refresh);
}

void StepView::showAllProblems()
{
    m_showsAll = true;
    showProblems();
    for (const auto &one : std::as_const(m_fields)) {
        FormField *view = one.second;
        const bool blocks = std::ranges::any_of(m_draft.problems(), [field = one.first](const FieldProblem &problem) {
            return problem.field == field && problem.blocks;
        });
        if (blocks && view->isVisibleTo(this)) {
            view->control()->setFocus(Qt::OtherFocusReason);
            ensureWidgetVisible(view);
            return;
        }
    }
}

void StepView::markUntouched()
{
    m_showsAll = false;
    m_touched = m_prefilled;
    showProblems();
}

void StepView::useWholeWidth()
{
    m_form->setMaximumWidth(QWIDGETSIZE_MAX);
}

FormField *StepView::addField(SubmitField field, FormField *view)
{
    m_column->addWidget(view);
    watch(field, view);
    return view;
}

void StepView::watch(SubmitField field, FormField *view)
{
    m_fields.append({field, view});
}

void StepView::touch(SubmitField field)
{
    m_touched.insert(field);
    showProblems();
}

void StepView::setPrefilled(SubmitField field)
{
    m_prefilled.insert(field);
    touch(field);
}

void StepView::refresh()
{
    fill();
    showProblems();
}

void StepView::showProblems()
{
    const QList<FieldProblem> problems = m_draft.problems();
    for (const auto &[field, view] : std::as_const(m_fields)) {
        const auto mine = std::ranges::find(problems, field, &FieldProblem::field);
        const bool isShown = mine != problems.end() && (m_showsAll || m_touched.contains(field) || !mine->blocks);
        const bool blocks = std::ranges::any_of(
            problems, [field](const FieldProblem &problem) { return problem.field == field && problem.blocks; });
        view->setProblem(isShown ? m_draft.problemText(field) : QString(),
                         blocks ? FormField::Problem::Blocking : FormField::Problem::Warning);
    }
}

} // namespace Roost::Ui
