// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/fuzzymatch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

enum Roles { KindRole = Qt::UserRole + 1, KeysRole, IndexRole };
constexpr int MaxShown = 60;
constexpr int VisibleRows = 12;

class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, Theme::rowHeight() + Theme::Step};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, Theme::color(Theme::Role::Selection));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, Theme::color(Theme::Role::Hover));
        QRect area = option.rect.adjusted(Theme::Group, 0, -Theme::Group, 0);
        const QRect icon(area.left(), area.center().y() - Theme::IconSize / 2 + 1, Theme::IconSize, Theme::IconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        area.setLeft(icon.right() + 1 + Theme::Inside);
        painter->setFont(Theme::font(Theme::Secondary));
        painter->setPen(Theme::color(Theme::Role::TextSecondary));
        const QString keys = index.data(KeysRole).toString();
        const QString side = keys.isEmpty() ? index.data(KindRole).toString() : keys;
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, side);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(side) - Theme::Group);
        painter->setFont(option.font);
        painter->setPen(Theme::color(Theme::Role::Text));
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width());
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, text);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_input(new QLineEdit)
    , m_list(new QListView)
    , m_none(new EmptyState(u"search"_s, {}))
    , m_searchingSign(new Label(tr("Searching older runs…"), Theme::Role::TextSecondary, Theme::Secondary))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    m_input->setObjectName(u"commandInput"_s);
    m_input->setAccessibleName(tr("Command"));
    m_input->setPlaceholderText(tr("Type a page, an action, a run or a model"));
    m_input->setMinimumHeight(36);
    m_input->addAction(Theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Inside, Theme::Inside, Theme::Inside, Theme::Inside);
    column->setSpacing(Theme::Inside);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    m_searchingSign->setObjectName(u"commandSearching"_s);
    m_searchingSign->setContentsMargins(Theme::Inside, 0, 0, 0);
    column->addWidget(m_searchingSign);
    m_none->setObjectName(u"commandNone"_s);
    m_input->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, [this] {
        m_moved = false;
        filter();
    });
    connect(m_input, &QLineEdit::textEdited, this, &CommandPalette::searched);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(QList<Command> commands)
{
    m_commands = std::move(commands);
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    m_input->clear();
    m_moved = false;
    m_searching = false;
    filter();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::add(const QList<Command> &commands)
{
    if (isHidden())
        return;
    const QVariant current = m_list->currentIndex().data(IndexRole);
    m_commands.append(commands);
    filter();
    for (int row = 0; m_moved && row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(IndexRole) == current)
            m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

void CommandPalette::setSearching(bool searching)
{
    m_searching = searching;
    showSearching();
}

void CommandPalette::showSearching()
{
    const bool has = m_model->rowCount() > 0;
    m_searchingSign->setVisible(m_searching && has && !m_input->text().trimmed().isEmpty());
    m_none->setSentence(m_searching ? tr("Searching…")
                                    : tr("No match. A part of the name of a page, an action, a run or a model is "
                                         "enough."));
}

// An entry whose complete name is typed is first, then names that begin with the text, then the other matches.
int CommandPalette::scoreOf(const Command &command, int fuzzy) const
{
    constexpr int wholeName = 2'000'000;
    constexpr int beginning = 1'000'000;
    const QString typed = m_input->text().trimmed();
    const QString &name = command.name.isEmpty() ? command.text : command.name;
    if (typed.isEmpty() || !name.startsWith(typed, Qt::CaseInsensitive))
        return fuzzy;
    return fuzzy + (name.size() == typed.size() ? wholeName : beginning);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_input)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        // The focus moved to another widget by a click or Tab, or the window lost it.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            m_focusBefore.clear();
        closePalette();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    const auto go = [this](int to) {
        m_moved = true;
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(0, m_model->rowCount() - 1)), 0));
    };
    switch (key->key()) {
    case Qt::Key_Down:
        go(row + 1);
        return true;
    case Qt::Key_Up:
        go(row - 1);
        return true;
    case Qt::Key_PageDown:
        go(row + VisibleRows - 1);
        return true;
    case Qt::Key_PageUp:
        go(row - VisibleRows + 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        closePalette();
        return true;
    default:
        return false;
    }
}

void CommandPalette::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closePalette();
    else
        QFrame::keyPressEvent(event);
}

void CommandPalette::filter()
{
    struct Hit
    {
        int score;
        int index;
    };
    QList<Hit> hits;
    for (int i = 0; i < m_commands.size(); ++i) {
        if (const auto score = fuzzyMatch(m_input->text(), m_commands.at(i).text))
            hits.append({scoreOf(m_commands.at(i), *score), i});
    }
    if (!m_input->text().trimmed().isEmpty())
        std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) { return a.score > b.score; });
    m_model->clear();
    for (const Hit &hit : std::as_const(hits)) {
        if (m_model->rowCount() >= MaxShown)
            break;
        const Command &command = m_commands.at(hit.index);
        auto *item = new QStandardItem(Theme::icon(command.icon), command.text);
        item->setData(command.kind, KindRole);
        item->setData(command.keys, KeysRole);
        item->setData(hit.index, IndexRole);
        item->setAccessibleText(command.kind + u' ' + command.text);
        m_model->appendRow(item);
    }
    m_list->setVisible(m_model->rowCount() > 0);
    m_none->setVisible(m_model->rowCount() == 0);
    m_list->setCurrentIndex(m_model->index(0, 0));
    showSearching();
}

void CommandPalette::runCurrent()
{
    const QVariant index = m_list->currentIndex().data(IndexRole);
    if (!index.isValid())
        return;
    const auto run = m_commands.at(index.toInt()).run;
    closePalette();
    if (run)
        run();
}

void CommandPalette::closePalette()
{
    const QPointer<QWidget> before = std::exchange(m_focusBefore, {});
    hide();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void CommandPalette::place()
{
    const QWidget *over = parentWidget();
    const int width = std::min(620, over->width() - 2 * Theme::Edge);
    const int rows = VisibleRows * (Theme::rowHeight() + Theme::Step);
    const int height = std::min(rows + 36 + 3 * Theme::Inside, over->height() - 2 * Theme::Edge);
    setGeometry((over->width() - width) / 2, std::min(72, over->height() / 8), width, height);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::Surface));
    painter.setPen(Theme::color(Theme::Role::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Roost::Ui
