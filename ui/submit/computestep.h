// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/submit/stepview.h"

#include <QPushButton>

class QPushButton;

namespace Roost::Items {
class ComputesModel;
class LiveQuery;
} // namespace Roost::Items

namespace Roost::Ui {

class ListTable;

/// The compute of the run.
class ComputeStep : public StepView
{
    Q_OBJECT
public:
    /// `draft`, `computes` and `query` must outlive the step.
    ComputeStep(Items::SubmitDraft &draft, Items::ComputesModel &computes, Items::LiveQuery &query,
                QWidget *parent = nullptr);

    void enter() override;

Q_SIGNALS:
    /// Emitted when the button that creates a compute was pressed.
    void createWanted();

protected:
    void fill() override;

private:
    void selectChosen();

    Items::ComputesModel &m_computes;
    Items::LiveQuery &m_query;
    ListTable *m_table;
    QPushButton *m_create;
};

} // namespace Roost::Ui
