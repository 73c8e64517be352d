// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricspane.h"

#include "models/core/systemmetrics.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/systemsection.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"

#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 420;

QString noMetrics(bool isActive)
{
    return isActive ? MetricsPane::tr("No metrics yet. What the script logs with mlflow.log_metric appears here "
                                      "as it is logged.")
                    : MetricsPane::tr("This run logged no metrics. Log some with mlflow.log_metric.");
}

} // namespace

MetricsPane::MetricsPane(RunDocument *run, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_navigator(navigator)
    , m_tools(buildTools())
    , m_area(new QScrollArea)
    , m_board(new QWidget)
    , m_system(new SystemSection(run))
    , m_noneYet(new Label({}, Theme::Role::TextSecondary))
    , m_grid(new QGridLayout(m_board))
    , m_empty(new EmptyState(u"metrics"_s, noMetrics(true)))
    , m_stack(new ContentStack(m_area, m_empty))
    , m_error(new ErrorBar)
    , m_comparison(run)
{
    setObjectName(u"metricsPane"_s);
    m_board->setObjectName(u"metricsBoard"_s);
    m_area->setObjectName(u"metricsScroll"_s);
    m_area->setAccessibleName(tr("Metrics"));
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_noneYet);
    parts->addWidget(m_board);
    parts->addWidget(m_system);
    parts->addStretch(1);
    m_noneYet->setObjectName(u"metricsNoneYet"_s);
    m_noneYet->setWordWrap(true);
    m_noneYet->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    m_noneYet->hide();
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_grid->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Group);
    m_grid->setSpacing(Theme::Inside + Theme::Step);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_tools);
    column->addWidget(m_stack, 1);

    MetricsBoard *board = run->metrics();
    connect(board, &MetricsBoard::keysChanged, this, &MetricsPane::refreshKeys);
    connect(board, &MetricsBoard::grown, this, [this](const QString &key) {
        refreshKeys();
        if (MetricCard *shown = card(key))
            shown->setSeries(*m_run->metrics()->series(key));
        m_system->grown(key);
        m_comparison.grown(key);
        arrangeIfOthers();
    });
    connect(&m_comparison, &MetricComparison::failed, this, [this](const Error &error) {
        if (m_navigator)
            m_navigator->notify(error);
    });
    connect(&m_comparison, &MetricComparison::lacking, this, [this](const QString &sentence) {
        if (m_navigator)
            m_navigator->notify(sentence, Notice::Warning);
    });
    connect(board, &MetricsBoard::errorChanged, this, &MetricsPane::refreshError);
    connect(m_error, &ErrorBar::retry, run, &RunDocument::refresh);
    connect(run, &RunDocument::stateChanged, this, &MetricsPane::refreshKeys);
    connect(run, &RunDocument::runChanged, this, &MetricsPane::refreshKeys);
    refreshKeys();
}

QLineEdit *MetricsPane::buildFilter(QWidget *tools)
{
    auto *filter = new QLineEdit(tools);
    filter->setObjectName(u"metricsFilter"_s);
    filter->setAccessibleName(tr("Filter metrics"));
    filter->setPlaceholderText(tr("Filter metrics"));
    filter->setToolTip(tr("Show only metrics whose name contains this text (Ctrl+L)"));
    filter->addAction(Theme::icon(u"filter"_s), QLineEdit::LeadingPosition);
    filter->setClearButtonEnabled(true);
    filter->setMaximumWidth(260);
    connect(filter, &QLineEdit::textChanged, this, [this] {
        arrange();
        m_system->setFilter(m_filter->text().trimmed());
        QStringList wanted;
        for (const MetricCard *shown : std::as_const(m_cards)) {
            if (!shown->isHidden())
                wanted += shown->key();
        }
        m_run->metrics()->prefer(wanted);
    });
    return filter;
}

