// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/phasetimeline.h"

#include "models/items/base/format.h"
#include "models/items/base/tone.h"
#include "models/items/runs/rundocument.h"
#include "models/items/runs/runphases.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int Height = 40;
constexpr int BarHeight = 4;
// Share of the width per phase; Running takes longest.
constexpr std::array Shares{1.0, 0.8, 1.8, 1.1};

// "Running" beside the icon of a failure would be a contradiction.
QString failedTitle(Phase phase)
{
    switch (phase) {
    case Phase::Preparing:
        return PhaseTimeline::tr("Preparing failed");
    case Phase::Scaling:
        return PhaseTimeline::tr("Scaling failed");
    case Phase::Running:
        return PhaseTimeline::tr("Run failed");
    case Phase::PostProcessing:
        break;
    }
    return PhaseTimeline::tr("Post-processing failed");
}

} // namespace

PhaseTimeline::PhaseTimeline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"phaseTimeline"_s);
    setAccessibleName(tr("Phases of the run"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &PhaseTimeline::refresh);
    refresh();
}

void PhaseTimeline::setRun(const Run &run)
{
    m_run = run;
    refresh();
    tick();
}

void PhaseTimeline::tick()
{
    const bool runs = isVisible() && !m_run.id.isEmpty() && !isTerminal(m_run.status);
    if (runs && !m_clock.isActive())
        m_clock.start();
    else if (!runs)
        m_clock.stop();
}

void PhaseTimeline::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    tick();
}

void PhaseTimeline::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tick();
}

PhaseTimeline::Stage PhaseTimeline::stageOf(const QList<PhaseTimes> &phases, qsizetype at) const
{
    const auto isEntered = [](const PhaseTimes &phase) { return phase.entered.isValid(); };
    const bool isLast = std::none_of(phases.cbegin() + at + 1, phases.cend(), isEntered);
    const bool over = isTerminal(m_run.status);
    if (!isEntered(phases[at]))
        return over || !isLast ? Stage::Skipped : Stage::Ahead;
    // Post-processing also follows failed and canceled runs; it is the failed phase only if all processes exited with
    // 0.
    const bool wentWell = !m_run.ranks.isEmpty() &&
                          std::ranges::all_of(m_run.ranks, [](const RankOutcome &rank) { return rank.exitCode == 0; });
    const qsizetype running = std::ranges::find(phases, Phase::Running, &PhaseTimes::phase) - phases.begin();
    const bool ranUntilThen = running < phases.size() && isEntered(phases[running]) && !wentWell;
    if (ranUntilThen ? at == running : isLast) {
        if (m_run.status == RunStatus::Failed)
            return Stage::Failed;
        if (m_run.status == RunStatus::Canceled)
            return Stage::Canceled;
    }
    return phases[at].left.isValid() || over || !isLast ? Stage::Done : Stage::Now;
}

void PhaseTimeline::refresh()
{
    m_segments.clear();
    const auto phases = phasesOf(m_run);
    for (qsizetype i = 0; i < phases.size(); ++i) {
        Segment segment;
        segment.phase = phases[i].phase;
        segment.name = phaseText(segment.phase);
        segment.stage = stageOf(phases, i);
        segment.title = segment.stage == Stage::Failed ? failedTitle(segment.phase) : segment.name;
        const QDateTime end = phases[i].left.isValid() ? phases[i].left : m_run.ended;
        segment.duration = Format::duration(phases[i].entered, end);
        if (phases[i].entered.isValid()) {
            segment.tip = tr("%1: since %2").arg(segment.name, Format::exact(phases[i].entered));
            if (end.isValid())
                segment.tip += u'\n' + tr("until %1 (%2)").arg(Format::exact(end), segment.duration);
        }
        if (segment.stage == Stage::Now && !m_run.queueReason.isEmpty())
            segment.tip += u'\n' + m_run.queueReason;
        m_segments += segment;
    }
    setAccessibleDescription(text());
    update();
}

