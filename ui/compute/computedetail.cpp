// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/computedetail.h"

#include "models/core/localcompute.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/compute/loadview.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/propertygrid.h"
#include "ui/widgets/statebadge.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

ComputeDetail::ComputeDetail(LoadQuery &load, QWidget *parent)
    : QWidget(parent)
    , m_load(load)
    , m_name(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_state(new StateBadge)
    , m_error(new ErrorBar)
    , m_properties(new PropertyGrid(u"computeProperties"_s, PropertyGrid::Density::Compact))
    , m_loadView(new LoadView(load))
    , m_runsHeader(new SectionHeader(tr("Running jobs")))
    , m_idle(new Label(tr("Nothing runs there now."), Theme::Role::TextSecondary))
    , m_runs(new QListWidget)
{
    m_name->setObjectName("computeDetailName"_L1);
    m_error->setRetryable(false);
    m_runs->setObjectName("computeRuns"_L1);
    m_runs->setAccessibleName(tr("Runs on this compute"));
    m_runs->setFrameShape(QFrame::NoFrame);
    m_runs->setToolTip(tr("Enter opens the run"));
    m_runs->setWordWrap(true);
    m_runs->setMinimumHeight(3 * Theme::rowHeight());
    m_runs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Group);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch();
    auto *area = new QScrollArea;
    auto *page = new QWidget;
    area->setAccessibleName(tr("Details of the compute"));
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Group);
    inner->setSpacing(Theme::Group);
    inner->addLayout(head);
    inner->addWidget(m_properties);
    inner->addWidget(new SectionHeader(tr("Load")));
    inner->addWidget(m_loadView);
    inner->addWidget(m_runsHeader);
    inner->addWidget(m_idle);
    inner->addWidget(m_runs, 1);
    inner->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(area, 1);
    connect(m_runs, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT runWanted(item->data(Qt::UserRole).toString()); });
}

void ComputeDetail::show(const ComputeRow &row)
{
    const Compute &compute = row.compute;
    m_name->setText(compute.name);
    m_state->setState(toneOf(compute.state), ComputesModel::stateText(compute));
    if (compute.state == ProvisioningState::Failed) {
        const QString why = compute.errors.isEmpty() ? tr("No reason is given.") : compute.errors.join(u'\n');
        m_error->setError(tr("%1 could not be created.").arg(Format::isolated(compute.name)),
                          {ErrorKind::Failed, why, {}});
    } else {
        m_error->clear();
    }
    m_load.setCompute(compute.name);
    showProperties(compute);
    fillRuns(row.runs);
}

void ComputeDetail::showProperties(const Compute &compute)
{
    const bool local = isThisMachine(compute);
    m_properties->setProperties({
        Property::named(u"computeType"_s, tr("Kind"), local ? tr("This machine") : compute.type),
        Property::named(u"computeSizeText"_s, tr("Size of a node"), compute.size),
        Property::named(u"computeParts"_s, tr("Cores per node"),
                        compute.cores > 0 ? ComputesModel::sizeText(compute) : QString()),
        Property::named(u"computeNodes"_s, tr("Nodes"), local ? QString() : ComputesModel::nodesText(compute)),
        Property::named(u"computeLeast"_s, tr("Minimum nodes"), local ? QString() : QString::number(compute.minNodes)),
        Property::named(u"computeIdle"_s, tr("Idle timeout"),
                        compute.idleSeconds < 0 ? QString() : Format::duration(compute.idleSeconds * 1000)),
        Property::named(u"computePriority"_s, tr("Priority"), compute.lowPriority ? tr("Low") : QString()),
        Property::named(u"computeLocation"_s, tr("Region"), compute.location),
        Property::named(u"computeDescription"_s, tr("Description"), compute.description),
        Property::named(u"computeCreated"_s, tr("Created"), Format::relative(compute.created),
                        Format::exact(compute.created)),
    });
}

void ComputeDetail::fillRuns(const QList<Run> &runs)
{
    m_idle->setVisible(runs.isEmpty());
    m_runs->setVisible(!runs.isEmpty());
    m_runsHeader->setDetail(runs.isEmpty() ? QString() : QString::number(runs.size()));
    if (runs == m_shownRuns)
        return;
    m_shownRuns = runs;
    const QString current = m_runs->currentItem() ? m_runs->currentItem()->data(Qt::UserRole).toString() : QString();
    m_runs->clear();
    for (const Run &run : runs) {
        const QString name = nameOf(run);
        QString text = tr("%1: %2", "run: its state").arg(name, statusText(run.status));
        if (!run.queueReason.isEmpty())
            text += u", "_s + run.queueReason;
        auto *item = new QListWidgetItem(Theme::icon(toneIcon(toneOf(run.status)), toneOf(run.status)), text, m_runs);
        item->setData(Qt::UserRole, run.id);
        item->setToolTip(run.id);
        if (run.id == current)
            m_runs->setCurrentItem(item);
    }
}

} // namespace Roost::Ui
