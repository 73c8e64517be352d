// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/overviewpane.h"

#include "models/core/secrets.h"
#include "models/core/systemmetrics.h"
#include "models/items/base/format.h"
#include "models/items/base/tone.h"
#include "models/items/ranks/runranks.h"
#include "models/items/runs/runresources.h"
#include "models/items/runs/runsmodel.h"
#include "ui/navigation/navigator.h"
#include "ui/ranks/stragglerview.h"
#include "ui/runs/failurecard.h"
#include "ui/widgets/label.h"
#include "ui/widgets/propertygrid.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int SectionWidth = 430;
constexpr qsizetype MostProcesses = 16;

StringMap ownTags(const StringMap &tags)
{
    StringMap own;
    for (auto it = tags.cbegin(); it != tags.cend(); ++it) {
        // The other sections of the overview show the content of these tags.
        if (!it.key().startsWith("mlflow."_L1) && !it.key().startsWith("roost."_L1))
            own.insert(it.key(), it.value());
    }
    return own;
}

// Returns the name and version in an Azure resource id; the rest of it means nothing to the user.
QString snapshotName(const QString &codeId)
{
    const auto at = codeId.lastIndexOf("/codes/"_L1);
    const QString name = at < 0 ? codeId : codeId.sliced(at + 7);
    return name.endsWith("/versions/1"_L1) ? name.chopped(11) : name;
}

QString processesText(const Run &run)
{
    const QString nodes = OverviewPane::tr("%n nodes", nullptr, run.nodeCount);
    if (!run.distribution.isDistributed())
        return run.nodeCount > 1 ? nodes : QString();
    return displayName(run.distribution.type) + u": "_s + nodes + u" × "_s +
           OverviewPane::tr("%n processes", nullptr, run.distribution.processesPerNode);
}

} // namespace

OverviewPane::OverviewPane(OpenRun *run, Navigator *navigator, QWidget *parent)
    : QScrollArea(parent)
    , m_run(run->document())
    , m_activity(run->ranks())
    , m_navigator(navigator)
    , m_page(new QWidget)
    , m_failure(new FailureCard(m_run))
    , m_stragglersHeader(new SectionHeader(tr("Ranks in step")))
    , m_stragglers(new StragglerView(run->ranks()))
    , m_command(new Label({}, Theme::Role::Text))
    , m_details(new PropertyGrid(u"runDetails"_s))
    , m_where(new PropertyGrid(u"runWhere"_s))
    , m_metrics(new PropertyGrid(u"runMetrics"_s))
    , m_parameters(new PropertyGrid(u"runParameters"_s))
    , m_tags(new PropertyGrid(u"runTags"_s))
    , m_variables(new PropertyGrid(u"runVariables"_s))
    , m_ranks(new PropertyGrid(u"runRanks"_s))
{
    setObjectName(u"overviewPane"_s);
    setAccessibleName(tr("Overview of the run"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    m_page->setObjectName(u"overviewPage"_s);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Edge);
    column->setSpacing(Theme::Group);
    column->addWidget(m_failure);
    column->addWidget(m_stragglersHeader);
    column->addWidget(m_stragglers);
    m_sides = new QHBoxLayout;
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (QVBoxLayout *side : {m_left, m_right}) {
        side->setSpacing(Theme::Edge);
        m_sides->addLayout(side, 1);
    }
    column->addLayout(m_sides);
    column->addStretch(1);
    setWidget(m_page);

    m_command->setObjectName(u"runCommand"_s);
    m_command->setFont(Theme::fixedFont());
    m_command->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addSection(tr("Run"), m_details, Side::Left);
    addSection(tr("Command"), m_command, Side::Left);
    addSection(tr("Where"), m_where, Side::Right);
    m_metricsHeader = addSection(tr("Metrics"), m_metrics, Side::Right);
    m_parametersHeader = addSection(tr("Parameters"), m_parameters, Side::Left);
    m_ranksHeader = addSection(tr("Processes"), m_ranks, Side::Right);
    m_tagsHeader = addSection(tr("Tags"), m_tags, Side::Left);
    m_variablesHeader = addSection(tr("Environment variables"), m_variables, Side::Right);
    connect(m_run, &RunDocument::runChanged, this, &OverviewPane::refresh);
    connect(m_activity, &RunRanks::changed, this, &OverviewPane::refreshStragglers);
    refreshStragglers();
    refresh();
}

SectionHeader *OverviewPane::addSection(const QString &title, QWidget *body, Side side)
{
    auto *whole = new QWidget(m_page);
    auto *header = new SectionHeader(title);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Inside);
    column->addWidget(header);
    column->addWidget(body);
    m_sections += Section{side, body, whole};
    return header;
}

void OverviewPane::refreshStragglers()
{
    const bool has = m_activity->isDistributed() && !m_activity->timeline().range().isEmpty();
    m_stragglersHeader->setVisible(has);
    m_stragglers->setVisible(has);
}

