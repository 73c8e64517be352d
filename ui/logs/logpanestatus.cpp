// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What LogPane says of its logs, and what it remembers.
#include "models/items/base/format.h"
#include "models/items/runs/runfailure.h"
#include "ui/logs/findbar.h"
#include "ui/logs/logcompareview.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpicker.h"
#include "ui/logs/logtab.h"
#include "ui/logs/logtools.h"
#include "ui/logs/rankssidebar.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <QStackedWidget>

#include <algorithm>
#include <limits>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;

using namespace Qt::StringLiterals;

namespace {

// %n would not group the digits; it only picks the form.
int formOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString LogPane::emptySentence() const
{
    if (m_current == LogPicker::allRanks() && m_logs.mutedPaths().size() >= m_logs.rankPaths().size())
        return tr("All ranks are muted. Unmute one in the list of ranks, or show all of them there.");
    const bool isOver = m_run->hasContent() && !m_run->isActive();
    if (isBlank())
        return isOver ? tr("Nothing was printed here.") : tr("Nothing was printed yet. The first line appears here.");
    if (isOver)
        return tr("This run wrote no log.");
    return tr("No log yet. It appears here as soon as the run writes its first line.");
}

// The log is there, and nothing is in it.
bool LogPane::isBlank() const
{
    const LogText *text = current() && isShown(m_current) ? currentView()->document() : nullptr;
    return text && text->state() == LogText::State::Ready && text->byteCount() == 0;
}

void LogPane::refresh()
{
    m_blank = isBlank();
    m_chips->setCurrent(m_current);
    m_tools->setRanks(m_frame->isUsed(), m_logs.rankPaths().size() > 1);
    const bool isThere =
        current() && isShown(m_current) && currentView()->document()->state() != LogText::State::Missing && !isBlank();
    // Of a run that cannot be read the page says why.
    if (m_run->hasContent() && !m_run->logsError().text.isEmpty())
        m_error->setError(tr("The logs of the run could not be listed."), m_run->logsError());
    else if (!isThere && !m_logs.error().text.isEmpty())
        m_error->setError(tr("The log could not be read."), m_logs.error());
    else
        m_error->clear();
    m_empty->setSentence(emptySentence());
    if (isThere) {
        m_stack->setCurrentWidget(currentView());
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

void LogPane::refreshStatus()
{
    LogTab *tab = current();
    const bool has = tab && m_content->currentWidget() == m_stack && m_stack->currentWidget() == tab->view;
    m_tools->setBeside(m_beside->isVisibleTo(this));
    m_tools->setLog(has, has && tab->view->isFollowing(), has && !tab->view->document()->errorLines().empty());
    m_tools->setStatus(has ? statusOf(tab) : QString(), m_logs.error().text);
    if (!has)
        return;
    m_find->showResult(active()->find, active()->view->currentLine());
    m_filter->showResult(active()->filter, {});
    showRange();
    if (m_wantedTime)
        goToTime(m_wantedTime->first, m_wantedTime->second);
}

QString LogPane::statusOf(LogTab *tab) const
{
    LogText *text = tab->view->document();
    QStringList parts;
    if (!m_logs.error().text.isEmpty())
        parts += tr("not up to date");
    if (const auto documents = text->documents(); documents.size() > 1)
        parts += tr("%n ranks", nullptr, int(documents.size()));
    else if (!documents.isEmpty() && !documents.first()->restarts().isEmpty())
        parts +=
            tr("began anew at %1").arg(documents.first()->restarts().last().time.toLocalTime().toString(u"HH:mm:ss"_s));
    if (const auto *merged = qobject_cast<MergedLog *>(text); merged && merged->hasUnknownTimes())
        parts += tr("times not known, in rank order");
    if (const auto errors = text->errorLines().size(); errors > 0)
        parts += tr("%1 error lines", nullptr, formOf(qint64(errors))).arg(Format::count(qint64(errors)));
    if (!text->isPartial())
        parts += tr("%1 lines", nullptr, formOf(text->lineCount())).arg(Format::count(text->lineCount()));
    parts += Format::bytes(text->byteCount());
    if (text->state() == LogText::State::Reading)
        parts += tr("reading…");
    return parts.join(u"  ·  "_s);
}

QVariantMap LogPane::saveState() const
{
    QVariantMap state{{u"wrap"_s, m_tools->wraps()},
                      {u"times"_s, m_tools->showsTimes()},
                      {u"ranks"_s, m_frame->saveState()},
                      {u"unfolded"_s, m_tools->showsRanks()},
                      {u"zoom"_s, m_zoom}};
    if (m_chosen)
        state[u"log"_s] = m_current;
    if (m_beside->isVisibleTo(this))
        state[u"beside"_s] = m_beside->currentPath();
    return state;
}

void LogPane::restoreState(const QVariantMap &state)
{
    m_tools->setWraps(state.value(u"wrap"_s, true).toBool());
    m_tools->setShowsTimes(state.value(u"times"_s, true).toBool());
    m_tools->setShowsRanks(state.value(u"unfolded"_s, true).toBool());
    setZoom(state.value(u"zoom"_s).toInt());
    m_frame->restoreState(state.value(u"ranks"_s).toMap());
    // A run that broke opens with where it broke.
    const QString log = state.value(u"log"_s).toString();
    if (!log.isEmpty() && isShown(log) && !firstFailure(m_run->run())) {
        m_chosen = true;
        showLog(log);
    }
    if (const QString beside = state.value(u"beside"_s).toString(); m_logs.rankPaths().contains(beside))
        showBeside(beside);
}

} // namespace Roost::Ui
