// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpane.h"

#include "models/items/runs/runfailure.h"
#include "ui/logs/findbar.h"
#include "ui/logs/gotobox.h"
#include "ui/logs/highlightmenu.h"
#include "ui/logs/logcompareview.h"
#include "ui/logs/logpicker.h"
#include "ui/logs/logtab.h"
#include "ui/logs/logtools.h"
#include "ui/logs/rankssidebar.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LogPane::LogPane(OpenRun *run, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_run(run->document())
    , m_navigator(navigator)
    , m_logs(*run->logs())
    , m_tools(new LogTools(this))
    , m_chips(new LogPicker(&m_logs, m_tools))
    , m_error(new ErrorBar)
    , m_stack(new QStackedWidget)
    , m_head(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_beside(new LogCompareView)
    , m_sides(new QSplitter(Qt::Horizontal))
    , m_frame(new RanksSidebar(run->ranks(), &m_logs, m_sides, this))
    , m_empty(new EmptyState(u"logs"_s, tr("No log yet. It appears here as soon as the run writes its first line.")))
    , m_content(new ContentStack(m_stack, m_empty))
    , m_find(new FindBar(FindBar::Purpose::Find, u"find"_s, this))
    , m_filter(new FindBar(FindBar::Purpose::Filter, u"filter"_s, this))
    , m_goTo(new GoToBox(m_stack))
{
    setObjectName(u"logPane"_s);
    m_empty->setObjectName(u"logEmpty"_s);
    auto *first = new QWidget;
    auto *firstColumn = new QVBoxLayout(first);
    firstColumn->setContentsMargins(0, 0, 0, 0);
    firstColumn->setSpacing(0);
    firstColumn->addWidget(m_head);
    firstColumn->addWidget(m_content, 1);
    m_head->setFixedHeight(LogCompareView::headHeight());
    m_head->setContentsMargins(Theme::Inside, 0, Theme::Inside, 0);
    m_head->hide();
    m_sides->addWidget(first);
    m_sides->addWidget(m_beside);
    m_sides->setChildrenCollapsible(false);
    m_beside->hide();
    m_tools->addChooser(m_chips);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_error);
    column->addWidget(m_filter);
    column->addWidget(m_frame, 1);
    column->addWidget(m_find);
    buildTools();

    connect(m_chips, &LogPicker::chosen, this, [this](const QString &path) {
        m_chosen = true;
        showLog(path);
    });
    connect(m_frame, &RanksSidebar::chosen, this, [this](const QString &path) {
        m_chosen = true;
        showLog(path);
    });
    connect(m_frame, &RanksSidebar::timeWanted, this, &LogPane::goToTime);
    connect(m_frame, &RanksSidebar::usedChanged, this, &LogPane::refresh);
    connect(m_beside, &LogCompareView::chosen, this, &LogPane::showBeside);
    connect(m_beside, &LogCompareView::closed, this, &LogPane::closeBeside);
    connect(m_find, &FindBar::patternChanged, this, &LogPane::setFind);
    connect(m_find, &FindBar::nextWanted, this, &LogPane::next);
    connect(m_filter, &FindBar::patternChanged, this, &LogPane::setFilter);
    connect(m_find, &FindBar::closed, this, &LogPane::footChanged);
    for (FindBar *bar : {m_find, m_filter}) {
        connect(bar, &FindBar::closed, this, [this] {
            if (active())
                active()->view->setFocus();
        });
    }
    connect(m_goTo, &GoToBox::wanted, this, [this](LineNumber line) {
        if (active())
            active()->view->goTo(line);
    });
    connect(m_error, &ErrorBar::retry, m_run, &RunDocument::refresh);
    connect(&m_logs, &RunLogs::changed, this, &LogPane::choose);
    connect(&m_logs, &RunLogs::errorChanged, this, &LogPane::refresh);
    connect(m_run, &RunDocument::logsChanged, this, &LogPane::choose);
    connect(m_run, &RunDocument::runChanged, this, &LogPane::refresh);
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(100ms);
    connect(&m_statusTimer, &QTimer::timeout, this, &LogPane::refreshStatus);
    choose();
}