QWidget *MetricsPane::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Step);
    row->setSpacing(Theme::Inside);
    m_filter = buildFilter(tools);
    row->addWidget(m_filter, 1);
    row->addStretch(1);

    const auto addCombo = [&](const QString &name, const QString &label) {
        auto *combo = new QComboBox(tools);
        combo->setObjectName(name);
        combo->setAccessibleName(label);
        auto *text = new Label(label, Theme::Role::Text, 1.0, QFont::Normal, tools);
        text->setBuddy(combo);
        row->addWidget(text);
        row->addWidget(combo);
        return combo;
    };
    m_axis = addCombo(u"metricsAxis"_s, tr("Over"));
    m_axis->addItem(tr("step"), int(MetricAxis::Step));
    m_axis->addItem(tr("time"), int(MetricAxis::Seconds));
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this] {
        m_x.reset();
        for (MetricCard *shown : std::as_const(m_cards))
            shown->chart()->setAxis(MetricAxis(m_axis->currentData().toInt()));
    });
    m_smoothing = addCombo(u"metricsSmoothing"_s, tr("Smoothing"));
    for (const double weight : {0.0, 0.6, 0.9, 0.97})
        m_smoothing->addItem(weight > 0 ? QLocale().toString(weight) : tr("off"), weight);
    connect(m_smoothing, &QComboBox::currentIndexChanged, this, [this] {
        for (MetricCard *shown : std::as_const(m_cards))
            shown->chart()->setSmoothing(m_smoothing->currentData().toDouble());
    });
    auto *fit = new QToolButton(tools);
    fit->setObjectName(u"metricsFit"_s);
    fit->setIcon(Theme::icon(u"fit"_s));
    fit->setText(tr("Fit all"));
    fit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fit->setAutoRaise(true);
    fit->setFocusPolicy(Qt::TabFocus);
    fit->setToolTip(tr("Show all of each metric and follow it (double click on a chart)"));
    fit->setAccessibleName(tr("Fit all charts"));
    connect(fit, &QToolButton::clicked, this, [this] {
        showX(nullptr, {});
        m_system->fit();
    });
    row->addWidget(fit);
    return tools;
}

QList<MetricCard *> MetricsPane::cards() const
{
    QList<MetricCard *> found;
    for (const QString &key : m_run->metrics()->keys()) {
        if (MetricCard *shown = card(key); shown && !shown->isLoading() && !isEmpty(key))
            found += shown;
    }
    return found;
}

void MetricsPane::refreshKeys()
{
    bool isNew = false;
    for (const QString &key : m_run->metrics()->keys()) {
        if (m_cards.contains(key) || SystemMetric::isOne(key))
            continue;
        m_cards.insert(key, makeCard(key));
        isNew = true;
    }
    m_system->refreshCharts();
    if (isNew)
        arrange();
    // A metric that was read and has no values is not shown.
    const bool has = !std::ranges::all_of(m_cards, [this](const MetricCard *shown) { return isEmpty(shown->key()); });
    m_tools->setVisible(has || m_system->hasCharts());
    if (has || m_system->hasCharts())
        showContent(has);
    else if (m_error->hasError())
        m_stack->showNothing();
    else if (!m_run->hasContent() || (!m_run->metrics()->keys().isEmpty() && !m_run->metrics()->isLoaded()))
        m_stack->showLoading();
    else
        m_stack->showEmpty();
    if (!m_run->isActive() && m_run->hasContent())
        m_empty->setSentence(noMetrics(false));
}

void MetricsPane::showContent(bool hasOwn)
{
    m_noneYet->setText(noMetrics(m_run->isActive()));
    m_noneYet->setVisible(!hasOwn);
    m_board->setVisible(hasOwn);
    m_stack->showContent();
}

void MetricsPane::refreshError()
{
    const Error &error = m_run->metrics()->error();
    if (error.text.isEmpty())
        m_error->clear();
    else
        m_error->setError(tr("The metrics could not be read."), error);
    refreshKeys();
}

