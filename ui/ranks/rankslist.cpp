// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/rankslist.h"

#include "ui/ranks/ranksproxy.h"
#include "ui/tables/tableview.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

RanksList::RanksList(RunRanks *ranks, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
    , m_proxy(new RanksProxy(this))
    , m_table(new TableView)
{
    setObjectName(u"ranksList"_s);
    auto *tools = new QWidget;
    buildTools(tools);
    m_proxy->setSourceModel(ranks->model());
    m_table->setObjectName(u"ranksTable"_s);
    m_table->setAccessibleName(tr("Ranks"));
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RanksModel::Rank, Qt::AscendingOrder);
    m_table->setColumnMenu();
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RanksList::showMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &row) { setSolo(row.data(KeyRole).toString()); });
    connect(m_table, &TableView::quickLookWanted, this,
            [this](const QModelIndex &row) { toggleSolo(row.data(KeyRole).toString()); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_table, 1);
    // There may be new logs, which are initially visible.
    connect(ranks, &RunRanks::changed, this, &RanksList::apply);
    apply();
}

void RanksList::buildTools(QWidget *tools)
{
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Step, Theme::Step, Theme::Step, Theme::Step);
    row->setSpacing(Theme::Step);
    const auto add = [&](const QString &name, const QString &icon, const QString &text, const QString &tip) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setIcon(Theme::icon(icon));
        button->setText(text);
        button->setToolTip(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        row->addWidget(button);
        return button;
    };
    m_all = add(u"ranksAll"_s, u"eye"_s, tr("All ranks"),
                tr("Show the logs of all ranks (A); M or the context menu mutes one"));
    connect(m_all, &QToolButton::clicked, this, &RanksList::showAll);
    m_trouble = add(u"ranksTrouble"_s, u"warning"_s, tr("Trouble"), tr("List only ranks that failed or are silent"));
    m_trouble->setCheckable(true);
    connect(m_trouble, &QToolButton::toggled, m_proxy, &RanksProxy::setOnlyTrouble);
    row->addStretch(1);
}

QString RanksList::keyOf(int rank)
{
    return keyOfRank(rank);
}

bool RanksList::isShown(const RankRow &row) const
{
    return m_solo.isEmpty() ? !m_muted.contains(row.key) : m_solo == row.key;
}

QStringList RanksList::shownLogs() const
{
    QStringList logs;
    for (const RankRow &row : m_ranks->model()->rows()) {
        if (isShown(row))
            logs += row.logs;
    }
    return logs;
}

void RanksList::setSolo(const QString &key)
{
    m_solo = key;
    apply();
}

void RanksList::toggleSolo(const QString &key)
{
    setSolo(m_solo == key ? QString() : key);
}

void RanksList::setMuted(const QString &key, bool muted)
{
    if (muted)
        m_muted += key;
    else
        m_muted -= key;
    // A user who mutes one of several ranks wants to see the other ranks.
    m_solo.clear();
    apply();
}

void RanksList::showAll()
{
    m_solo.clear();
    m_muted.clear();
    apply();
}

