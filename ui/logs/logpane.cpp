// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpane.h"

#include "models/items/format.h"
#include "models/logs/logsearch.h"
#include "ui/logs/findbar.h"
#include "ui/logs/logview.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/label.h"
#include "ui/parts/navigator.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Roost {

using namespace Qt::StringLiterals;

struct LogPane::Tab
{
    Tab(RunDocument *run, const QString &path)
        : log(run, path)
        , find(log.document())
        , filter(log.document())
    {
    }
    ~Tab() { delete view; }

    RunLog log;
    LogSearch find;
    LogSearch filter;
    QPointer<LogView> view;
};

QString logTitle(const QString &path)
{
    static const QRegularExpression rank(u"70_driver_log_(\\d+)\\.txt$"_s);
    if (const auto match = rank.match(path); match.hasMatch())
        return LogPane::tr("Rank %1").arg(match.captured(1));
    if (path.endsWith("70_driver_log.txt"_L1))
        return LogPane::tr("Driver log");
    if (path.endsWith("20_image_build_log.txt"_L1))
        return LogPane::tr("Environment build");
    return path.section(u'/', -1);
}

LogPane::LogPane(RunDocument *run, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_navigator(navigator)
    , m_tools(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"logs"_s, tr("No log yet. It appears here as soon as the run writes its first line.")))
    , m_find(new FindBar(FindBar::Purpose::Find, u"find"_s, this))
    , m_filter(new FindBar(FindBar::Purpose::Filter, u"filter"_s, this))
    , m_status(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
{
    setObjectName(u"logPane"_s);
    m_stack->addWidget(m_empty);
    m_status->setObjectName(u"logStatus"_s);
    buildTools();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_filter);
    column->addWidget(m_stack, 1);
    column->addWidget(m_find);

    connect(m_find, &FindBar::patternChanged, this, &LogPane::setFind);
    connect(m_find, &FindBar::nextWanted, this, &LogPane::next);
    connect(m_filter, &FindBar::patternChanged, this, &LogPane::setFilter);
    for (FindBar *bar : {m_find, m_filter}) {
        connect(bar, &FindBar::closed, this, [this] {
            if (LogView *view = currentView())
                view->setFocus();
        });
    }
    connect(run, &RunDocument::logsChanged, this, &LogPane::rebuildChips);
    connect(run, &RunDocument::runChanged, this, &LogPane::refresh);
    rebuildChips();
}

LogPane::~LogPane() = default;

QToolButton *LogPane::addTool(const QString &name, const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(m_tools);
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    m_tools->layout()->addWidget(button);
    return button;
}

void LogPane::buildTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    row->setSpacing(Theme::Step);
    auto *chips = new QWidget;
    m_chips = new QHBoxLayout(chips);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(Theme::Step);
    auto *area = new QScrollArea(m_tools);
    area->setWidget(chips);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedHeight(Theme::ControlHeight + Theme::Step);
    row->addWidget(area, 1);
    row->addWidget(m_status);

    m_errors = addTool(u"logErrors"_s, u"error"_s, {}, tr("Next error (F8), previous (Shift+F8)"));
    connect(m_errors, &QToolButton::clicked, this, [this] { walkErrors(1); });
    m_follow = addTool(u"logFollow"_s, u"follow"_s, tr("Follow"), tr("Keep the newest line in view"));
    m_follow->setCheckable(true);
    connect(m_follow, &QToolButton::clicked, this, [this](bool on) {
        if (LogView *view = currentView())
            view->setFollowing(on);
    });
    m_wrap = addTool(u"logWrap"_s, u"text"_s, tr("Wrap"), tr("Wrap long lines"));
    m_wrap->setCheckable(true);
    m_wrap->setChecked(m_wrapping);
    connect(m_wrap, &QToolButton::toggled, this, [this](bool on) {
        m_wrapping = on;
        for (const auto &tab : std::as_const(m_tabs))
            tab->view->setWrapping(on);
    });
    auto *findTool = addTool(u"logFind"_s, u"search"_s, {}, tr("Find (Ctrl+F)"));
    connect(findTool, &QToolButton::clicked, this, &LogPane::find);
    auto *filterTool = addTool(u"logFilter"_s, u"filter"_s, {}, tr("Filter (Ctrl+L)"));
    connect(filterTool, &QToolButton::clicked, this, &LogPane::focusFilter);
    m_save = addTool(u"logSave"_s, u"save"_s, {}, tr("Save the log as a file"));
    connect(m_save, &QToolButton::clicked, this, &LogPane::saveAs);
}

