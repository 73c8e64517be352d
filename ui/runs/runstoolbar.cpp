// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runstoolbar.h"

#include "models/items/runs/runsfilter.h"
#include "models/items/runs/runsquery.h"
#include "ui/tables/tableview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

// In characters; longer names of experiments are elided and shown as tool tip.
constexpr int LongestExperiment = 24;

// On Linux a screen reader identifies a combo box by its value. Its purpose must come from a label, which may be
// hidden.
void nameFor(QComboBox *box)
{
    auto *label = new Label(box->accessibleName(), Theme::Role::Text, 1.0, QFont::Normal, box->parentWidget());
    label->setBuddy(box);
    label->hide();
}

// Returns how many runs are listed, and whether those are all.
QString countText(RunsQuery &query, const RunsFilter &filter)
{
    const int all = query.model()->rowCount();
    const QString shown = QLocale().toString(filter.rowCount());
    const QString whole = QLocale().toString(all);
    const bool filters = filter.isFiltering();
    if (!query.hasMore())
        return filters ? RunsToolBar::tr("%1 of %2 runs", nullptr, all).arg(shown, whole)
                       : RunsToolBar::tr("%1 runs", nullptr, all).arg(whole);
    if (query.isReadingAll())
        return filters ? RunsToolBar::tr("%1 of %2 runs so far, reading older ones…", nullptr, all).arg(shown, whole)
                       : RunsToolBar::tr("%1 runs so far, reading older ones…", nullptr, all).arg(whole);
    return filters ? RunsToolBar::tr("%1 of the %2 newest runs", nullptr, all).arg(shown, whole)
                   : RunsToolBar::tr("the %1 newest runs", nullptr, all).arg(whole);
}

} // namespace

RunsToolBar::RunsToolBar(RunsFilter &filter, TableView &table, QAction *quickLook, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_table(table)
    , m_text(new QLineEdit)
    , m_status(new QComboBox)
    , m_experiment(new QComboBox)
    , m_count(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    row->setSpacing(Theme::Inside);
    addText(row);
    addStatus(row);
    addExperiments(row);
    m_clear = addButton(row, u"runsClearFilter"_s, {});
    m_clear->setIcon(Theme::icon(u"close"_s));
    m_clear->setText(tr("Clear filter"));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setToolTip(tr("Show all runs again"));
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clearFilter();
        m_table.setFocus(Qt::OtherFocusReason);
    });
    row->addStretch(1);
    m_count->setObjectName(u"runsCount"_s);
    row->addWidget(m_count);
    m_columns = addButton(row, u"runsColumns"_s, tr("Choose columns"));
    m_columns->setIcon(Theme::icon(u"columns"_s));
    m_columns->setToolTip(tr("Choose columns"));
    connect(m_columns, &QToolButton::clicked, this, &RunsToolBar::showColumnMenu);
    addButton(row, u"runsQuickLook"_s, tr("Quick look"))->setDefaultAction(quickLook);
}

void RunsToolBar::addText(QHBoxLayout *row)
{
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
}

void RunsToolBar::addStatus(QHBoxLayout *row)
{
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
}

void RunsToolBar::addExperiments(QHBoxLayout *row)
{
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
}

QToolButton *RunsToolBar::addButton(QHBoxLayout *row, const QString &name, const QString &accessibleName)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(accessibleName);
    row->addWidget(button);
    return button;
}

void RunsToolBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RunsToolBar::clearFilter()
{
    m_text->clear();
    m_status->setCurrentIndex(0);
    m_experiment->setCurrentIndex(0);
}

bool RunsToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_experiment && (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress))
        Q_EMIT experimentsWanted();
    return QWidget::eventFilter(watched, event);
}

void RunsToolBar::showExperiment(const QString &experiment)
{
    m_text->clear();
    m_status->setCurrentIndex(0);
    if (m_experiment->findData(experiment) < 0)
        addExperiment(experiment); // its runs may not have been read yet
    m_experiment->setCurrentIndex(m_experiment->findData(experiment));
}

void RunsToolBar::addExperiment(const QString &experiment)
{
    m_experiment->addItem(experiment, experiment);
    m_experiment->setItemData(m_experiment->count() - 1, experiment, Qt::ToolTipRole);
}

void RunsToolBar::showQuery(RunsQuery &query)
{
    setExperiments(query.model()->experiments());
    m_count->setText(countText(query, m_filter));
    m_clear->setVisible(m_filter.isFiltering());
}

void RunsToolBar::setExperiments(QStringList experiments)
{
    const QString current = m_experiment->currentData().toString();
    // The chosen experiment stays listed even if its last run was deleted.
    if (!current.isEmpty() && !experiments.contains(current))
        experiments += current;
    QStringList shown;
    for (int i = 1; i < m_experiment->count(); ++i)
        shown += m_experiment->itemText(i);
    if (experiments == shown)
        return;
    const QSignalBlocker quiet(m_experiment);
    while (m_experiment->count() > 1)
        m_experiment->removeItem(1);
    for (const QString &experiment : std::as_const(experiments))
        addExperiment(experiment);
    m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(current)));
}

void RunsToolBar::showColumnMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"runsColumnMenu"_s);
    for (int i = 0; i < m_filter.columnCount(); ++i) {
        const auto described = [this, i](int role) { return m_filter.headerData(i, Qt::Horizontal, role); };
        QAction *action = menu.addAction(described(Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(i));
        action->setEnabled(described(VisibilityRole).toInt() != int(ColumnVisibility::Fixed));
        connect(action, &QAction::toggled, &m_table, [this, i](bool shown) { m_table.chooseColumn(i, shown); });
    }
    menu.exec(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

QVariantMap RunsToolBar::saveState() const
{
    return {{u"text"_s, m_text->text()},
            {u"status"_s, m_status->currentData()},
            {u"experiment"_s, m_experiment->currentData()}};
}

void RunsToolBar::restoreState(const QVariantMap &state)
{
    if (const QString experiment = state.value(u"experiment"_s).toString(); !experiment.isEmpty())
        showExperiment(experiment);
    m_text->setText(state.value(u"text"_s).toString());
    m_status->setCurrentIndex(std::max(0, m_status->findData(state.value(u"status"_s).toInt())));
}

} // namespace Roost::Ui