// A menu in addition to Alt+click, which some window managers intercept.
void RanksList::showMenu(const QPoint &at)
{
    const QModelIndex row = m_table->indexAt(at);
    const QString key = row.data(KeyRole).toString();
    if (key.isEmpty())
        return;
    const bool isMuted = m_muted.contains(key);
    QMenu menu(this);
    menu.setObjectName(u"rankMenu"_s);
    const auto add = [&](const QString &name, const QString &text, const std::function<void()> &act) {
        menu.addAction(text, this, act)->setObjectName(name);
    };
    add(u"rankAlone"_s, m_solo == key ? tr("Show the others too") : tr("Show this one alone"),
        [this, key] { toggleSolo(key); });
    add(u"rankMute"_s, isMuted ? tr("Unmute") : tr("Mute"), [this, key, isMuted] { setMuted(key, !isMuted); });
    add(u"rankAll"_s, tr("Show all"), [this] { showAll(); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void RanksList::setBrief(bool brief)
{
    for (const int column : {RanksModel::Lines, RanksModel::Errors})
        m_table->setColumnHidden(column, brief);
}

void RanksList::setCurrentRank(int rank)
{
    const int row = m_ranks->model()->indexOf(keyOf(rank));
    if (row >= 0)
        m_table->setCurrentIndex(m_proxy->mapFromSource(m_ranks->model()->index(row, 0)));
}

void RanksList::apply()
{
    QSet<QString> hidden;
    for (const RankRow &row : m_ranks->model()->rows()) {
        if (!isShown(row))
            hidden += row.key;
    }
    m_proxy->setHidden(hidden);
    refreshTools();
    widenLastLine();
    QStringList shown = shownLogs();
    // One rank alone differs from all ranks with the others muted, although the logs are the same.
    if (shown == m_shown && m_solo == m_shownSolo)
        return;
    m_shown = std::move(shown);
    m_shownSolo = m_solo;
    Q_EMIT selectionChanged();
}

void RanksList::refreshTools()
{
    const bool isRanks = m_ranks->model()->rowCount() == 0 || m_ranks->model()->at(0).rank >= 0;
    m_all->setText(isRanks ? tr("All ranks") : tr("All logs"));
    m_all->setEnabled(!m_solo.isEmpty() || !m_muted.isEmpty());
}

// The time of the last line includes the date if the run was on another day.
void RanksList::widenLastLine()
{
    constexpr int Most = 11;                 // in characters; the state needs the remaining width
    const QAbstractItemView *view = m_table; // a pointer to the base class, because QTableView hides the function
    const int wanted = std::min(view->sizeHintForColumn(RanksModel::LastLine),
                                Most * m_table->fontMetrics().averageCharWidth() + 2 * Theme::Inside);
    if (wanted > m_table->columnWidth(RanksModel::LastLine))
        m_table->setColumnWidth(RanksModel::LastLine, wanted);
}

bool RanksList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QString current = m_table->currentRow().data(KeyRole).toString();
        if (key->key() == Qt::Key_M && !current.isEmpty()) {
            setMuted(current, !isMuted(current));
            return true;
        }
        if (key->key() == Qt::Key_A && key->modifiers() == Qt::NoModifier) {
            showAll();
            return true;
        }
        return false;
    }
    if (watched != m_table->viewport())
        return QWidget::eventFilter(watched, event);
    const auto keyAt = [this](QEvent *at) {
        return m_table->indexAt(static_cast<QMouseEvent *>(at)->position().toPoint()).data(KeyRole).toString();
    };
    // A double click does not send a second press, so it does not undo the effect of its first click.
    if (event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton ? keyAt(event) : QString();
    if (event->type() != QEvent::MouseButtonRelease || m_pressed.isEmpty())
        return false;
    const QString pressed = std::exchange(m_pressed, {});
    const auto modifiers = static_cast<QMouseEvent *>(event)->modifiers();
    if (keyAt(event) != pressed)
        return false;
    if (modifiers == Qt::AltModifier)
        setMuted(pressed, !isMuted(pressed));
    else if (modifiers == Qt::NoModifier)
        toggleSolo(pressed);
    return false;
}

QVariantMap RanksList::saveState() const
{
    return {{u"solo"_s, m_solo},
            {u"muted"_s, QStringList(m_muted.cbegin(), m_muted.cend())},
            {u"onlyTrouble"_s, m_trouble->isChecked()},
            {u"table"_s, m_table->saveState()}};
}

void RanksList::restoreState(const QVariantMap &state)
{
    const QStringList muted = state.value(u"muted"_s).toStringList();
    m_solo = state.value(u"solo"_s).toString();
    m_muted = QSet<QString>(muted.cbegin(), muted.cend());
    m_trouble->setChecked(state.value(u"onlyTrouble"_s).toBool());
    m_table->restoreState(state.value(u"table"_s).toMap());
    apply();
}

} // namespace Roost::Ui