LogPane::~LogPane()
{
    // They look at the logs, which would go first; the views go with their tabs.
    delete m_tools;
    m_tabs.clear();
    delete m_frame;
}

void LogPane::buildTools()
{
    connect(m_tools, &LogTools::errorWanted, this, [this] { walkErrors(1); });
    connect(m_tools, &LogTools::followChosen, this, [this](bool on) {
        if (LogView *view = currentView())
            view->setFollowing(on);
    });
    connect(m_tools, &LogTools::wrapChosen, this, [this](bool on) {
        for (const auto &tab : std::as_const(m_tabs))
            tab->view->setWrapping(on);
    });
    connect(m_tools, &LogTools::timesChosen, this, [this](bool on) {
        for (const auto &tab : std::as_const(m_tabs))
            tab->view->setShowsTimes(on);
    });
    connect(m_tools, &LogTools::ranksChosen, m_frame, &RanksSidebar::setUnfolded);
    connect(m_tools, &LogTools::besideWanted, this, [this] {
        toggleBeside();
        refreshStatus();
    });
    connect(m_tools, &LogTools::findWanted, this, &LogPane::find);
    connect(m_tools, &LogTools::filterWanted, this, &LogPane::focusFilter);
    connect(m_tools, &LogTools::goToWanted, this, &LogPane::goToPlace);
    connect(m_tools, &LogTools::saveWanted, this, &LogPane::saveAs);
    connect(m_tools, &LogTools::saveEachWanted, this, &LogPane::saveEach);
    connect(m_tools, &LogTools::highlightsOpening, this, [this] { m_tools->highlights()->setCandidate(markable()); });
    connect(m_tools->highlights(), &HighlightMenu::changed, this, [this] {
        for (const auto &tab : std::as_const(m_tabs))
            tab->view->setHighlights(m_tools->highlights()->highlights());
    });
}

// Until somebody chooses, the log that matters: the build while it builds, all ranks while they run, the one that
// broke when one did.
void LogPane::choose()
{
    const QStringList paths = m_logs.paths();
    if (paths.isEmpty()) {
        refresh();
        return;
    }
    QString wanted = failingLog(m_run->run(), paths);
    if (!firstFailure(m_run->run()) && rankOfLog(wanted) && m_logs.hasRanks())
        wanted = LogPicker::allRanks();
    if (!isShown(m_current) || (!m_chosen && m_current != wanted))
        showLog(wanted);
    else
        refresh();
}

bool LogPane::isShown(const QString &path) const
{
    if (path == LogPicker::allRanks())
        return m_logs.hasRanks();
    const QStringList paths = m_logs.paths();
    const auto rank = RanksSidebar::rankOf(path);
    return paths.contains(path) ||
           (rank && std::ranges::any_of(paths, [rank](const QString &one) { return rankOfLog(one) == rank; }));
}

LogText *LogPane::textOf(const QString &path)
{
    if (path == LogPicker::allRanks())
        return m_logs.allRanks();
    if (m_logs.paths().contains(path))
        return m_logs.log(path)->document();
    return m_logs.ofRank(RanksSidebar::rankOf(path).value_or(0));
}

LogTab *LogPane::tabFor(const QString &path, const QString &side)
{
    auto &tab = m_tabs[side + path];
    if (!tab) {
        tab = std::make_shared<LogTab>(textOf(path), m_stack);
        tab->view->setWrapping(m_tools->wraps());
        tab->view->setShowsTimes(m_tools->showsTimes());
        tab->view->setZoom(m_zoom);
        tab->view->setOpenable(m_isOpenable);
        tab->view->setHighlights(m_tools->highlights()->highlights());
        tab->view->setAccessibleName(tr("Log %1").arg(logTitle(path)));
        if (side.isEmpty())
            m_stack->addWidget(tab->view);
        connectTab(tab.get());
    }
    return tab.get();
}