void LogPane::rebuildChips()
{
    const QStringList paths = m_run->logPaths();
    QStringList shown;
    for (const auto *chip : m_chips->parentWidget()->findChildren<QToolButton *>())
        shown += chip->property("path").toString();
    if (shown != paths) {
        while (QLayoutItem *item = m_chips->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        auto *group = new QButtonGroup(m_chips->parentWidget());
        for (const QString &path : paths) {
            auto *chip = new QToolButton;
            chip->setObjectName(u"logChip:"_s + path);
            chip->setProperty("path", path);
            chip->setText(logTitle(path));
            chip->setToolTip(path);
            chip->setAccessibleName(tr("Show the log %1").arg(logTitle(path)));
            chip->setCheckable(true);
            chip->setAutoRaise(true);
            chip->setFocusPolicy(Qt::TabFocus);
            group->addButton(chip);
            m_chips->addWidget(chip);
            connect(chip, &QToolButton::clicked, this, [this, path] {
                m_chosen = true;
                showLog(path);
            });
        }
        m_chips->addStretch(1);
    }
    if (paths.isEmpty()) {
        refresh();
        return;
    }
    // Until somebody chooses, the log that matters: the build while it builds, then the driver's.
    const QString wanted = failingLog(m_run->run(), paths);
    if (!paths.contains(m_current) || (!m_chosen && m_current != wanted))
        showLog(wanted);
    else
        refresh();
}

LogPane::Tab *LogPane::tabFor(const QString &path)
{
    auto &tab = m_tabs[path];
    if (!tab) {
        tab = std::make_shared<Tab>(m_run, path);
        tab->view = new LogView(tab->log.document(), &tab->filter, m_stack);
        tab->view->setWrapping(m_wrapping);
        tab->view->setAccessibleName(tr("Log %1").arg(logTitle(path)));
        tab->view->setFound(&tab->find);
        tab->log.setWatched(m_watched);
        m_stack->addWidget(tab->view);
        connectTab(tab.get());
    }
    return tab.get();
}

void LogPane::connectTab(Tab *tab)
{
    LogDocument *document = tab->log.document();
    connect(document, &LogDocument::grown, this, &LogPane::refreshStatus);
    connect(document, &LogDocument::restarted, this, &LogPane::refreshStatus);
    connect(document, &LogDocument::stateChanged, this, &LogPane::refresh);
    connect(&tab->log, &RunLog::errorChanged, this, &LogPane::refresh);
    connect(tab->view, &LogView::followingChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::currentLineChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::copyFailed, this, [this](const Error &error) {
        if (m_navigator)
            m_navigator->notify(error);
    });
    for (LogSearch *search : {&tab->find, &tab->filter}) {
        connect(search, &LogSearch::runningChanged, this, &LogPane::refreshStatus);
        connect(search, &LogSearch::changed, this, &LogPane::refreshStatus);
    }
    connect(&tab->find, &LogSearch::changed, this, [this, tab] {
        // The first match of a new pattern is shown without being asked for.
        if (m_jumpToFirst && tab == current() && !tab->find.lines().empty()) {
            m_jumpToFirst = false;
            const LineNumber from{tab->view->firstVisibleLine().value - 1};
            if (const auto line = tab->find.next(from, true))
                tab->view->goTo(*line);
        }
    });
}

LogPane::Tab *LogPane::current() const
{
    const auto found = m_tabs.constFind(m_current);
    return found == m_tabs.cend() ? nullptr : found->get();
}

LogView *LogPane::currentView() const
{
    return current() ? current()->view.data() : nullptr;
}

RunLog *LogPane::currentLog() const
{
    return current() ? &current()->log : nullptr;
}

void LogPane::showLog(const QString &path, std::optional<LineNumber> line)
{
    if (path.isEmpty())
        return;
    m_current = path;
    Tab *tab = tabFor(path);
    m_stack->setCurrentWidget(tab->view);
    tab->find.setPattern(m_find->isVisibleTo(this) ? m_find->pattern() : LogPattern());
    tab->filter.setPattern(m_filter->isVisibleTo(this) ? m_filter->pattern() : LogPattern());
    tab->view->setHighlight(tab->find.pattern());
    if (line) {
        m_chosen = true;
        tab->view->goTo(*line);
    }
    refresh();
}

void LogPane::refresh()
{
    for (auto *chip : m_chips->parentWidget()->findChildren<QToolButton *>())
        chip->setChecked(chip->property("path").toString() == m_current);
    const bool isThere = current() && m_run->logPaths().contains(m_current);
    if (!isThere || (current()->log.document()->state() == LogDocument::State::Missing)) {
        m_stack->setCurrentWidget(m_empty);
        if (current() && !current()->log.error().text.isEmpty())
            m_empty->setSentence(current()->log.error().text);
        else if (m_run->hasContent() && !m_run->isActive())
            m_empty->setSentence(tr("This run wrote no log."));
        else
            m_empty->setSentence(tr("No log yet. It appears here as soon as the run writes its first line."));
    } else {
        m_stack->setCurrentWidget(current()->view);
    }
    refreshStatus();
}

void LogPane::refreshStatus()
{
    Tab *tab = current();
    const bool has = tab && m_stack->currentWidget() == tab->view;
    for (QToolButton *button : {m_follow, m_save, m_errors})
        button->setEnabled(has);
    if (!has) {
        m_status->clear();
        return;
    }
    LogDocument *document = tab->log.document();
    const auto errors = document->errorLines().size();
    m_follow->setChecked(tab->view->isFollowing());
    m_errors->setEnabled(errors > 0);
    m_errors->setIcon(errors > 0 ? Theme::icon(u"error"_s, Theme::Role::Failed) : Theme::icon(u"error"_s));
    QStringList parts;
    if (errors > 0)
        parts += tr("%n error lines", nullptr, int(errors));
    if (!document->isPartial())
        parts += tr("%n lines", nullptr, int(document->lineCount()));
    parts += Format::bytes(document->byteCount());
    if (document->state() == LogDocument::State::Reading)
        parts += tr("reading…");
    if (!tab->log.error().text.isEmpty())
        parts.prepend(tr("not up to date"));
    m_status->setText(parts.join(u"  ·  "_s));
    m_status->setToolTip(tab->log.error().text);
    m_find->showResult(tab->find, tab->view->currentLine());
    m_filter->showResult(tab->filter, {});
}

void LogPane::setFind(const LogPattern &pattern)
{
    Tab *tab = current();
    if (!tab)
        return;
    m_jumpToFirst = !pattern.isEmpty();
    tab->view->setHighlight(pattern);
    tab->find.setPattern(pattern);
    refreshStatus();
}

void LogPane::setFilter(const LogPattern &pattern)
{
    if (Tab *tab = current()) {
        tab->filter.setPattern(pattern);
        tab->view->viewport()->update();
    }
    refreshStatus();
}

void LogPane::next(bool forward)
{
    Tab *tab = current();
    if (!tab)
        return;
    const LineNumber first = tab->view->firstVisibleLine();
    const LineNumber from = tab->view->currentLine().value_or(forward ? LineNumber{first.value - 1} : first);
    if (const auto line = tab->find.next(from, forward))
        tab->view->goTo(*line);
    refreshStatus();
}

void LogPane::find()
{
    m_find->open();
}

void LogPane::focusFilter()
{
    m_filter->open();
}

bool LogPane::walkErrors(int direction)
{
    LogView *view = currentView();
    return view && view->walkErrors(direction);
}

void LogPane::setWatched(bool watched)
{
    m_watched = watched;
    for (const auto &tab : std::as_const(m_tabs))
        tab->log.setWatched(watched);
}

void LogPane::saveAs()
{
    Tab *tab = current();
    if (!tab)
        return;
    const QString proposed = QDir::home().filePath(m_run->runId() + u'_' + m_current.section(u'/', -1));
    const QString name = QFileDialog::getSaveFileName(this, tr("Save the log"), proposed, tr("Text (*.txt *.log)"));
    if (name.isEmpty())
        return;
    m_saving.ask(tab->log.document()->saveAs(name), [this, name](Result<qint64> size) {
        if (!m_navigator)
            return;
        if (size)
            m_navigator->notify(tr("Saved %1 (%2)").arg(QDir::toNativeSeparators(name), Format::bytes(*size)),
                                Notice::Done);
        else
            m_navigator->notify(size.error());
    });
}

QVariantMap LogPane::saveState() const
{
    return {{u"wrap"_s, m_wrapping}};
}

void LogPane::restoreState(const QVariantMap &state)
{
    m_wrap->setChecked(state.value(u"wrap"_s, true).toBool());
}

} // namespace Roost