MetricCard *MetricsPane::makeCard(const QString &key)
{
    auto *made = new MetricCard(key, m_board);
    made->chart()->setAxis(MetricAxis(m_axis->currentData().toInt()));
    made->chart()->setSmoothing(m_smoothing->currentData().toDouble());
    made->chart()->showX(m_x);
    const auto &last = m_run->run().lastMetrics;
    if (m_run->metrics()->isComplete(key))
        made->setSeries(*m_run->metrics()->series(key));
    else
        made->setLoading(last.contains(key) ? std::optional(last.value(key)) : std::nullopt);
    connect(made->chart(), &MetricChart::cursorMoved, this, &MetricsPane::setCursorX);
    connect(made->chart(), &MetricChart::xViewChosen, this,
            [this, made](const std::optional<MetricSeries::Range> &x) { showX(made->chart(), x); });
    connect(made->chart(), &MetricChart::windowWanted, this, [this, made](const MetricView &view) {
        m_run->metrics()->want(made->key(), view);
        m_comparison.want(made, view);
    });
    m_comparison.addCard(made);
    connect(made, &MetricCard::exported, this, [this](const QString &fileName, const Result<qint64> &size) {
        if (!m_navigator)
            return;
        if (size)
            m_navigator->notify(tr("Saved %1").arg(QDir::toNativeSeparators(fileName)), Notice::Done);
        else
            m_navigator->notify(size.error());
    });
    return made;
}

// All charts show the same part of x, so that they can be compared from top to bottom.
void MetricsPane::showX(const MetricChart *chosen, const std::optional<MetricSeries::Range> &x)
{
    m_x = x;
    for (MetricCard *shown : std::as_const(m_cards)) {
        if (shown->chart() != chosen)
            shown->chart()->showX(x);
    }
}

bool MetricsPane::isEmpty(const QString &key) const
{
    const MetricsBoard *board = m_run->metrics();
    return board->isComplete(key) && board->series(key)->isEmpty();
}

void MetricsPane::arrangeIfOthers()
{
    const auto isWrong = [this](const MetricCard *shown) { return !shown->isHidden() && isEmpty(shown->key()); };
    if (std::ranges::any_of(m_cards, isWrong))
        arrange();
}

void MetricsPane::setCursorX(std::optional<double> x)
{
    for (MetricCard *shown : std::as_const(m_cards))
        shown->setCursorX(x);
}

void MetricsPane::arrange()
{
    const int columns = std::max(1, (width() - 2 * Theme::Group) / CardWidth);
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    const QString wanted = m_filter->text().trimmed();
    int at = 0;
    for (const QString &key : m_run->metrics()->keys()) {
        MetricCard *shown = card(key);
        if (!shown)
            continue;
        const bool fits = key.contains(wanted, Qt::CaseInsensitive) && !isEmpty(key);
        shown->setVisible(fits);
        if (fits) {
            m_grid->addWidget(shown, at / columns, at % columns);
            shown->raise(); // assistive technology reads cards in the order in which they are stacked
            ++at;
        }
    }
    for (int i = 0; i < std::max(columns, m_columns); ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_columns = columns;
    m_system->setColumns(columns);
}

void MetricsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (std::max(1, (width() - 2 * Theme::Group) / CardWidth) != m_columns)
        arrange();
}

void MetricsPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QVariantMap MetricsPane::saveState() const
{
    return {{u"axis"_s, m_axis->currentIndex()},
            {u"smoothing"_s, m_smoothing->currentIndex()},
            {u"comparison"_s, m_comparison.saveState()}};
}

void MetricsPane::restoreState(const QVariantMap &state)
{
    m_axis->setCurrentIndex(std::clamp(state.value(u"axis"_s, 0).toInt(), 0, m_axis->count() - 1));
    m_smoothing->setCurrentIndex(std::clamp(state.value(u"smoothing"_s, 0).toInt(), 0, m_smoothing->count() - 1));
    m_comparison.restoreState(state.value(u"comparison"_s).toMap());
}

} // namespace Roost::Ui