void LogPane::connectTab(LogTab *tab)
{
    LogText *text = tab->view->document();
    // Many words a second of many ranks; people read them slower.
    const auto soon = [this] {
        if (!m_statusTimer.isActive())
            m_statusTimer.start();
    };
    const auto look = [this, soon] {
        if (m_blank != isBlank())
            refresh();
        else
            soon();
    };
    connect(text, &LogText::grown, this, look);
    connect(text, &LogText::restarted, this, look);
    connect(text, &LogText::stateChanged, this, &LogPane::refresh);
    connect(tab->view, &LogView::followingChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::currentLineChanged, this, &LogPane::refreshStatus);
    connect(tab->view, &LogView::firstLineChanged, this, &LogPane::showRange);
    connect(tab->view, &LogView::entered, this, [this, tab] {
        m_besideActive = tab == besideTab();
        refreshStatus();
    });
    connect(tab->view, &LogView::zoomWanted, this, [this](int step) { setZoom(step == 0 ? 0 : m_zoom + step); });
    connect(tab->view, &LogView::fileWanted, this, &LogPane::fileWanted);
    connect(tab->view, &LogView::copyFailed, this, [this](const Error &error) {
        if (m_navigator)
            m_navigator->notify(error);
    });
    for (LogFinder *finder : {&tab->find, &tab->filter}) {
        connect(finder, &LogFinder::runningChanged, this, soon);
        connect(finder, &LogFinder::changed, this, soon);
    }
    connect(&tab->find, &LogFinder::changed, this, [this, tab] {
        // The first match of a new pattern is shown without being asked for.
        if (m_jumping == tab && !tab->find.lines().empty()) {
            m_jumping = nullptr;
            const LineNumber from{tab->view->firstVisibleLine().value - 1};
            if (const auto line = tab->find.next(from, true))
                tab->view->goTo(*line);
        }
    });
}

void LogPane::setZoom(int steps)
{
    constexpr int Most = 8;
    m_zoom = std::clamp(steps, -Most / 2, Most);
    for (const auto &tab : std::as_const(m_tabs))
        tab->view->setZoom(m_zoom);
}

void LogPane::setOpenable(const std::function<bool(const QString &path)> &isOpenable)
{
    m_isOpenable = isOpenable;
    for (const auto &tab : std::as_const(m_tabs))
        tab->view->setOpenable(m_isOpenable);
}

bool LogPane::takeKey(QKeyEvent *event)
{
    const bool isOurs = event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_0 ||
                        event->matches(QKeySequence::ZoomIn) || event->matches(QKeySequence::ZoomOut);
    if (!active() || !isOurs || !(event->modifiers() & Qt::ControlModifier))
        return false;
    QCoreApplication::sendEvent(active()->view, event);
    return true;
}

void LogPane::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event))
        QWidget::keyPressEvent(event);
}

LogTab *LogPane::current() const
{
    const auto found = m_tabs.constFind(m_current);
    return found == m_tabs.cend() ? nullptr : found->get();
}

LogView *LogPane::currentView() const
{
    return current() ? current()->view.data() : nullptr;
}

void LogPane::showLog(const QString &path, std::optional<LineNumber> line)
{
    if (path.isEmpty())
        return;
    m_wantedTime.reset();
    m_current = path;
    m_frame->setCurrent(path);
    LogTab *tab = tabFor(path);
    m_stack->setCurrentWidget(tab->view);
    takePatterns(tab);
    m_besideActive = false;
    if (line) {
        m_chosen = true;
        tab->view->goTo(*line);
    }
    if (m_beside->isVisibleTo(this))
        showBeside(m_beside->currentPath());
    refresh();
}

} // namespace Roost::Ui
