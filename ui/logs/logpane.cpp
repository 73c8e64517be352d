// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpane.h"

#include "models/items/runs/runfailure.h"
#include "ui/logs/findbar.h"
#include "ui/logs/highlightmenu.h"
#include "ui/logs/logfindcontrol.h"
#include "ui/logs/logpicker.h"
#include "ui/logs/logsaver.h"
#include "ui/logs/logsides.h"
#include "ui/logs/logstatus.h"
#include "ui/logs/logtab.h"
#include "ui/logs/logtabs.h"
#include "ui/logs/logtools.h"
#include "ui/logs/rankssidebar.h"
#include "ui/navigation/navigator.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The number of lines that are searched for a line of a rank.
constexpr qint64 MostLines = 100'000;

LineNumber firstOfRank(LogText &text, LineNumber from, int rank)
{
    const qint64 end = std::min(text.lineCount(), from.value + MostLines);
    for (LineNumber line = from; line.value < end; ++line.value) {
        if (text.tag(text.originOf(line).source).color == rank)
            return line;
    }
    return from;
}

} // namespace

LogPane::LogPane(OpenRun *run, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_run(run->document())
    , m_logs(run->logs())
    , m_navigator(navigator)
    , m_tools(new LogTools(this))
    , m_picker(new LogPicker(m_logs, m_tools))
    , m_error(new ErrorBar)
    , m_stack(new QStackedWidget)
    , m_tabs(new LogTabs(m_logs, m_stack))
    , m_empty(new EmptyState(u"logs"_s, tr("No log yet. It appears here as soon as the run writes its first line.")))
    , m_content(new ContentStack(m_stack, m_empty))
    , m_sides(new LogSides(m_logs, m_tabs, m_content))
    , m_sidebar(new RanksSidebar(run->ranks(), m_logs, m_sides, this))
    , m_search(new LogFindControl(m_sides, m_stack, this))
    , m_saver(new LogSaver(m_run->runId(), m_logs, navigator, this))
{
    setObjectName(u"logPane"_s);
    m_empty->setObjectName(u"logEmpty"_s);
    m_tools->addChooser(m_picker);
    m_tabs->setHighlights(m_tools->highlights()->highlights());
    layOut();
    connectTools();
    connectParts();
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(100ms);
    connect(&m_statusTimer, &QTimer::timeout, this, &LogPane::refreshStatus);
    showDefault();
}

void LogPane::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_error);
    column->addWidget(m_search->filterBar());
    column->addWidget(m_sidebar, 1);
    column->addWidget(m_search->findBar());
}

void LogPane::connectTools()
{
    connect(m_tools, &LogTools::errorWanted, this, [this] { walkErrors(1); });
    connect(m_tools, &LogTools::followChosen, this, [this](bool on) {
        if (LogView *view = currentView())
            view->setFollowing(on);
    });
    connect(m_tools, &LogTools::wrapChosen, m_tabs, &LogTabs::setWrapping);
    connect(m_tools, &LogTools::timesChosen, m_tabs, &LogTabs::setShowsTimes);
    connect(m_tools, &LogTools::ranksChosen, m_sidebar, &RanksSidebar::setUnfolded);
    connect(m_tools, &LogTools::compareWanted, this, [this] {
        toggleCompare();
        refreshStatus();
    });
    connect(m_tools, &LogTools::findWanted, this, &LogPane::find);
    connect(m_tools, &LogTools::filterWanted, this, &LogPane::focusFilter);
    connect(m_tools, &LogTools::goToWanted, this, &LogPane::goToPlace);
    connect(m_tools, &LogTools::saveWanted, this, [this] {
        if (currentSource())
            m_saver->saveAs(*currentSource());
    });
    connect(m_tools, &LogTools::saveEachWanted, m_saver, &LogSaver::saveEach);
    HighlightMenu *highlights = m_tools->highlights();
    connect(m_tools, &LogTools::highlightsOpening, this,
            [this, highlights] { highlights->setCandidate(m_search->markable()); });
    connect(highlights, &HighlightMenu::changed, this,
            [this, highlights] { m_tabs->setHighlights(highlights->highlights()); });
}

