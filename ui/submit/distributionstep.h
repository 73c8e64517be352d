// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/submit/stepview.h"

#include <QComboBox>
#include <QMap>

class QComboBox;
class QRadioButton;
class QSpinBox;

namespace Roost::Ui {

class DebugAidsFold;
class Label;

/// How many processes run, on how many nodes, and how they find each other.
class DistributionStep : public StepView
{
    Q_OBJECT
public:
    explicit DistributionStep(Items::SubmitDraft &draft, QWidget *parent = nullptr);

protected:
    void fill() override;

private:
    void addChoice(Distribution::Type type, const QString &name, const QString &title);
    void setBackend(const QString &backend);
    QString nodesHint(const Compute &compute) const;
    QString processesHint(const Compute &compute) const;
    QString outcomeText() const;

    QMap<Distribution::Type, QRadioButton *> m_choices;
    QSpinBox *m_nodes;
    QSpinBox *m_processes;
    FormField *m_nodesField;
    FormField *m_processesField;
    QComboBox *m_backend;
    FormField *m_backendField;
    Label *m_outcome;
    DebugAidsFold *m_debugAids;
};

} // namespace Roost::Ui
