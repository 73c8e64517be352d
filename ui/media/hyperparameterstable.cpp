// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/hyperparameterstable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 16; // more rows are scrolled

// A value that differs between sessions is bold; a metric has the secondary colour.
class ValueDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font = Theme::tabular(option->font);
        if (index.column() > 0 && index.data(HyperparametersModel::DiffersRole).toBool())
            option->font.setWeight(QFont::DemiBold);
        if (index.column() == 0 && index.data(HyperparametersModel::IsMetricRole).toBool())
            option->palette.setColor(QPalette::Text, Theme::color(Theme::Role::TextSecondary));
    }
};

} // namespace

HyperparametersTable::HyperparametersTable(QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader(tr("Hyperparameters")))
    , m_table(new QTableView)
{
    setObjectName(u"mediaHyperparameters"_s);
    m_table->setObjectName(u"hyperparametersTable"_s);
    m_table->setAccessibleName(tr("Hyperparameters and their metrics"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ValueDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copying = new QAction(Theme::icon(u"copy"_s), tr("Copy"), m_table);
    connect(copying, &QAction::triggered, this, &HyperparametersTable::copy);
    m_table->addAction(copying);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Step);
    column->addWidget(m_header);
    column->addWidget(m_table);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HyperparametersTable::fitHeight);
    fitHeight();
}

void HyperparametersTable::setSessions(const QList<HyperparameterSession> &sessions)
{
    m_model.setSessions(sessions);
    m_header->setDetail(sessions.size() > 1 ? tr("%n sessions", nullptr, int(sessions.size())) : QString());
}

void HyperparametersTable::setFilter(const QString &text)
{
    m_model.setFilter(text);
}

void HyperparametersTable::fitHeight()
{
    m_table->verticalHeader()->setDefaultSectionSize(Theme::rowHeight());
    const int rows = std::clamp(m_model.rowCount(), 1, MostRows);
    const int bar = m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * Theme::rowHeight() + bar);
    const int widest = m_table->fontMetrics().averageCharWidth() * 48;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + 2 * Theme::Group, 160, widest));
    }
}

void HyperparametersTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void HyperparametersTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

// Copies the selected cells, row by row, separated by tabs.
void HyperparametersTable::copy()
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    std::ranges::sort(cells, {}, [](const QModelIndex &cell) { return std::pair(cell.row(), cell.column()); });
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells.at(i).row() == cells.at(i - 1).row() ? u'\t' : u'\n';
        text += cells.at(i).data().toString();
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Roost::Ui