void LogPane::connectParts()
{
    connect(m_picker, &LogPicker::chosen, this, &LogPane::choose);
    connect(m_sidebar, &RanksSidebar::chosen, this, &LogPane::choose);
    connect(m_sidebar, &RanksSidebar::timeWanted, this, &LogPane::goToTime);
    connect(m_sidebar, &RanksSidebar::usedChanged, this, &LogPane::refresh);
    connect(m_tabs, &LogTabs::opened, this, &LogPane::connectTab);
    connect(m_sides, &LogSides::compareChanged, this, [this] {
        if (LogTab *tab = m_sides->compared())
            m_search->applyTo(tab);
        refreshStatus();
    });
    connect(m_search, &LogFindControl::changed, this, &LogPane::refreshStatus);
    connect(m_search, &LogFindControl::findBarToggled, this, &LogPane::footChanged);
    connect(m_error, &ErrorBar::retry, m_run, &RunDocument::refresh);
    connect(m_logs, &RunLogs::changed, this, &LogPane::showDefault);
    connect(m_logs, &RunLogs::errorChanged, this, &LogPane::refresh);
    connect(m_run, &RunDocument::logsChanged, this, &LogPane::showDefault);
    connect(m_run, &RunDocument::runChanged, this, &LogPane::refresh);
}

void LogPane::connectTab(LogTab *tab)
{
    LogText *text = tab->view->document();
    const auto onText = [this] {
        if (m_wasBlank != isBlank())
            refresh();
        else
            refreshStatusSoon();
    };
    connect(text, &LogText::grown, tab, onText);
    connect(text, &LogText::restarted, tab, onText);
    connect(text, &LogText::stateChanged, tab, [this] { refresh(); });
    connect(tab->view, &LogView::followingChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::currentLineChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::firstLineChanged, this, &LogPane::refreshShownTime);
    connect(tab->view, &LogView::entered, this, [this, tab] {
        m_sides->setActive(tab);
        refreshStatus();
    });
    connect(tab->view, &LogView::zoomWanted, this,
            [this](int step) { m_tabs->setZoom(step == 0 ? 0 : m_tabs->zoom() + step); });
    connect(tab->view, &LogView::fileWanted, this, &LogPane::fileWanted);
    connect(tab->view, &LogView::copyFailed, this, [this](const Error &error) {
        if (m_navigator)
            m_navigator->notify(error);
    });
    for (LogFinder *finder : {&tab->find, &tab->filter}) {
        connect(finder, &LogFinder::runningChanged, this, &LogPane::refreshStatusSoon);
        connect(finder, &LogFinder::changed, this, &LogPane::refreshStatusSoon);
    }
    connect(&tab->find, &LogFinder::changed, this, [this, tab] { m_search->onFound(tab); });
}

void LogPane::choose(const LogSource &source)
{
    m_isChosen = true;
    showLog(source);
}

// Applies until the user selects a log: the log of the build during the build, all ranks while they run, and the log of
// the rank that failed first after the run has failed.
void LogPane::showDefault()
{
    const QStringList paths = m_logs->paths();
    if (paths.isEmpty()) {
        refresh();
        return;
    }
    LogSource wanted = LogFile{failingLog(m_run->run(), paths)};
    if (!firstFailure(m_run->run()) && rankOf(wanted) && m_logs->hasRanks())
        wanted = AllRanks{};
    const auto &current = currentSource();
    if (!current || !m_logs->has(*current) || (!m_isChosen && *current != wanted))
        showLog(wanted);
    else
        refresh();
}

const std::optional<LogSource> &LogPane::currentSource() const
{
    return m_sides->source();
}

LogView *LogPane::currentView() const
{
    const LogTab *tab = m_sides->current();
    return tab ? tab->view : nullptr;
}

