// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/tableview.h"

#include "ui/parts/celldelegate.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QToolTip>

namespace Roost {

using namespace Qt::StringLiterals;

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
    applyRowHeight();
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    applyRowHeight();
}

void TableView::setColumns(const QList<int> &characters, int stretchColumn)
{
    const int character = fontMetrics().averageCharWidth();
    auto *header = horizontalHeader();
    for (int i = 0; i < characters.size() && i < header->count(); ++i) {
        if (i == stretchColumn)
            header->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            header->resizeSection(i, characters.at(i) * character + 2 * Theme::Inside);
    }
}

QModelIndex TableView::currentRow() const
{
    return selectionModel() && selectionModel()->hasSelection() ? currentIndex() : QModelIndex();
}

QVariantMap TableView::saveState() const
{
    return {{u"header"_s, horizontalHeader()->saveState().toBase64()}};
}

void TableView::restoreState(const QVariantMap &state)
{
    const QByteArray saved = QByteArray::fromBase64(state.value(u"header"_s).toByteArray());
    // Of another version with other columns: the defaults are better.
    const int count = horizontalHeader()->count();
    if (saved.isEmpty())
        return;
    const QByteArray before = horizontalHeader()->saveState();
    if (!horizontalHeader()->restoreState(saved) || horizontalHeader()->count() != count)
        horizontalHeader()->restoreState(before);
}

void TableView::setColumnMenu(const QList<int> &fixed)
{
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this, fixed](const QPoint &at) {
        QMenu menu(this);
        for (int i = 0; model() && i < model()->columnCount(); ++i) {
            if (fixed.contains(i))
                continue;
            QAction *action = menu.addAction(model()->headerData(i, Qt::Horizontal).toString());
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(i));
            connect(action, &QAction::toggled, this, [this, i](bool shown) { setColumnHidden(i, !shown); });
        }
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
}

void TableView::keyPressEvent(QKeyEvent *event)
{
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

} // namespace Roost
