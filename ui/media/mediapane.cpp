// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/mediapane.h"

#include "models/items/base/format.h"
#include "ui/media/hyperparameterstable.h"
#include "ui/media/mediacard.h"
#include "ui/media/mediacards.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/skeleton.h"

#include <QDir>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 420;
constexpr int HyperparametersOnly = 3; // after the kinds of media

int heightOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return 300;
    case MediaKind::Histogram:
        return 260;
    case MediaKind::Text:
        break;
    }
    return 190;
}

QString prefixOf(const MediaKey &key)
{
    const qsizetype slash = key.tag.indexOf(u'/');
    return slash > 0 ? key.tag.first(slash) : QString();
}

} // namespace

MediaPane::MediaPane(RunMedia &media, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_media(media)
    , m_navigator(navigator)
    , m_tools(buildTools())
    , m_area(new QScrollArea)
    , m_board(new QWidget)
    , m_sectionColumn(new QVBoxLayout)
    , m_page(new QWidget)
    , m_hyperparameters(new HyperparametersTable)
    , m_empty(new EmptyState(u"image"_s, {}))
    , m_stack(new ContentStack(buildPage(), m_empty))
    , m_error(new ErrorBar)
    , m_damage(new Bar)
    , m_paused(new Bar)
    , m_work(new QVBoxLayout)
{
    setObjectName(u"mediaPane"_s);
    auto *resume = m_paused->addButton(tr("Read on"), u"mediaResume"_s);
    m_paused->setObjectName(u"mediaPaused"_s);
    m_paused->hide();
    m_damage->setObjectName(u"mediaDamage"_s);
    m_damage->hide();
    connect(resume, &QPushButton::clicked, &m_media, &RunMedia::resume);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_damage);
    column->addWidget(m_paused);
    column->addLayout(m_work);
    column->addWidget(m_tools);
    column->addWidget(m_stack, 1);
    connect(m_error, &ErrorBar::retry, &m_media, &RunMedia::retry);
    connect(&m_media, &RunMedia::changed, this, &MediaPane::refresh);
    m_releaseTimer.setSingleShot(true);
    m_releaseTimer.setInterval(300);
    connect(&m_releaseTimer, &QTimer::timeout, this, &MediaPane::releaseHidden);
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_releaseTimer.start(); });
    refresh();
}

QWidget *MediaPane::buildPage()
{
    m_board->setObjectName(u"mediaBoard"_s);
    m_area->setObjectName(u"mediaScroll"_s);
    m_area->setAccessibleName(tr("Media"));
    m_area->setWidget(m_board);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *board = new QVBoxLayout(m_board);
    board->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Group);
    board->setSpacing(Theme::Group);
    board->addLayout(m_sectionColumn);
    board->addWidget(m_hyperparameters);
    board->addStretch(1);
    m_sectionColumn->setSpacing(Theme::Group);
    m_page->setObjectName(u"mediaPage"_s);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Group);
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    column->addWidget(m_page);
    m_page->hide();
    return both;
}

QWidget *MediaPane::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Step);
    row->setSpacing(Theme::Inside);
    m_filter = new QLineEdit(tools);
    m_filter->setObjectName(u"mediaFilter"_s);
    m_filter->setAccessibleName(tr("Filter media"));
    m_filter->setPlaceholderText(tr("Filter media"));
    m_filter->setToolTip(tr("Show only entries whose name contains this text (Ctrl+L)"));
    m_filter->addAction(Theme::icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    connect(m_filter, &QLineEdit::textChanged, this, &MediaPane::arrange);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    m_kind = new QComboBox(tools);
    m_kind->setObjectName(u"mediaKind"_s);
    m_kind->setAccessibleName(tr("Show"));
    m_kind->addItem(tr("everything"), -1);
    m_kind->addItem(tr("images"), int(MediaKind::Image));
    m_kind->addItem(tr("histograms"), int(MediaKind::Histogram));
    m_kind->addItem(tr("texts"), int(MediaKind::Text));
    m_kind->addItem(tr("hyperparameters"), HyperparametersOnly);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MediaPane::arrange);
    auto *label = new Label(tr("Show"), Theme::Role::Text, 1.0, QFont::Normal, tools);
    label->setBuddy(m_kind);
    row->addWidget(label);
    row->addWidget(m_kind);
    return tools;
}