void LogPane::showLog(const LogSource &source, std::optional<LineNumber> line)
{
    m_pendingTime.reset();
    LogTab *tab = m_sides->setSource(source);
    m_sidebar->setCurrent(source);
    if (m_stack->indexOf(tab->view) < 0)
        m_stack->addWidget(tab->view);
    m_stack->setCurrentWidget(tab->view);
    m_search->applyTo(tab);
    if (line) {
        m_isChosen = true;
        tab->view->goTo(*line);
    }
    m_sides->refreshCompare();
    refresh();
}

int LogPane::footHeight() const
{
    return m_search->findBarHeight();
}

void LogPane::find()
{
    m_search->openFind();
}

void LogPane::focusFilter()
{
    m_search->openFilter();
}

void LogPane::goToPlace()
{
    m_search->openGoTo();
}

bool LogPane::walkErrors(int direction)
{
    const LogTab *tab = m_sides->active();
    return tab && tab->view->walkErrors(direction);
}

void LogPane::setOpenable(const std::function<bool(const QString &path)> &isOpenable)
{
    m_tabs->setOpenable(isOpenable);
}

void LogPane::refreshLinks()
{
    m_tabs->refreshLinks();
}

bool LogPane::handleKey(QKeyEvent *event)
{
    const bool isOurs = event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_0 ||
                        event->matches(QKeySequence::ZoomIn) || event->matches(QKeySequence::ZoomOut);
    const LogTab *tab = m_sides->active();
    if (!tab || !isOurs || !(event->modifiers() & Qt::ControlModifier))
        return false;
    QCoreApplication::sendEvent(tab->view, event);
    return true;
}

void LogPane::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

bool LogPane::isAllRanks() const
{
    return currentSource() && std::holds_alternative<AllRanks>(*currentSource());
}

bool LogPane::showsRanks() const
{
    return isAllRanks() || (currentSource() && rankOf(*currentSource()));
}

void LogPane::goToTime(TimePoint time, std::optional<int> rank)
{
    m_isChosen = true;
    if (!showsRanks())
        showLog(AllRanks{});
    m_pendingTime.reset();
    LogView *view = currentView();
    if (!view)
        return;
    LogText &text = *view->document();
    LineNumber line = text.lineAt(time);
    if (line.value >= text.lineCount() && text.state() != LogText::State::Ready) {
        m_pendingTime = {time, rank};
        return;
    }
    if (text.lineCount() == 0)
        return;
    if (line.value >= text.lineCount())
        line = {text.lineCount() - 1};
    else if (rank && isAllRanks())
        line = firstOfRank(text, line, *rank);
    view->goTo(line);
}

void LogPane::refreshShownTime()
{
    const LogView *view = currentView();
    if (!view || !showsRanks()) {
        m_sidebar->setShownTime({});
        return;
    }
    const LogText *text = view->document();
    const qint64 count = text->lineCount();
    const LineNumber first = view->firstVisibleLine();
    const LineNumber last{std::min(view->lastVisibleLine().value, count - 1)};
    if (first > last)
        return; // the next layout follows soon
    const auto from = text->originOf(first).time;
    const auto to = text->originOf(last).time;
    m_sidebar->setShownTime(from ? TimeRange{*from, std::max(to.value_or(*from), *from + 1ms)} : TimeRange{});
}

bool LogPane::toggleCompare()
{
    if (m_sides->isComparing()) {
        m_sides->closeCompare();
        return true;
    }
    const QStringList paths = m_logs->rankPaths();
    if (paths.size() < 2 || !currentView())
        return false;
    // Compares two ranks: the visible one with the one that failed first, or else with the next one.
    if (isAllRanks())
        showLog(m_logs->sourceOf(*rankOf(LogFile{paths.first()})));
    QString other = failingLog(m_run->run(), paths);
    if (rankOf(LogFile{other}) == rankOf(*currentSource()))
        other = paths[(paths.indexOf(pathOf(*currentSource())) + 1) % paths.size()];
    m_sides->compareWith(LogFile{other});
    return true;
}

