// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logtools.h"

#include "ui/logs/highlightmenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

// The width from which buttons have a text. Below it, the texts would leave no space for the names of logs.
constexpr int NamedFrom = 1400;

} // namespace

LogTools::LogTools(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_status(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_highlights(new HighlightMenu(this))
{
    m_row->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    m_row->setSpacing(Theme::Step);
    m_status->setObjectName(u"logStatus"_s);
    m_row->addSpacing(Theme::Inside);
    m_row->addWidget(m_status);
    m_row->addSpacing(Theme::Step);
    m_errors = add(u"logErrors"_s, u"error"_s, tr("Next error"), tr("Next error (F8), previous (Shift+F8)"));
    m_follow = add(u"logFollow"_s, u"follow"_s, tr("Follow"), tr("Keep the newest line in view"), true);
    m_wrap = add(u"logWrap"_s, u"text"_s, tr("Wrap"), tr("Wrap long lines"), true);
    m_times = add(u"logTimes"_s, u"clock"_s, tr("Times"), tr("Show when lines were written"));
    m_ranks = add(u"logRanks"_s, u"rank"_s, tr("Ranks"), tr("Show the list of ranks and their timeline"));
    m_compare = add(u"logCompareToggle"_s, u"columns"_s, tr("Side by side"),
                    tr("Two logs side by side, at the same time (Ctrl+D)"));
    for (QToolButton *button : {m_follow, m_wrap, m_times, m_ranks, m_compare})
        button->setCheckable(true);
    m_wrap->setChecked(true);
    m_ranks->setChecked(true);
    m_ranks->hide();
    m_compare->hide();
    m_times->setChecked(true);
    auto *find = add(u"logFind"_s, u"search"_s, tr("Find"), tr("Find (Ctrl+F)"));
    auto *filter = add(u"logFilter"_s, u"filter"_s, tr("Filter"), tr("Filter (Ctrl+L)"));
    auto *marks = add(u"logHighlights"_s, u"tag"_s, tr("Mark"), tr("Mark words with colours"));
    marks->setMenu(m_highlights);
    marks->setPopupMode(QToolButton::InstantPopup);
    m_goTo = add(u"logGoTo"_s, u"forward"_s, tr("Go to"), tr("Go to a line or a time (Ctrl+G)"));
    m_save = add(u"logSave"_s, u"save"_s, tr("Save"), tr("Save the log as a file"));
    auto *ways = new QMenu(this);
    ways->addAction(tr("What is shown…"), this, &LogTools::saveWanted);
    ways->addAction(tr("Each log as a file…"), this, &LogTools::saveEachWanted);
    m_save->setMenu(ways);
    m_save->setPopupMode(QToolButton::InstantPopup);

    connect(m_errors, &QToolButton::clicked, this, &LogTools::errorWanted);
    connect(m_follow, &QToolButton::clicked, this, &LogTools::followChosen);
    connect(m_wrap, &QToolButton::toggled, this, &LogTools::wrapChosen);
    connect(m_times, &QToolButton::toggled, this, &LogTools::timesChosen);
    connect(m_ranks, &QToolButton::toggled, this, &LogTools::ranksChosen);
    connect(m_compare, &QToolButton::clicked, this, &LogTools::compareWanted);
    connect(find, &QToolButton::clicked, this, &LogTools::findWanted);
    connect(filter, &QToolButton::clicked, this, &LogTools::filterWanted);
    connect(m_goTo, &QToolButton::clicked, this, &LogTools::goToWanted);
    // Emitted before the menu is filled.
    connect(marks, &QToolButton::pressed, this, &LogTools::highlightsOpening);
}

QToolButton *LogTools::add(const QString &name, const QString &icon, const QString &text, const QString &tip,
                           bool alwaysNamed)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setToolButtonStyle(alwaysNamed ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    if (!alwaysNamed)
        m_namedWhereWide += button;
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    return button;
}

void LogTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto style = width() >= NamedFrom ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    for (QToolButton *button : std::as_const(m_namedWhereWide))
        button->setToolButtonStyle(style);
}

void LogTools::addChooser(QWidget *chooser)
{
    m_row->insertWidget(0, chooser, 1);
}

bool LogTools::wraps() const
{
    return m_wrap->isChecked();
}

void LogTools::setWraps(bool wraps)
{
    m_wrap->setChecked(wraps);
}

bool LogTools::showsTimes() const
{
    return m_times->isChecked();
}

void LogTools::setShowsTimes(bool shows)
{
    m_times->setChecked(shows);
}

bool LogTools::showsRanks() const
{
    return m_ranks->isChecked();
}

void LogTools::setShowsRanks(bool shows)
{
    m_ranks->setChecked(shows);
}

void LogTools::setRanks(bool hasList, bool hasTwo)
{
    m_ranks->setVisible(hasList);
    m_compare->setVisible(hasTwo);
}

void LogTools::setComparing(bool isComparing)
{
    m_compare->setChecked(isComparing);
}

void LogTools::setStatus(const QString &text, const QString &tip)
{
    m_status->setText(text);
    m_status->setToolTip(tip);
}

void LogTools::setLog(bool isThere, bool isFollowing, bool hasErrors)
{
    for (QToolButton *button : {m_follow, m_save, m_goTo})
        button->setEnabled(isThere);
    m_follow->setChecked(isThere && isFollowing);
    m_errors->setEnabled(isThere && hasErrors);
    m_errors->setIcon(hasErrors ? Theme::icon(u"error"_s, Theme::Role::Failed) : Theme::icon(u"error"_s));
}

} // namespace Roost::Ui