void OverviewPane::refreshDetails()
{
    const Run &run = m_run->run();
    m_details->setProperties({
        {tr("Status"), statusText(run.status)},
        {tr("Experiment"), run.experiment},
        {tr("Description"), run.description},
        // A run that was logged elsewhere has its own times; the time when it was imported is not a time of the run.
        {tr("Created"),
         wasSubmitted(run) ? Format::exact(run.created) : QString(),
         false,
         {},
         Format::relative(run.created)},
        {tr("Started"), Format::exact(run.started), false, {}, Format::relative(run.started)},
        {tr("Ended"), Format::exact(run.ended), false, {}, Format::relative(run.ended)},
        {tr("Ran for"), run.ended.isValid() ? Format::duration(run.started, run.ended) : QString()},
        {tr("Resources"), ResourceText::summary(run), false, {}, ResourceText::explanation(run)},
        {tr("Created by"), run.createdBy},
        {tr("Id"), run.id, true},
    });
    std::function<void()> openCompute;
    std::function<void()> openEnvironment;
    if (m_navigator) {
        openCompute = [this] { m_navigator->go(Location::compute(m_run->run().computeName)); };
        openEnvironment = [this] {
            const QString whole = m_run->run().environmentName;
            const auto colon = whole.lastIndexOf(u':');
            m_navigator->go(Location::environments(colon < 0 ? whole : whole.first(colon),
                                                   colon < 0 ? QString() : whole.sliced(colon + 1)));
        };
    }
    m_where->setProperties({
        {tr("Compute"), run.computeName, false, openCompute},
        {tr("Environment"), run.environmentName, false, openEnvironment},
        {tr("Distribution"), processesText(run)},
        {tr("Snapshot"), Format::shortened(snapshotName(run.codeId), 36), true, [this] { Q_EMIT snapshotWanted(); },
         run.codeId},
    });
}

void OverviewPane::showMap(SectionHeader *header, PropertyGrid *list, const StringMap &map, const QString &detail)
{
    QList<Property> properties;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        properties += Property{it.key(), it.value().isEmpty() ? u"–"_s : it.value()};
    list->setProperties(properties);
    header->setDetail(detail.isEmpty() && map.size() > 3 ? QString::number(map.size()) : detail);
}

void OverviewPane::refresh()
{
    const Run &run = m_run->run();
    refreshDetails();
    m_command->setText(run.command);
    StringMap metrics;
    for (auto it = run.lastMetrics.cbegin(); it != run.lastMetrics.cend(); ++it) {
        if (!SystemMetric::isOne(it.key()))
            metrics.insert(it.key(), Format::number(it.value()));
    }
    showMap(m_metricsHeader, m_metrics, metrics, metrics.isEmpty() ? QString() : tr("last values"));
    showMap(m_parametersHeader, m_parameters, run.parameters);
    refreshRanks();
    showMap(m_tagsHeader, m_tags, ownTags(run.tags));
    showMap(m_variablesHeader, m_variables, withSecretsMasked(run.environmentVariables));
    arrange();
}

void OverviewPane::refreshRanks()
{
    const Run &run = m_run->run();
    QList<Property> ranks;
    const bool isMany = run.ranks.size() > MostProcesses;
    for (const RankOutcome &rank : run.ranks) {
        // If there are many processes, only the failed ones are listed; the list beside the logs contains all.
        if (isMany && (ranks.size() >= MostProcesses || (!rank.signal && rank.exitCode.value_or(0) == 0)))
            continue;
        // The run has ended, but the end of this process was not recorded.
        const bool isLost = isTerminal(run.status) && !rank.ended.isValid();
        QString how = isLost ? tr("lost") : tr("running");
        if (rank.signal)
            how = tr("signal %1").arg(*rank.signal);
        else if (rank.exitCode)
            how = tr("exit code %1").arg(*rank.exitCode);
        const QString time = isLost && !run.ended.isValid()
                                 ? QString()
                                 : Format::duration(rank.started, isLost ? run.ended : rank.ended);
        ranks += Property{tr("Rank %1").arg(rank.rank), time.isEmpty() ? how : how + u"  ·  "_s + time};
    }
    m_ranks->setProperties(ranks);
    m_ranksHeader->setDetail(isMany ? tr("%n in all, those that failed", nullptr, int(run.ranks.size())) : QString());
}

void OverviewPane::tick()
{
    if (isVisible())
        refreshRanks();
}

void OverviewPane::arrange()
{
    m_columns = viewport()->width() > 2 * SectionWidth + 4 * Theme::Edge ? 2 : 1;
    for (QVBoxLayout *column : {m_left, m_right}) {
        while (QLayoutItem *item = column->takeAt(0))
            delete item;
    }
    // A section stays in its column while the run is active, so that it does not move while the user reads it.
    for (const Section &section : std::as_const(m_sections)) {
        const auto *list = qobject_cast<PropertyGrid *>(section.body);
        const bool has = list ? !list->isEmpty() : !m_run->run().command.isEmpty();
        section.whole->setVisible(has);
        if (!has)
            continue;
        (m_columns == 1 || section.side == Side::Left ? m_left : m_right)->addWidget(section.whole);
    }
    m_left->addStretch(1);
    m_right->addStretch(1);
    m_sides->setStretch(1, m_columns == 2 ? 1 : 0);
    m_sides->setSpacing(m_columns == 2 ? 2 * Theme::Edge : 0);
}

void OverviewPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int columns = viewport()->width() > 2 * SectionWidth + 4 * Theme::Edge ? 2 : 1;
    if (columns != m_columns)
        arrange();
}

} // namespace Roost::Ui