MediaCard *MediaPane::card(const MediaKey &key) const
{
    const MediaSection *found = m_sections.value(prefixOf(key));
    return found ? found->card(key) : nullptr;
}

MediaSection *MediaPane::section(const QString &prefix)
{
    MediaSection *&found = m_sections[prefix];
    if (!found) {
        found = new MediaSection(prefix.isEmpty() ? tr("Without prefix") : prefix,
                                 [this](const MediaKey &key) { return makeCard(key); });
        const int at = int(std::distance(m_sections.constBegin(), m_sections.constFind(prefix)));
        m_sectionColumn->insertWidget(at, found);
    }
    return found;
}

MediaCard *MediaPane::makeCard(const MediaKey &key)
{
    MediaCard *made = makeMediaCard(m_media, key, m_board);
    made->setFixedHeight(heightOf(key.kind));
    made->setFolderShown(m_media.index().hasFolders());
    made->refresh();
    connect(made, &MediaCard::enlargeWanted, this, [this, made](bool enlarged) { setEnlarged(made, enlarged); });
    connect(made, &MediaCard::saved, this, [this](const QString &fileName, const Result<qint64> &size) {
        if (!m_navigator)
            return;
        if (size)
            m_navigator->notify(tr("Saved %1").arg(QDir::toNativeSeparators(fileName)), Notice::Done);
        else
            m_navigator->notify(size.error());
    });
    return made;
}

void MediaPane::setEnlarged(MediaCard *card, bool enlarged)
{
    if (enlarged == (m_enlarged == card))
        return;
    m_enlarged = enlarged ? card : nullptr;
    if (enlarged) {
        card->setMinimumHeight(0);
        card->setMaximumHeight(QWIDGETSIZE_MAX);
        m_page->layout()->addWidget(card);
    } else {
        card->setFixedHeight(heightOf(card->key().kind));
    }
    m_tools->setVisible(!enlarged);
    m_area->setVisible(!enlarged);
    m_page->setVisible(enlarged);
    card->setEnlarged(enlarged);
    card->show();
    if (!enlarged) {
        arrange();
        m_area->ensureWidgetVisible(card);
    }
    card->setFocus(Qt::OtherFocusReason);
}

bool MediaPane::goBack()
{
    if (!m_enlarged)
        return false;
    setEnlarged(m_enlarged, false);
    return true;
}

void MediaPane::refresh()
{
    refreshBars();
    if (m_media.index().revision() != std::exchange(m_revision, m_media.index().revision())) {
        for (const MediaSection *part : std::as_const(m_sections)) {
            for (MediaCard *shown : part->cards()) {
                shown->setFolderShown(m_media.index().hasFolders());
                shown->refresh();
            }
        }
        m_hyperparameters->setSessions(m_media.index().sessions());
    }
    arrange();
}

void MediaPane::refreshBars()
{
    QList<RunMedia::Problem> errors;
    QList<RunMedia::Problem> damages;
    for (const RunMedia::Problem &problem : m_media.problems())
        (problem.isDamage ? damages : errors) += problem;
    const auto more = [](qsizetype count) {
        return count > 1 ? u' ' + tr("%n more files have problems.", nullptr, int(count - 1)) : QString();
    };
    if (errors.isEmpty())
        m_error->clear();
    else
        m_error->setError(tr("%1 could not be read.").arg(Format::isolated(errors.first().path)) + more(errors.size()),
                          errors.first().error);
    if (!damages.isEmpty())
        m_damage->setMessage(Tone::Warning, u"warning"_s, Format::isolated(damages.first().path),
                             damages.first().error.text + more(damages.size()));
    m_damage->setVisible(!damages.isEmpty());
    if (m_media.isPaused()) {
        m_paused->setMessage(Tone::Warning, u"warning"_s,
                             tr("The event files were read in part: %1 of %2.")
                                 .arg(Format::bytes(m_media.readBytes()), Format::bytes(m_media.totalBytes())));
    }
    m_paused->setVisible(m_media.isPaused());
    if (m_progress && m_progress->work() != m_media.work()) {
        m_progress->deleteLater();
        m_progress = nullptr;
    }
    if (!m_progress && m_media.work()) {
        m_progress = new ProgressStrip(m_media.work());
        m_progress->setObjectName(u"mediaProgress"_s);
        m_work->addWidget(m_progress);
    }
}

