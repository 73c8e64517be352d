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

namespace {

std::optional<LogSource> sourceOf(const QModelIndex &row)
{
    return row.isValid() ? std::optional(row.data(KeyRole).value<LogSource>()) : std::nullopt;
}

} // namespace

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
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &row) { setSolo(sourceOf(row)); });
    connect(m_table, &TableView::quickLookWanted, this, [this](const QModelIndex &row) {
        if (const auto source = sourceOf(row))
            toggleSolo(*source);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_table, 1);
    // There may be new logs, which are initially visible.
    connect(ranks, &RunRanks::changed, this, &RanksList::refresh);
    refresh();
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

bool RanksList::isShown(const RankRow &row) const
{
    return m_solo ? m_solo == row.source : !m_muted.contains(row.source);
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

void RanksList::setSolo(const std::optional<LogSource> &row)
{
    m_solo = row;
    refresh();
}

void RanksList::toggleSolo(const LogSource &row)
{
    setSolo(m_solo == row ? std::nullopt : std::optional(row));
}

void RanksList::setMuted(const LogSource &row, bool muted)
{
    if (muted)
        m_muted += row;
    else
        m_muted -= row;
    // A user who mutes one of several ranks wants to see the other ranks.
    m_solo.reset();
    refresh();
}

void RanksList::showAll()
{
    m_solo.reset();
    m_muted.clear();
    refresh();
}

// A menu in addition to Alt+click, which some window managers intercept.
void RanksList::showMenu(const QPoint &at)
{
    const auto row = sourceOf(m_table->indexAt(at));
    if (!row)
        return;
    const bool isMuted = m_muted.contains(*row);
    QMenu menu(this);
    menu.setObjectName(u"rankMenu"_s);
    const auto add = [&](const QString &name, const QString &text, const std::function<void()> &act) {
        menu.addAction(text, this, act)->setObjectName(name);
    };
    add(u"rankAlone"_s, m_solo == row ? tr("Show the others too") : tr("Show this one alone"),
        [this, row] { toggleSolo(*row); });
    add(u"rankMute"_s, isMuted ? tr("Unmute") : tr("Mute"), [this, row, isMuted] { setMuted(*row, !isMuted); });
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
    const int row = m_ranks->model()->indexOf(RankLogs{rank});
    if (row >= 0)
        m_table->setCurrentIndex(m_proxy->mapFromSource(m_ranks->model()->index(row, 0)));
}

void RanksList::refresh()
{
    QSet<LogSource> hidden;
    for (const RankRow &row : m_ranks->model()->rows()) {
        if (!isShown(row))
            hidden += row.source;
    }
    m_proxy->setHidden(hidden);
    refreshTools();
    widenLastLine();
    QStringList logs = shownLogs();
    // One rank alone differs from all ranks with the others muted, although the logs are the same.
    if (logs == m_emittedLogs && m_solo == m_emittedSolo)
        return;
    m_emittedLogs = std::move(logs);
    m_emittedSolo = m_solo;
    Q_EMIT selectionChanged();
}

void RanksList::refreshTools()
{
    const bool isRanks = m_ranks->model()->rowCount() == 0 || m_ranks->model()->at(0).rank;
    m_all->setText(isRanks ? tr("All ranks") : tr("All logs"));
    m_all->setEnabled(m_solo || !m_muted.isEmpty());
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
        const auto current = sourceOf(m_table->currentRow());
        if (key->key() == Qt::Key_M && current) {
            setMuted(*current, !isMuted(*current));
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
    const auto sourceUnder = [this](QEvent *mouse) {
        return sourceOf(m_table->indexAt(static_cast<QMouseEvent *>(mouse)->position().toPoint()));
    };
    // A double click does not send a second press, so it does not undo the effect of its first click.
    if (event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton ? sourceUnder(event) : std::nullopt;
    if (event->type() != QEvent::MouseButtonRelease || !m_pressed)
        return false;
    const auto pressed = std::exchange(m_pressed, {});
    const auto modifiers = static_cast<QMouseEvent *>(event)->modifiers();
    if (sourceUnder(event) != pressed)
        return false;
    if (modifiers == Qt::AltModifier)
        setMuted(*pressed, !isMuted(*pressed));
    else if (modifiers == Qt::NoModifier)
        toggleSolo(*pressed);
    return false;
}

QVariantMap RanksList::saveState() const
{
    QStringList muted;
    for (const LogSource &row : m_muted)
        muted += toText(row);
    return {{u"solo"_s, m_solo ? toText(*m_solo) : QString()},
            {u"muted"_s, muted},
            {u"onlyTrouble"_s, m_trouble->isChecked()},
            {u"table"_s, m_table->saveState()}};
}

void RanksList::restoreState(const QVariantMap &state)
{
    m_solo = logSourceFromText(state.value(u"solo"_s).toString());
    m_muted.clear();
    for (const QString &text : state.value(u"muted"_s).toStringList()) {
        if (const auto row = logSourceFromText(text))
            m_muted += *row;
    }
    m_trouble->setChecked(state.value(u"onlyTrouble"_s).toBool());
    m_table->restoreState(state.value(u"table"_s).toMap());
    refresh();
}

} // namespace Roost::Ui
