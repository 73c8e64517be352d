// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metriccard.h"

#include "models/items/base/format.h"
#include "models/items/metrics/bestvalue.h"
#include "ui/metrics/chartlegend.h"
#include "ui/metrics/metricchart.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QSaveFile>
#include <QStackedLayout>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int ChartHeight = 190;

constexpr QSize PictureSize(960, 540);
constexpr double PictureScale = 2;

Result<qint64> write(const QByteArray &bytes, const QString &fileName)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Failed, MetricCard::tr("%1 could not be written.").arg(fileName), file.errorString());
    return bytes.size();
}

} // namespace

MetricCard::MetricCard(const QString &key, QWidget *parent)
    : MetricCard(key, key, parent)
{
}

MetricCard::MetricCard(const QString &key, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_key(key)
    , m_name(title)
    , m_title(new ElidedLabel(title, this))
    , m_note(new Label({}, Theme::Role::Warning, 1.0, QFont::Normal, this))
    , m_value(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold, this))
    , m_best(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_legend(new ChartLegend(this))
    , m_chart(new MetricChart(key, this))
    , m_more(new QToolButton(this))
    , m_single(new Label({}, Theme::Role::Text, 2 * Theme::Title, QFont::Normal, this))
    , m_skeleton(new Skeleton(this))
    , m_body(new QStackedLayout)
    , m_ownName(title)
{
    setObjectName(u"metricCard:"_s + key);
    setAccessibleName(tr("Metric %1").arg(Format::isolated(title)));
    QFont bold = Theme::font(1.0, QFont::DemiBold);
    m_title->setFont(bold);
    m_value->setObjectName(u"metricValue:"_s + key);
    m_value->setFont(Theme::tabular(bold));
    m_best->setObjectName(u"metricBest:"_s + key);
    m_best->setFont(Theme::tabular(m_best->font()));
    m_more->setObjectName(u"metricMenu:"_s + key);
    m_more->setIcon(Theme::icon(u"more"_s));
    m_more->setAutoRaise(true);
    m_more->setAccessibleName(tr("What to do with %1").arg(Format::isolated(title)));
    m_more->setToolTip(tr("Log axis, smoothing, comparison, export"));
    m_more->setFocusPolicy(Qt::TabFocus);
    connect(m_more, &QToolButton::clicked, this, [this] {
        QMenu menu(this);
        fillMenu(&menu);
        menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Inside);
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    head->addWidget(m_best);
    head->addWidget(m_value);
    head->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Inside + Theme::Step, Theme::Inside, Theme::Inside, Theme::Inside);
    column->setSpacing(Theme::Step);
    column->addLayout(head);
    column->addWidget(m_legend);
    connect(m_legend, &ChartLegend::removeWanted, this, &MetricCard::removeWanted);
    m_chart->setMinimumHeight(ChartHeight);
    m_single->setObjectName(u"metricSingle:"_s + key);
    m_single->setFont(Theme::tabular(m_single->font()));
    m_single->setAlignment(Qt::AlignCenter);
    m_single->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QWidget *part :
         {static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_single), static_cast<QWidget *>(m_skeleton)})
        m_body->addWidget(part);
    column->addLayout(m_body, 1);
    m_chart->setWords([this] { return inWords(); });
    connect(m_chart, &MetricChart::smoothingChanged, this, &MetricCard::refreshText);
}

void MetricCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.setBrush(Theme::color(Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

void MetricCard::setSeries(const MetricSeries &series)
{
    m_loading = false;
    m_chart->setSeries(series);
    refreshText();
    refreshBody();
}

void MetricCard::setLoading(std::optional<double> last)
{
    m_loading = true;
    m_last = last;
    refreshText();
    refreshBody();
}

void MetricCard::refreshBody()
{
    const bool isSingle = !m_loading && m_lines.isEmpty() && m_chart->series().size() == 1;
    m_body->setCurrentWidget(m_loading  ? static_cast<QWidget *>(m_skeleton)
                             : isSingle ? static_cast<QWidget *>(m_single)
                                        : static_cast<QWidget *>(m_chart));
    m_value->setVisible(!isSingle);
}

void MetricCard::setOwnName(const QString &name)
{
    m_ownName = name;
    refreshLegend();
}

void MetricCard::setLine(const QString &id, const QString &name, const MetricSeries &series)
{
    if (!m_chart->line(id))
        m_lines.append({id, name});
    m_chart->setLine(id, series);
    refreshLegend();
    refreshBody();
}

void MetricCard::removeLine(const QString &id)
{
    m_lines.removeIf([&id](const auto &line) { return line.first == id; });
    m_chart->removeLine(id);
    refreshLegend();
    refreshBody();
}

void MetricCard::setRemovable(bool removable)
{
    m_legend->setRemovable(removable);
}

void MetricCard::refreshLegend()
{
    const auto cursor = m_chart->cursorX();
    const auto valueAt = [this, cursor](const QString &id) {
        const MetricSeries &series = m_chart->shown(id);
        return valueOf(cursor ? series.nearest(*cursor) : series.last());
    };
    QList<ChartLegend::Entry> entries;
    if (!m_lines.isEmpty())
        entries.append({{}, m_ownName, m_chart->colorOf({}), valueAt({})});
    for (const auto &[id, name] : std::as_const(m_lines))
        entries.append({id, name, m_chart->colorOf(id), valueAt(id)});
    m_legend->setEntries(entries);
}

void MetricCard::setCursorX(std::optional<double> x)
{
    m_chart->setCursorX(x);
    refreshText();
}

QString MetricCard::valueText() const
{
    return m_value->text();
}

QString MetricCard::valueOf(const std::optional<MetricSeries::Sample> &sample) const
{
    return sample ? Format::number(sample->y) : u"–"_s;
}

// The value is that of the visible line; the text indicates whether it is smoothed.
void MetricCard::refreshText()
{
    const MetricSeries &series = m_chart->series();
    const auto cursor = m_chart->cursorX();
    const auto sampleOf = [cursor](const MetricSeries &of) { return cursor ? of.nearest(*cursor) : of.last(); };
    const auto logged = sampleOf(series);
    const auto sample = sampleOf(m_chart->shown());
    if (m_loading || !sample || !logged) {
        m_value->setText(m_loading && m_last ? Format::number(*m_last) : u"–"_s);
        m_value->setToolTip({});
    } else {
        const bool isSmooth = m_chart->smoothing() > 0;
        const QString at = placeOf(series, sample->x);
        const QString value = isSmooth ? tr("%1 smoothed").arg(valueOf(sample)) : valueOf(sample);
        m_value->setText(cursor ? textAtCursor(value, at) : value);
        m_value->setToolTip(isSmooth ? tr("%1 logged, %2 smoothed at %3")
                                           .arg(Format::exactNumber(logged->y), Format::exactNumber(sample->y), at)
                                     : tr("%1 at %2").arg(Format::exactNumber(sample->y), at));
        const auto x = series.xRange();
        if (const auto y = x && !cursor ? series.yRange(x->low, x->high) : std::nullopt) {
            m_value->setToolTip(
                m_value->toolTip() + u'\n' +
                tr("lowest %1, highest %2").arg(Format::exactNumber(y->low), Format::exactNumber(y->high)));
        }
        m_single->setText(valueOf(logged));
        m_single->setToolTip(tr("%1 at %2").arg(Format::exactNumber(logged->y), at));
    }
    m_value->setAccessibleName(tr("Value of %1: %2").arg(Format::isolated(m_name), m_value->text()));
    m_single->setAccessibleName(m_value->accessibleName());
    m_value->setRole(sample && !std::isfinite(sample->y) ? Theme::Role::Warning : Theme::Role::Text);
    const auto bad = m_loading ? std::optional<double>() : series.firstNotFinite();
    m_note->setText(bad ? tr("%n values not finite", nullptr, int(series.notFiniteCount())) : QString());
    m_note->setToolTip(bad ? tr("NaN or infinite, first at %1").arg(Format::number(*bad)) : QString());
    m_best->setText(m_loading || series.size() < 2 ? QString() : bestText(m_key, series, &MetricCard::placeOf));
    m_best->setVisible(!m_best->text().isEmpty());
    m_chart->setAccessibleDescription(m_value->text());
    refreshLegend();
}

// A bucket with several points has no single value.
QString MetricCard::textAtCursor(const QString &value, const QString &at) const
{
    const WindowedSeries *windowed = m_chart->series().windowed();
    const auto *bucket = windowed && m_chart->cursorX() ? windowed->nearest(*m_chart->cursorX()) : nullptr;
    if (!bucket || bucket->count == 1 || m_chart->smoothing() > 0)
        return value + u"  @ "_s + at;
    const bool isStep = windowed->axis() == MetricAxis::Step;
    const QString place = isStep ? tr("steps %1 to %2").arg(qint64(bucket->low)).arg(qint64(bucket->high))
                                 : tr("%1 to %2 s").arg(Format::number(bucket->low), Format::number(bucket->high));
    return tr("%1 to %2", "lowest and highest value")
               .arg(Format::number(bucket->least), Format::number(bucket->greatest)) +
           u"  @ "_s + place;
}

QString MetricCard::inWords() const
{
    if (m_loading)
        return tr("Still being read");
    QStringList lines{inWords(m_lines.isEmpty() ? m_name : m_ownName, m_chart->series())};
    for (const auto &[id, name] : m_lines)
        lines += inWords(name, *m_chart->line(id));
    if (m_chart->cursorX())
        lines.prepend(m_value->text());
    return lines.join(u'\n');
}

QString MetricCard::inWords(const QString &name, const MetricSeries &series)
{
    const auto last = series.last();
    const auto x = series.xRange();
    const auto y = x ? series.yRange(x->low, x->high) : std::nullopt;
    if (!last || !y)
        return tr("%1: no values", "name of a metric").arg(Format::isolated(name));
    QString words = tr("%1: last %2, lowest %3, highest %4, from %5 to %6; %n values", nullptr, int(series.size()))
                        .arg(Format::isolated(name), Format::number(last->y), Format::number(y->low),
                             Format::number(y->high), placeOf(series, x->low), placeOf(series, x->high));
    if (series.notFiniteCount() > 0)
        words += u", "_s + tr("%n values not finite", nullptr, int(series.notFiniteCount()));
    return words;
}

QString MetricCard::placeOf(const MetricSeries &series, double x)
{
    return series.axis() == MetricAxis::Step ? tr("step %1").arg(qint64(x)) : tr("%1 s").arg(Format::number(x));
}

void MetricCard::fillMenu(QMenu *menu)
{
    menu->setObjectName(u"metricContextMenu"_s);
    QAction *logarithmic = menu->addAction(tr("Log axis"));
    logarithmic->setObjectName(u"metricLogAxis"_s);
    logarithmic->setCheckable(true);
    logarithmic->setChecked(m_chart->isLogarithmic());
    connect(logarithmic, &QAction::toggled, m_chart, &MetricChart::setLogarithmic);
    QMenu *smoothing = menu->addMenu(tr("Smoothing"));
    auto *group = new QActionGroup(smoothing);
    for (const double weight : {0.0, 0.6, 0.9, 0.97}) {
        QAction *action = smoothing->addAction(weight > 0 ? QLocale().toString(weight) : tr("Off"));
        action->setCheckable(true);
        action->setChecked(m_chart->smoothing() == weight);
        group->addAction(action);
        connect(action, &QAction::triggered, m_chart, [this, weight] { m_chart->setSmoothing(weight); });
    }
    QAction *fit = menu->addAction(Theme::icon(u"fit"_s), tr("Fit"), m_chart, &MetricChart::fit);
    fit->setEnabled(!m_chart->isFitted());
    Q_EMIT menuFilling(menu);
    menu->addSeparator();
    menu->addAction(Theme::icon(u"image"_s), tr("Copy picture"), this, &MetricCard::copyPicture);
    QAction *csv = menu->addAction(Theme::icon(u"table"_s), tr("Export as CSV…"), this, &MetricCard::exportCsv);
    csv->setObjectName(u"metricCsv"_s);
    // The window does not have all points of a very long series.
    if (isWindowed()) {
        csv->setText(tr("Export as CSV: too many values; use \"roostctl export\""));
        csv->setEnabled(false);
    }
}

void MetricCard::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    fillMenu(&menu);
    menu.exec(event->globalPos());
}

// Uses a separate card, because the visible one has its own size, cursor and buttons.
QPixmap MetricCard::picture() const
{
    MetricCard card(m_key, m_name);
    card.setSeries(m_chart->series());
    card.setOwnName(m_ownName);
    for (const auto &[id, name] : m_lines)
        card.setLine(id, name, *m_chart->line(id));
    card.chart()->copyLook(*m_chart);
    card.m_more->hide();
    card.m_legend->setRemovable(false);
    card.m_value->setVisible(m_lines.isEmpty());
    card.setAttribute(Qt::WA_DontShowOnScreen);
    card.resize(PictureSize);
    card.show(); // performs the layout without showing the card
    card.chart()->redrawNow();
    QPixmap picture(PictureSize * PictureScale);
    picture.setDevicePixelRatio(PictureScale);
    picture.fill(Theme::color(Theme::Role::Surface));
    card.render(&picture);
    return picture;
}

void MetricCard::copyPicture()
{
    QGuiApplication::clipboard()->setPixmap(picture());
}

QList<MetricCsv::Column> MetricCard::csvColumns() const
{
    QList<MetricCsv::Column> columns{{m_lines.isEmpty() ? m_name : m_ownName, m_chart->series()}};
    for (const auto &[id, name] : m_lines)
        columns.append({name, *m_chart->line(id)});
    return columns;
}

bool MetricCard::isWindowed() const
{
    const auto has = [this](const auto &line) { return m_chart->line(line.first)->windowed() != nullptr; };
    return m_chart->series().windowed() || std::ranges::any_of(m_lines, has);
}

QByteArray MetricCard::csv() const
{
    return MetricCsv::write(csvColumns());
}

void MetricCard::exportCsv()
{
    QString name = m_key;
    name.replace(u'/', u'_');
    const QString fileName = QFileDialog::getSaveFileName(this, tr("Export %1").arg(Format::isolated(m_name)),
                                                          QDir::home().filePath(name + u".csv"_s), tr("CSV (*.csv)"));
    if (fileName.isEmpty())
        return;
    Promise<qint64> promise;
    QThreadPool::globalInstance()->start(
        [promise, columns = csvColumns(), fileName] { promise.resolve(write(MetricCsv::write(columns), fileName)); });
    m_exporting.watch(promise.future(), [this, fileName](Result<qint64> size) { Q_EMIT exported(fileName, size); });
}

} // namespace Roost::Ui
