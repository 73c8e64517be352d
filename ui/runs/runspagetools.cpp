// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The row over the table of a RunsPage: what of it is shown.
#include "ui/runs/runspage.h"
#include "ui/tables/tableview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

namespace {

// In letters; a longer name of an experiment ends in an ellipsis and is the tool tip.
constexpr int LongestExperiment = 24;

// On Linux a screen reader names a combo box by its value; what it is for comes from its label, seen or not.
void nameFor(QComboBox *box)
{
    auto *label = new Label(box->accessibleName(), Theme::Role::Text, 1.0, QFont::Normal, box->parentWidget());
    label->setBuddy(box);
    label->hide();
}

} // namespace

QWidget *RunsPage::buildTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    row->setSpacing(Theme::Inside);
    m_text = new QLineEdit;
    m_text->setObjectName(u"runsFilterText"_s);
    m_text->setAccessibleName(tr("Filter runs"));
    m_text->setPlaceholderText(tr("Filter by name, experiment, tag or parameter"));
    m_text->setToolTip(tr("Show only runs with these words (Ctrl+L)"));
    m_text->addAction(Theme::icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(160);
    m_text->setMaximumWidth(360);
    connect(m_text, &QLineEdit::textChanged, &m_filter, &RunsFilter::setText);
    row->addWidget(m_text, 1);
    m_status = new QComboBox;
    m_status->setObjectName(u"runsStatus"_s);
    m_status->setAccessibleName(tr("Show runs of this state"));
    m_status->setToolTip(m_status->accessibleName());
    m_status->addItem(tr("All states"), int(RunsFilter::Status::All));
    m_status->addItem(tr("Active"), int(RunsFilter::Status::Active));
    m_status->addItem(tr("Completed"), int(RunsFilter::Status::Completed));
    m_status->addItem(tr("Failed"), int(RunsFilter::Status::Failed));
    m_status->addItem(tr("Canceled"), int(RunsFilter::Status::Canceled));
    connect(m_status, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setStatus(RunsFilter::Status(m_status->currentData().toInt())); });
    row->addWidget(m_status);
    nameFor(m_status);
    m_experiment = new QComboBox;
    m_experiment->setObjectName(u"runsExperiment"_s);
    m_experiment->setAccessibleName(tr("Show runs of this experiment"));
    m_experiment->setToolTip(m_experiment->accessibleName());
    m_experiment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_experiment->setMaximumWidth(LongestExperiment * fontMetrics().averageCharWidth() + Theme::ControlHeight);
    m_experiment->addItem(tr("All experiments"));
    connect(m_experiment, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setExperiment(m_experiment->currentData().toString()); });
    connect(m_experiment, &QComboBox::currentTextChanged, this, [this](const QString &name) {
        m_experiment->setToolTip(m_experiment->currentIndex() > 0 ? name : m_experiment->accessibleName());
    });
    m_experiment->installEventFilter(this);
    row->addWidget(m_experiment);
    nameFor(m_experiment);
    m_clear = new QToolButton;
    m_clear->setObjectName(u"runsClearFilter"_s);
    m_clear->setIcon(Theme::icon(u"close"_s));
    m_clear->setText(tr("Clear filter"));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->setToolTip(tr("Show all runs again"));
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clearFilter();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    row->addWidget(m_clear);
    row->addStretch(1);
    m_count = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    m_count->setObjectName(u"runsCount"_s);
    row->addWidget(m_count);
    m_columns = new QToolButton;
    m_columns->setObjectName(u"runsColumns"_s);
    m_columns->setIcon(Theme::icon(u"columns"_s));
    m_columns->setAutoRaise(true);
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    connect(m_columns, &QToolButton::clicked, this, &RunsPage::showColumnMenu);
    row->addWidget(m_columns);
    auto *look = new QToolButton;
    look->setObjectName(u"runsQuickLook"_s);
    look->setDefaultAction(m_quick);
    look->setAutoRaise(true);
    look->setFocusPolicy(Qt::TabFocus);
    look->setAccessibleName(tr("Quick look"));
    row->addWidget(look);
    return tools;
}

void RunsPage::clearFilter()
{
    m_text->clear();
    m_status->setCurrentIndex(0);
    m_experiment->setCurrentIndex(0);
}

// Whoever turns to the box wants to choose from all experiments, not from those of the newest runs.
bool RunsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool turnedTo = event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress;
    if (watched == m_experiment && turnedTo && !m_listsExperiments) {
        m_listsExperiments = true;
        readAllWhereNeeded();
        refreshStates();
    }
    return PageView::eventFilter(watched, event);
}

void RunsPage::showExperiment(const QString &experiment)
{
    m_text->clear();
    m_status->setCurrentIndex(0);
    if (m_experiment->findData(experiment) < 0)
        addExperiment(experiment); // its runs may not have been read yet
    m_experiment->setCurrentIndex(m_experiment->findData(experiment));
}

void RunsPage::addExperiment(const QString &experiment)
{
    m_experiment->addItem(experiment, experiment);
    m_experiment->setItemData(m_experiment->count() - 1, experiment, Qt::ToolTipRole);
}

void RunsPage::refreshExperiments()
{
    QStringList wanted = m_reading.model()->experiments();
    const QString current = m_experiment->currentData().toString();
    // The one that is chosen stays even if its last run is gone.
    if (!current.isEmpty() && !wanted.contains(current))
        wanted += current;
    QStringList shown;
    for (int i = 1; i < m_experiment->count(); ++i)
        shown += m_experiment->itemText(i);
    if (wanted == shown)
        return;
    const QSignalBlocker quiet(m_experiment);
    while (m_experiment->count() > 1)
        m_experiment->removeItem(1);
    for (const QString &experiment : std::as_const(wanted))
        addExperiment(experiment);
    m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(current)));
}

} // namespace Roost::Ui
