// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tableview.h"

#include "ui/tables/celldelegate.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QToolTip>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int Unknown = -2; // saved by a version that did not store which column stretches
} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setAlternatingRowColors(false);
    setMouseTracking(true);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setMinimumSectionSize(32);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section != m_stretched)
            fitStretched();
    });
    applyRowHeight();
}

void TableView::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &watched : std::as_const(m_watched))
        disconnect(watched);
    m_watched.clear();
    QTableView::setModel(model);
    applyRowHeight();
    layOutColumns();
    if (!model)
        return;
    m_watched +=
        connect(model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex & /*parent*/, int first, int last) { showKnownColumns(first, last); });
    m_watched += connect(
        model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { showKnownColumns(first.row(), last.row()); });
    showKnownColumns(0, model->rowCount() - 1);
}

void TableView::layOutColumns()
{
    m_stretched = -1;
    for (int i = 0; model() && i < model()->columnCount(); ++i) {
        const auto described = [this, i](int role) { return model()->headerData(i, Qt::Horizontal, role); };
        if (described(StretchRole).toBool())
            m_stretched = i;
        if (const int characters = described(WidthRole).toInt(); characters > 0)
            setCharacters(i, characters);
        const auto visibility = ColumnVisibility(described(VisibilityRole).toInt());
        setColumnHidden(i, visibility == ColumnVisibility::Hidden || visibility == ColumnVisibility::WhereKnown);
    }
    fitStretched();
}

void TableView::showKnownColumns(int first, int last)
{
    for (int i = 0; i < model()->columnCount(); ++i) {
        const int visibility = model()->headerData(i, Qt::Horizontal, VisibilityRole).toInt();
        if (visibility != int(ColumnVisibility::WhereKnown) || !isColumnHidden(i) || m_chosen.contains(i))
            continue;
        for (int row = first; row <= last; ++row) {
            if (model()->index(row, i).data().toString().isEmpty())
                continue;
            setColumnHidden(i, false);
            fitStretched();
            break;
        }
    }
}

void TableView::chooseColumn(int column, bool shown)
{
    m_chosen.insert(column);
    setColumnHidden(column, !shown);
}

int TableView::widthOf(int characters) const
{
    return characters * fontMetrics().averageCharWidth() + 2 * Theme::Inside;
}

void TableView::setCharacters(int column, int characters)
{
    if (column == m_stretched) {
        m_least = widthOf(characters);
        fitStretched();
    } else {
        horizontalHeader()->resizeSection(column, widthOf(characters));
    }
}

void TableView::setStretchedColumn(int column)
{
    if (m_stretched >= 0)
        horizontalHeader()->setSectionResizeMode(m_stretched, QHeaderView::Interactive);
    m_stretched = column;
    setCharacters(column, model()->headerData(column, Qt::Horizontal, WidthRole).toInt());
}

void TableView::fitStretched()
{
    auto *header = horizontalHeader();
    if (m_stretched < 0 || m_stretched >= header->count())
        return;
    int others = 0;
    for (int i = 0; i < header->count(); ++i)
        others += i == m_stretched || isColumnHidden(i) ? 0 : header->sectionSize(i);
    const bool fits = others + m_least <= viewport()->width();
    header->setSectionResizeMode(m_stretched, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits && header->sectionSize(m_stretched) < m_least)
        header->resizeSection(m_stretched, m_least);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    fitStretched();
    QTableView::resizeEvent(event);
}

QModelIndex TableView::currentRow() const
{
    return selectionModel() && selectionModel()->hasSelection() ? currentIndex() : QModelIndex();
}

QVariantMap TableView::saveState() const
{
    QVariantList chosen;
    for (const int column : m_chosen)
        chosen += column;
    return {{u"header"_s, horizontalHeader()->saveState().toBase64()},
            {u"stretched"_s, m_stretched},
            {u"chosen"_s, chosen}};
}

void TableView::restoreState(const QVariantMap &state)
{
    const QByteArray saved = QByteArray::fromBase64(state.value(u"header"_s).toByteArray());
    // Saved by a version with other columns: the defaults are better.
    const int count = horizontalHeader()->count();
    if (saved.isEmpty() || state.value(u"stretched"_s, Unknown).toInt() != m_stretched)
        return;
    const QByteArray before = horizontalHeader()->saveState();
    if (!horizontalHeader()->restoreState(saved) || horizontalHeader()->count() != count)
        horizontalHeader()->restoreState(before);
    const QVariantList chosen = state.value(u"chosen"_s).toList();
    for (const QVariant &column : chosen)
        m_chosen.insert(column.toInt());
    showKnownColumns(0, model()->rowCount() - 1);
    fitStretched();
}

void TableView::setColumnMenu()
{
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        for (int i = 0; model() && i < model()->columnCount(); ++i) {
            if (model()->headerData(i, Qt::Horizontal, VisibilityRole).toInt() == int(ColumnVisibility::Fixed))
                continue;
            QAction *action = menu.addAction(model()->headerData(i, Qt::Horizontal).toString());
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(i));
            connect(action, &QAction::toggled, this, [this, i](bool shown) { chooseColumn(i, shown); });
        }
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    // Home and End move by rows, because the table has no current cell.
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model() && model()->rowCount() > 0) {
        goToRow(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1);
        return;
    }
    const QModelIndex row = currentRow();
    if (row.isValid()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT opened(row, event->modifiers() & Qt::ControlModifier ? Navigator::Where::NewWindow
                                                                        : Navigator::Where::Here);
            return;
        case Qt::Key_Delete:
            if (!isSignalConnected(QMetaMethod::fromSignal(&TableView::removalWanted)))
                break;
            Q_EMIT removalWanted(row);
            return;
        case Qt::Key_Space:
            if (!isSignalConnected(QMetaMethod::fromSignal(&TableView::quickLookWanted)))
                break;
            Q_EMIT quickLookWanted(row);
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
}

void TableView::goToRow(int row)
{
    const int column = currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
    setCurrentIndex(model()->index(row, isColumnHidden(column) ? horizontalHeader()->logicalIndex(0) : column));
    scrollTo(currentIndex());
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (at.isValid() && event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ControlModifier))
        Q_EMIT opened(at, Navigator::Where::Here);
    else
        QTableView::mouseDoubleClickEvent(event);
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (at.isValid() && event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier &&
        selectionMode() == SingleSelection) {
        setCurrentIndex(at);
        Q_EMIT opened(at, Navigator::Where::NewWindow);
    }
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyRowHeight();
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (showCellTip(help->pos(), help->globalPos()))
            return true;
    }
    return QTableView::viewportEvent(event);
}

int TableView::sizeHintForRow(int) const
{
    return Theme::rowHeight();
}

void TableView::applyRowHeight()
{
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight());
}

bool TableView::showCellTip(const QPoint &at, const QPoint &global)
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return false;
    const QString text = index.data().toString();
    int needed = fontMetrics().horizontalAdvance(text) + 2 * Theme::Inside;
    if (index.data(ToneRole).isValid())
        needed += Theme::IconSize + Theme::Step;
    if (needed <= visualRect(index).width())
        return false;
    QToolTip::showText(global, text, viewport(), visualRect(index));
    return true;
}

} // namespace Roost::Ui