bool MediaPane::fits(const MediaKey &key) const
{
    const int kind = m_kind->currentData().toInt();
    const QString wanted = m_filter->text().trimmed();
    return (kind < 0 || kind == int(key.kind)) &&
           (key.name().contains(wanted, Qt::CaseInsensitive) || key.folder.contains(wanted, Qt::CaseInsensitive));
}

int MediaPane::columns() const
{
    return std::max(1, (width() - 2 * Theme::Group) / CardWidth);
}

void MediaPane::arrange()
{
    QMap<QString, QList<MediaKey>> byPrefix;
    for (const MediaKey &key : m_media.index().keys()) {
        if (fits(key))
            byPrefix[prefixOf(key)] += key;
    }
    for (const QString &prefix : byPrefix.keys())
        section(prefix);
    bool hasMatch = !byPrefix.isEmpty();
    for (const auto &[prefix, part] : m_sections.asKeyValueRange()) {
        const auto keys = byPrefix.value(prefix);
        part->arrange(keys, columns());
        part->setTitleShown(m_sections.size() > 1 || !prefix.isEmpty());
        part->setVisible(!keys.isEmpty());
    }
    const int kind = m_kind->currentData().toInt();
    m_hyperparameters->setFilter(m_filter->text().trimmed());
    const bool hasTable = (kind < 0 || kind == HyperparametersOnly) && !m_hyperparameters->isEmpty();
    m_hyperparameters->setVisible(hasTable);
    hasMatch |= hasTable;
    refreshStack(hasMatch);
}

void MediaPane::refreshStack(bool hasMatch)
{
    const bool has = !m_media.index().isEmpty();
    m_tools->setVisible(has && !m_enlarged);
    if (hasMatch) {
        m_stack->showContent();
    } else if (has) {
        m_empty->setSentence(tr("No match. Change the filter or what is shown."));
        m_stack->showEmpty();
    } else if (m_media.isReading()) {
        m_stack->showLoading();
    } else if (m_error->hasError()) {
        m_stack->showNothing();
    } else {
        m_empty->setSentence(
            tr("No images, histograms, texts or hyperparameters yet. What the script logs with a SummaryWriter of "
               "TensorBoard below ./logs or ./outputs appears here: add_image, add_histogram, add_text, add_hparams."));
        m_stack->showEmpty();
    }
}

// A card out of sight gives its image free; it reads it again when it comes into view.
void MediaPane::releaseHidden()
{
    for (const MediaSection *part : std::as_const(m_sections)) {
        for (MediaCard *shown : part->cards()) {
            if (shown->visibleRegion().isEmpty())
                shown->release();
        }
    }
}

void MediaPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_media.setShown(true);
}

void MediaPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_media.setShown(false);
}

void MediaPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MediaPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !goBack())
        QWidget::keyPressEvent(event);
}

void MediaPane::focusFilter()
{
    goBack();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QVariantMap MediaPane::saveState() const
{
    return {{u"kind"_s, m_kind->currentIndex()}};
}

void MediaPane::restoreState(const QVariantMap &state)
{
    m_kind->setCurrentIndex(std::clamp(state.value(u"kind"_s, 0).toInt(), 0, m_kind->count() - 1));
}

} // namespace Roost::Ui
