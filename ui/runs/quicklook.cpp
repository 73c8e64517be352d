// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/quicklook.h"

#include "models/cause/sentences.h"
#include "models/core/systemmetrics.h"
#include "models/items/base/format.h"
#include "models/items/runs/runfailure.h"
#include "models/items/runs/runresources.h"
#include "models/items/runs/runsmodel.h"
#include "models/logs/search/logfinder.h"
#include "ui/logs/logview.h"
#include "ui/runs/phasetimeline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/propertygrid.h"
#include "ui/widgets/statebadge.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostProperties = 12; // the log below needs the rest of the height
} // namespace

QuickLook::QuickLook(WorkspaceSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_none(new EmptyState(u"runs"_s, tr("Select a run."), {}, this))
    , m_name(new Label({}, Theme::Role::Text, Theme::Title, QFont::DemiBold, this))
    , m_open(new QToolButton(this))
    , m_badge(new StateBadge(this))
    , m_timeline(new PhaseTimeline(this))
    , m_error(new Label({}, Theme::Role::Failed, 1.0, QFont::Normal, this))
    , m_properties(new PropertyGrid(u"quickFacts"_s, PropertyGrid::Density::Normal, this))
    , m_logError(new Label({}, Theme::Role::TextSecondary, 1.0, QFont::Normal, this))
    , m_logPlace(new QVBoxLayout)
{
    setObjectName(u"quickLook"_s);
    setAccessibleName(tr("Quick look at the run"));
    setAutoFillBackground(true);
    setMinimumWidth(300);
    m_none->setObjectName(u"quickNone"_s);
    m_name->setObjectName(u"quickName"_s);
    m_name->setWordWrap(true);
    m_error->setObjectName(u"quickError"_s);
    m_error->setWordWrap(true);
    m_logError->setObjectName(u"quickLogError"_s);
    m_logError->setWordWrap(true);
    m_open->setObjectName(u"quickOpen"_s);
    m_open->setIcon(Theme::icon(u"external"_s));
    m_open->setAutoRaise(true);
    m_open->setToolTip(tr("Open the run (Enter)"));
    m_open->setAccessibleName(tr("Open the run"));
    connect(m_open, &QToolButton::clicked, this, &QuickLook::openWanted);
    auto *close = new QToolButton(this);
    close->setObjectName(u"quickClose"_s);
    close->setIcon(Theme::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the quick look (Space)"));
    close->setAccessibleName(tr("Close the quick look"));
    connect(close, &QToolButton::clicked, this, &QuickLook::closeWanted);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Step);
    head->addWidget(m_name, 1);
    head->addWidget(m_open, 0, Qt::AlignTop);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Group, Theme::Inside + Theme::Step, Theme::Group, Theme::Group);
    column->setSpacing(Theme::Inside + Theme::Step);
    column->addLayout(head);
    column->addWidget(m_none, 1);
    column->addWidget(m_badge);
    column->addWidget(m_timeline);
    column->addWidget(m_error);
    column->addWidget(m_properties);
    column->addWidget(m_logError);
    column->addLayout(m_logPlace, 1);
    column->addStretch(0);
    refresh();
}

QuickLook::~QuickLook() = default;

void QuickLook::setRun(const QString &runId)
{
    if (runId == this->runId())
        return;
    dropLog();
    m_run.reset();
    if (!runId.isEmpty()) {
        m_run = std::make_unique<RunDocument>(m_session, runId);
        connect(m_run.get(), &RunDocument::runChanged, this, &QuickLook::refresh);
        connect(m_run.get(), &LiveQuery::stateChanged, this, &QuickLook::refresh);
        connect(m_run.get(), &RunDocument::logsChanged, this, &QuickLook::refreshLog);
    }
    refresh();
}

void QuickLook::setWatched(bool watched)
{
    if (m_run)
        m_run->setWatched(watched);
    if (m_log)
        m_log->setWatched(watched);
}

void QuickLook::refresh()
{
    const bool has = m_run && m_run->hasContent();
    m_none->setVisible(!m_run);
    m_open->setEnabled(m_run != nullptr);
    m_badge->setVisible(has);
    m_timeline->setVisible(has && wasSubmitted(m_run->run()));
    m_properties->setVisible(has);
    m_name->setText(has ? nameOf(m_run->run()) : QString());
    m_error->setText(has ? CauseText::of(m_run->run()) : m_run ? m_run->error().text : QString());
    m_error->setVisible(!m_error->text().isEmpty());
    if (!has) {
        m_logError->hide();
        return;
    }
    const Run &run = m_run->run();
    m_badge->setState(run.status);
    m_badge->setToolTip(whyItWaits(run));
    m_timeline->setRun(run);
    tick();
    refreshLog();
}

void QuickLook::tick()
{
    if (!m_run || !m_run->hasContent())
        return;
    const Run &run = m_run->run();
    const QString why = whyItWaits(run);
    m_badge->setDetail(why.isEmpty() ? Format::duration(run.started, run.ended) : why);
    QList<Property> properties{
        {tr("Experiment"), run.experiment},
        {tr("Compute"), run.computeName},
        {tr("Environment"), run.environmentName},
        {.label = tr("Created"), .value = Format::relative(beganAt(run)), .toolTip = Format::exact(beganAt(run))},
    };
    properties.append(Property{
        .label = tr("Resources"), .value = ResourceText::summary(run), .toolTip = ResourceText::explanation(run)});
    for (auto it = run.lastMetrics.cbegin(); it != run.lastMetrics.cend() && properties.size() < MostProperties; ++it) {
        if (SystemMetric::isOne(it.key()))
            continue;
        properties += Property{
            .label = it.key(), .value = Format::number(it.value()), .toolTip = Format::exactNumber(it.value())};
    }
    m_properties->setProperties(properties);
}

void QuickLook::dropLog()
{
    m_view.reset();
    m_filter.reset();
    m_log.reset();
}

void QuickLook::refreshLog()
{
    const QString path = m_run ? failingLog(m_run->run(), m_run->logPaths()) : QString();
    if (path.isEmpty() || !m_log || m_log->path() != path)
        dropLog();
    if (!path.isEmpty() && !m_log)
        showLog(path);
    refreshLogError();
}

void QuickLook::refreshLogError()
{
    const Error error = !m_run ? Error() : m_log ? m_log->error() : m_run->logsError();
    m_logError->setText(error.text.isEmpty() ? QString() : tr("The log could not be read. %1").arg(error.text));
    m_logError->setVisible(m_run && m_run->hasContent() && !error.text.isEmpty());
}

void QuickLook::showLog(const QString &path)
{
    m_log = std::make_unique<RunLog>(m_run.get(), path);
    connect(m_log.get(), &RunLog::errorChanged, this, &QuickLook::refreshLogError);
    m_filter = std::make_unique<LogFinder>(m_log->document());
    m_view = std::make_unique<LogView>(m_log->document(), m_filter.get(), this);
    m_view->setObjectName(u"quickLog"_s);
    m_view->setMinimumHeight(120);
    m_logPlace->addWidget(m_view.get(), 1);
}

} // namespace Roost::Ui
