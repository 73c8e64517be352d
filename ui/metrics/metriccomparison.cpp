// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metriccomparison.h"

#include "models/core/systemmetrics.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/metrics/metriccard.h"
#include "ui/widgets/mnemonic.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

// More lines could not be distinguished in a chart.
constexpr int MostRuns = 20;

} // namespace

MetricComparison::MetricComparison(RunDocument *run, QObject *parent)
    : QObject(parent)
    , m_run(run)
{
    connect(&run->session(), &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        for (const auto &[runId, board] : m_boards) {
            if (WorkspaceSession::concerns(topics, u"runs/"_s + runId))
                board->refresh(m_run->session().runHistory(), {}, m_run->session().metricWindows());
        }
    });
}

MetricComparison::~MetricComparison() = default;

void MetricComparison::addCard(MetricCard *card)
{
    m_cards.insert(card->key(), card);
    connect(card, &MetricCard::menuFilling, this, [this, card](QMenu *menu) { fillMenu(card, menu); });
    connect(card, &MetricCard::removeWanted, this,
            [this, card](const QString &id) { setShown(card, {id, {}, false}, false); });
    const auto lines = m_lines.value(card->key());
    nameOwnLine(card);
    for (const Line &line : lines)
        show(card, line);
}

void MetricComparison::grown(const QString &key)
{
    for (MetricCard *card : std::as_const(m_cards)) {
        for (const Line &line : m_lines.value(card->key())) {
            if (!line.isRun && line.id == key)
                show(card, line);
        }
    }
}

void MetricComparison::otherGrown(const QString &runId, const QString &key)
{
    MetricCard *card = m_cards.value(key);
    if (!card || !isShown(key, runId))
        return;
    const Line line = *std::ranges::find(m_lines[key], runId, &Line::id);
    if (m_boards.at(runId)->series(key)->isEmpty()) {
        Q_EMIT lacking(tr("%1 has logged no %2.").arg(line.name, Format::isolated(key)));
        return;
    }
    show(card, line);
}

void MetricComparison::want(MetricCard *card, const MetricView &view)
{
    for (const Line &line : m_lines.value(card->key())) {
        MetricsBoard *board = line.isRun ? boardOf(line.id) : m_run->metrics();
        board->want(line.isRun ? card->key() : line.id, view);
    }
}

void MetricComparison::fillMenu(MetricCard *card, QMenu *menu)
{
    QMenu *metrics = menu->addMenu(tr("Add metric"));
    metrics->setObjectName(u"metricAdd"_s);
    for (const QString &key : m_run->metrics()->keys()) {
        if (key != card->key() && !SystemMetric::isOne(key))
            offer(card, metrics, {key, key, false});
    }
    metrics->setEnabled(!metrics->isEmpty());
    QMenu *runs = menu->addMenu(tr("Compare with"));
    runs->setObjectName(u"metricCompare"_s);
    offerRuns(card, runs);
}

// The menu opens at once; the runs are added after they have been read.
void MetricComparison::offerRuns(MetricCard *card, QMenu *menu)
{
    QAction *reading = menu->addAction(tr("Reading the runs…"));
    reading->setEnabled(false);
    RunHistory *history = m_run->session().runHistory();
    if (!history)
        return;
    RunQuery query;
    query.experiment = m_run->run().experiment;
    query.pageSize = MostRuns + 1;
    const QPointer<QMenu> there(menu);
    m_runsQuery.watch(history->runs(query), [this, card, there, reading](const Result<Page<Run>> &page) {
        if (!there)
            return;
        if (!page) {
            reading->setText(page.error().text);
            return;
        }
        for (const Run &run : page->items) {
            if (run.id != m_run->runId())
                offer(card, there, {run.id, nameOf(run), true});
        }
        reading->setVisible(there->actions().size() == 1);
        reading->setText(tr("No other run of this experiment"));
    });
}

void MetricComparison::offer(MetricCard *card, QMenu *menu, const Line &line)
{
    QAction *action = menu->addAction(Mnemonic::escaped(Format::isolated(line.name)));
    action->setObjectName(u"metricLine:"_s + line.id);
    action->setCheckable(true);
    action->setChecked(isShown(card->key(), line.id));
    connect(action, &QAction::toggled, this, [this, card, line](bool on) { setShown(card, line, on); });
}

bool MetricComparison::isShown(const QString &key, const QString &id) const
{
    return std::ranges::contains(m_lines.value(key), id, &Line::id);
}

void MetricComparison::setShown(MetricCard *card, const Line &line, bool shown)
{
    QList<Line> &lines = m_lines[card->key()];
    lines.removeIf([&line](const Line &one) { return one.id == line.id; });
    card->removeLine(line.id);
    if (shown)
        lines.append(line);
    nameOwnLine(card);
    if (shown)
        show(card, line);
}

// The names of lines contain only what differs between them: the metric, the run, or both.
void MetricComparison::nameOwnLine(MetricCard *card)
{
    const QList<Line> lines = m_lines.value(card->key());
    const bool hasRun = std::ranges::any_of(lines, &Line::isRun);
    const bool hasMetric = !std::ranges::all_of(lines, &Line::isRun);
    QStringList name;
    if (hasRun)
        name += nameOf(m_run->run());
    if (!hasRun || hasMetric)
        name += card->key();
    card->setOwnName(name.join(u"  ·  "_s));
}

void MetricComparison::show(MetricCard *card, const Line &line)
{
    const MetricsBoard *board = line.isRun ? boardOf(line.id) : m_run->metrics();
    const QString key = line.isRun ? card->key() : line.id;
    const MetricSeries *series = board->series(key);
    if (series && !series->isEmpty() && board->isComplete(key))
        card->setLine(line.id, line.name, *series);
    else if (line.isRun)
        boardOf(line.id)->refresh(m_run->session().runHistory(), {card->key()}, m_run->session().metricWindows());
}

MetricsBoard *MetricComparison::boardOf(const QString &runId)
{
    auto &board = m_boards[runId];
    if (!board) {
        board = std::make_unique<MetricsBoard>(runId);
        connect(board.get(), &MetricsBoard::grown, this, [this, runId](const QString &key) { otherGrown(runId, key); });
        connect(board.get(), &MetricsBoard::errorChanged, this, [this, board = board.get()] {
            if (!board->error().text.isEmpty())
                Q_EMIT failed(board->error());
        });
    }
    return board.get();
}

QVariantMap MetricComparison::saveState() const
{
    QVariantMap state;
    for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it) {
        QVariantList lines;
        for (const Line &line : it.value())
            lines += QVariantMap{{u"id"_s, line.id}, {u"name"_s, line.name}, {u"isRun"_s, line.isRun}};
        if (!lines.isEmpty())
            state.insert(it.key(), lines);
    }
    return state;
}

void MetricComparison::restoreState(const QVariantMap &state)
{
    for (auto it = state.cbegin(); it != state.cend(); ++it) {
        QList<Line> lines;
        for (const QVariant &one : it.value().toList()) {
            const QVariantMap line = one.toMap();
            lines.append({line[u"id"_s].toString(), line[u"name"_s].toString(), line[u"isRun"_s].toBool()});
        }
        m_lines.insert(it.key(), lines);
        if (MetricCard *card = m_cards.value(it.key())) {
            nameOwnLine(card);
            for (const Line &line : std::as_const(lines))
                show(card, line);
        }
    }
}

} // namespace Roost::Ui