QString PhaseTimeline::text() const
{
    QStringList parts;
    for (const Segment &segment : m_segments) {
        QString part = segment.duration.isEmpty() ? segment.name : segment.name + u' ' + segment.duration;
        switch (segment.stage) {
        case Stage::Ahead:
            part += tr(", to come");
            break;
        case Stage::Now:
            part += tr(", now");
            break;
        case Stage::Done:
            part += tr(", done");
            break;
        case Stage::Failed:
            part += tr(", failed");
            break;
        case Stage::Canceled:
            part += tr(", canceled");
            break;
        case Stage::Skipped:
            part += tr(", not reached");
            break;
        }
        parts += part;
    }
    return parts.join(u"; "_s);
}

QSize PhaseTimeline::sizeHint() const
{
    return {600, std::max(Height, 2 * Theme::Inside + fontMetrics().height() + BarHeight + Theme::Step)};
}

QSize PhaseTimeline::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void PhaseTimeline::arrange()
{
    double total = 0;
    for (const double share : Shares)
        total += share;
    const double gap = Theme::Step;
    const double width = this->width() - gap * double(m_segments.size() - 1);
    double x = 0;
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        const double part = width * Shares[size_t(i)] / total;
        m_segments[i].area = QRectF(x, 0, part, height());
        x += part + gap;
    }
}

void PhaseTimeline::paintSegment(QPainter &painter, const Segment &segment) const
{
    using Theme::Role;
    struct Look
    {
        Role role;
        QString icon;
        bool strong;
    };
    const Look look = [&]() -> Look {
        switch (segment.stage) {
        case Stage::Now:
            return {segment.phase == Phase::Running ? Role::Running : Role::Preparing,
                    segment.phase == Phase::Running ? u"state-running"_s : u"state-preparing"_s, true};
        case Stage::Done:
            return {Role::Done, u"check"_s, false};
        case Stage::Failed:
            return {Role::Failed, u"state-failed"_s, true};
        case Stage::Canceled:
            return {Role::Canceled, u"state-canceled"_s, true};
        default:
            return {Role::Line, {}, false};
        }
    }();
    const bool entered = !look.icon.isEmpty();
    const QRectF bar(segment.area.left(), segment.area.bottom() - BarHeight - Theme::Step, segment.area.width(),
                     BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(look.role));
    painter.drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);

    QRectF words(segment.area.left(), Theme::Step, segment.area.width(), bar.top() - Theme::Step);
    if (entered) {
        const int side = Theme::IconSize;
        const QRect place(int(words.left()), int(words.center().y()) - side / 2, side, side);
        Theme::icon(look.icon, look.role).paint(&painter, place);
        words.setLeft(words.left() + side + Theme::Step);
    }
    const QFont name = Theme::font(1.0, look.strong ? QFont::DemiBold : QFont::Normal);
    const QFont figures = Theme::tabular(Theme::font());
    const QFontMetricsF figureMetrics(figures);
    double durationWidth =
        segment.duration.isEmpty() ? 0 : figureMetrics.horizontalAdvance(segment.duration) + Theme::Inside;
    // If there is no room for both, only the name is drawn; the tool tip contains both.
    const bool hasRoom = QFontMetricsF(name).horizontalAdvance(segment.title) + durationWidth <= words.width();
    if (!hasRoom && !look.strong)
        durationWidth = 0;
    painter.setFont(name);
    painter.setPen(Theme::color(entered ? Role::Text : Role::TextSecondary));
    const QString shown = painter.fontMetrics().elidedText(segment.title, Qt::ElideRight,
                                                           int(std::max(0.0, words.width() - durationWidth)));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const double nameWidth = painter.fontMetrics().horizontalAdvance(shown);
    painter.setFont(figures);
    painter.setPen(Theme::color(Role::TextSecondary));
    if (durationWidth > 0)
        painter.drawText(words.adjusted(nameWidth + Theme::Inside, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         segment.duration);
}

void PhaseTimeline::paintEvent(QPaintEvent * /*event*/)
{
    arrange();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Segment &segment : std::as_const(m_segments))
        paintSegment(painter, segment);
}

bool PhaseTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (const Segment &segment : std::as_const(m_segments)) {
            if (segment.area.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), segment.tip, this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

} // namespace Roost::Ui