QString LogPane::emptySentence() const
{
    if (isAllRanks() && m_logs->mutedPaths().size() >= m_logs->rankPaths().size())
        return tr("All ranks are muted. Unmute one in the list of ranks, or show all of them there.");
    const bool isOver = m_run->hasContent() && !m_run->isActive();
    if (isBlank())
        return isOver ? tr("Nothing was printed here.") : tr("Nothing was printed yet. The first line appears here.");
    if (isOver)
        return tr("This run wrote no log.");
    return tr("No log yet. It appears here as soon as the run writes its first line.");
}

bool LogPane::isBlank() const
{
    const LogText *text = currentView() && m_logs->has(*currentSource()) ? currentView()->document() : nullptr;
    return text && text->state() == LogText::State::Ready && text->byteCount() == 0;
}

void LogPane::refresh()
{
    m_wasBlank = isBlank();
    m_picker->setCurrent(currentSource());
    m_tools->setRanks(m_sidebar->isUsed(), m_logs->rankPaths().size() > 1);
    LogView *view = currentView();
    const bool hasLog =
        view && m_logs->has(*currentSource()) && view->document()->state() != LogText::State::Missing && !m_wasBlank;
    // If the run itself cannot be read, the page shows the reason.
    if (m_run->hasContent() && !m_run->logsError().text.isEmpty())
        m_error->setError(tr("The logs of the run could not be listed."), m_run->logsError());
    else if (!hasLog && !m_logs->error().text.isEmpty())
        m_error->setError(tr("The log could not be read."), m_logs->error());
    else
        m_error->clear();
    m_empty->setSentence(emptySentence());
    if (hasLog) {
        m_stack->setCurrentWidget(view);
        m_content->showContent();
    } else if (m_error->hasError()) {
        m_content->showNothing();
    } else if (!m_run->areLogsKnown()) {
        m_content->showLoading();
    } else {
        m_content->showEmpty();
    }
    refreshStatus();
}

// The logs of several ranks grow many times a second; the status may change less often.
void LogPane::refreshStatusSoon()
{
    if (!m_statusTimer.isActive())
        m_statusTimer.start();
}

void LogPane::refreshStatus()
{
    const LogView *view = currentView();
    const bool has = view && m_content->currentWidget() == m_stack && m_stack->currentWidget() == view;
    m_tools->setComparing(m_sides->isComparing());
    m_tools->setLog(has, has && view->isFollowing(), has && !view->document()->errorLines().empty());
    m_tools->setStatus(has ? logStatus(view->document(), m_logs->error()) : QString(), m_logs->error().text);
    if (!has)
        return;
    m_search->refresh();
    refreshShownTime();
    if (m_pendingTime)
        goToTime(m_pendingTime->time, m_pendingTime->rank);
}

QVariantMap LogPane::saveState() const
{
    QVariantMap state{{u"wrap"_s, m_tools->wraps()},
                      {u"times"_s, m_tools->showsTimes()},
                      {u"ranks"_s, m_sidebar->saveState()},
                      {u"unfolded"_s, m_tools->showsRanks()},
                      {u"zoom"_s, m_tabs->zoom()}};
    if (m_isChosen && currentSource())
        state[u"log"_s] = toText(*currentSource());
    if (const auto compared = m_sides->comparedSource())
        state[u"compared"_s] = toText(*compared);
    return state;
}

void LogPane::restoreState(const QVariantMap &state)
{
    m_tools->setWraps(state.value(u"wrap"_s, true).toBool());
    m_tools->setShowsTimes(state.value(u"times"_s, true).toBool());
    m_tools->setShowsRanks(state.value(u"unfolded"_s, true).toBool());
    m_tabs->setZoom(state.value(u"zoom"_s).toInt());
    m_sidebar->restoreState(state.value(u"ranks"_s).toMap());
    // The page of a failed run opens at the failure.
    const auto log = logSourceFromText(state.value(u"log"_s).toString());
    if (log && m_logs->has(*log) && !firstFailure(m_run->run()))
        choose(*log);
    const auto compared = logSourceFromText(state.value(u"compared"_s).toString());
    if (compared && m_logs->rankPaths().contains(pathOf(*compared)))
        m_sides->compareWith(*compared);
}

} // namespace Roost::Ui
