// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/summarypanel.h"

#include "ui/submit/steptitle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr int panelWidth = 264;

void setValue(Label *label, const QString &text, const QString &missing)
{
    label->setText(text.isEmpty() ? missing : text);
    label->setRole(text.isEmpty() ? Theme::Role::TextSecondary : Theme::Role::Text);
    label->setToolTip(text);
}

// A long path or name without a space would widen the panel.
QString breakable(QString text)
{
    for (const QChar c : {u'/', u'_', u'=', u','})
        text.replace(c, QString(c + QChar(0x200b)));
    return text;
}

} // namespace

SummaryPanel::SummaryPanel(SubmitDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_sentence(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
{
    setObjectName("summary"_L1);
    setFixedWidth(panelWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Group, Theme::Group, Theme::Group, Theme::Group);
    column->setSpacing(Theme::Group);
    m_sentence->setObjectName("summarySentence"_L1);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    m_experiment = addRow(column, u"summaryExperiment"_s, tr("Experiment"));
    m_command = addRow(column, u"summaryCommand"_s, tr("Command"));
    m_command->setFont(Theme::fixedFont(Theme::Secondary));
    for (const SubmitStep step : {SubmitStep::Compute, SubmitStep::Environment, SubmitStep::Distribution})
        m_rows.append({step, addRow(column, u"summaryStep%1"_s.arg(int(step) + 1), stepTitle(step))});
    m_rows.append({SubmitStep::Review, addRow(column, u"summaryFiles"_s, tr("Files"))});
    column->addStretch();
    connect(&draft, &SubmitDraft::changed, this, &SummaryPanel::refresh);
    refresh();
}

Label *SummaryPanel::addRow(QVBoxLayout *column, const QString &name, const QString &title)
{
    auto *heading = new Label(title, Theme::Role::TextSecondary, Theme::Secondary);
    auto *value = new Label({});
    value->setObjectName(name);
    value->setWordWrap(true);
    value->setAccessibleName(title);
    auto *block = new QVBoxLayout;
    block->setSpacing(Theme::Step / 2);
    block->addWidget(heading);
    block->addWidget(value);
    column->addLayout(block);
    return value;
}

void SummaryPanel::refresh()
{
    const QString sentence = m_draft.summary();
    m_sentence->setText(sentence.isEmpty() ? tr("Nothing is chosen yet.") : breakable(sentence));
    const Job job = m_draft.job();
    setValue(m_experiment, job.experiment.isEmpty() ? u"Default"_s : breakable(job.experiment), {});
    setValue(m_command, breakable(job.command.simplified()), tr("not chosen yet"));
    for (const auto &[step, label] : std::as_const(m_rows)) {
        setValue(label, breakable(m_draft.stepSummary(step)),
                 step == SubmitStep::Review && m_draft.isListing() ? tr("being read") : tr("not chosen yet"));
    }
}

void SummaryPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::SurfaceRaised));
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.drawLine(rect().topLeft(), rect().bottomLeft());
}

} // namespace Roost::Ui
