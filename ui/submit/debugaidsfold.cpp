// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/debugaidsfold.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

QString nameOf(DebugAid aid)
{
    switch (aid) {
    case DebugAid::DistributedDetail:
        return u"debugDistributed"_s;
    case DebugAid::GlooLog:
        return u"debugGloo"_s;
    case DebugAid::NcclLog:
        return u"debugNccl"_s;
    case DebugAid::FlightRecorder:
        return u"debugFlightRecorder"_s;
    }
    std::unreachable();
}

QString titleOf(DebugAid aid)
{
    switch (aid) {
    case DebugAid::DistributedDetail:
        return DebugAidsFold::tr("Check that all ranks call the same &collectives (slower)");
    case DebugAid::GlooLog:
        return DebugAidsFold::tr("Log of &Gloo");
    case DebugAid::NcclLog:
        return DebugAidsFold::tr("Log of NCC&L");
    case DebugAid::FlightRecorder:
        return DebugAidsFold::tr("NCCL &flight recorder, written below logs/ when a rank times out");
    }
    std::unreachable();
}

} // namespace

DebugAidsFold::DebugAidsFold(QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton)
    , m_body(new QWidget)
{
    m_title->setObjectName("debugAids"_L1);
    m_title->setText(tr("Diagnostics"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setAutoRaise(true);
    auto *boxes = new QVBoxLayout(m_body);
    boxes->setContentsMargins(Theme::Edge, 0, 0, 0);
    boxes->setSpacing(Theme::Step);
    for (const DebugAid aid : allDebugAids) {
        auto *box = new QCheckBox(titleOf(aid));
        box->setObjectName(nameOf(aid));
        connect(box, &QCheckBox::clicked, this, [this, aid](bool on) { Q_EMIT switchedByUser(aid, on); });
        boxes->addWidget(box);
        m_boxes += box;
    }
    auto *words =
        new Label(tr("Each is kept as environment variables of the job. Stacks of a crash and the error file of "
                     "torchelastic are always written."),
                  Theme::Role::TextSecondary, Theme::Secondary);
    words->setWordWrap(true);
    boxes->addWidget(words);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Step);
    column->addWidget(m_title, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    connect(m_title, &QToolButton::clicked, this, [this] { setOpen(m_body->isHidden()); });
    setOpen(false);
}

void DebugAidsFold::setOpen(bool open)
{
    m_title->setIcon(Theme::icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    m_body->setVisible(open);
}

void DebugAidsFold::setVariables(const StringMap &variables)
{
    const auto anyOn = [this] { return std::ranges::any_of(m_boxes, &QCheckBox::isChecked); };
    const bool before = anyOn();
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setChecked(isOn(allDebugAids[i], variables));
    // Only the first time: the user may have folded it since.
    if (!before && anyOn())
        setOpen(true);
}

} // namespace Roost::Ui
