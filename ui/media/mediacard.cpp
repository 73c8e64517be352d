// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/mediacard.h"

#include "models/items/base/format.h"
#include "ui/media/stepslider.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSaveFile>
#include <QThreadPool>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

Result<qint64> write(const QByteArray &bytes, const QString &fileName)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Failed, MediaCard::tr("%1 could not be written.").arg(fileName), file.errorString());
    return bytes.size();
}

QToolButton *makeButton(const QString &name, const QString &icon, const QString &label)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(label);
    button->setToolTip(label);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

MediaCard::MediaCard(RunMedia &media, const MediaKey &key, QWidget *parent)
    : QFrame(parent)
    , m_media(media)
    , m_key(key)
    , m_title(new ElidedLabel(Format::isolated(key.tag), this))
    , m_note(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_enlarge(makeButton(u"mediaEnlarge"_s, u"fit"_s, tr("Enlarge")))
    , m_more(makeButton(u"mediaMenu"_s, u"more"_s, tr("What to do with %1").arg(Format::isolated(key.tag))))
    , m_head(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_words(new Label({}, Theme::Role::TextSecondary, 1.0, QFont::Normal, this))
    , m_slider(new StepSlider(key.tag, this))
{
    setObjectName(u"mediaCard:"_s + key.folder + u':' + key.tag);
    buildHead();
    m_words->setObjectName(u"mediaProblem"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->hide();
    m_column->setContentsMargins(Theme::Inside + Theme::Step, Theme::Inside, Theme::Inside + Theme::Step,
                                 Theme::Inside);
    m_column->setSpacing(Theme::Step);
    m_column->addLayout(m_head);
    m_column->addWidget(m_words, 1);
    m_column->addWidget(m_slider);
    connect(m_slider, &StepSlider::chosen, this, [this] {
        const MediaRecord *record = chosen();
        m_wanted = record ? std::optional(*record) : std::nullopt;
        update(); // the value is read when the card is painted
    });
}

void MediaCard::buildHead()
{
    m_title->setObjectName(u"mediaTitle"_s);
    m_title->setFont(Theme::font(1.0, QFont::DemiBold));
    m_title->setElide(Qt::ElideMiddle);
    m_note->setObjectName(u"mediaNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(Theme::tabular(m_note->font()));
    m_head->setSpacing(Theme::Inside);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_note);
    m_head->addWidget(m_enlarge);
    m_head->addWidget(m_more);
    connect(m_enlarge, &QToolButton::clicked, this, [this] { Q_EMIT enlargeWanted(!m_enlarged); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void MediaCard::setBody(QWidget *body)
{
    m_body = body;
    m_column->insertWidget(1, body, 1);
}

void MediaCard::setFolderShown(bool shown)
{
    const QString tag = Format::isolated(m_key.tag);
    const QString name = shown ? tag + u"  ·  "_s + Format::isolated(m_key.folder) : tag;
    m_title->setText(name);
    setAccessibleName(name);
}

void MediaCard::refresh()
{
    if (const MediaSeries *now = series())
        m_slider->setRecords(now->records());
}

const MediaRecord *MediaCard::chosen() const
{
    const MediaSeries *now = series();
    const int index = m_slider->index();
    return now && index >= 0 && index < now->size() ? &now->records()[size_t(index)] : nullptr;
}

// While a value is being read, the one before stays visible.
void MediaCard::load()
{
    if (!m_wanted || m_loaded == m_wanted || m_query.isWaiting())
        return;
    const MediaRecord wanted = *m_wanted;
    m_query.watch(m_media.content(m_key, wanted), [this, wanted](Result<MediaContent> content) {
        m_loaded = wanted;
        if (content)
            showContent(*content);
        else
            showProblem(content.error().text);
        if (m_loaded != m_wanted)
            update();
    });
}

void MediaCard::release()
{
    m_query.cancel();
    if (!m_loaded)
        return;
    m_loaded.reset();
    clearContent();
}

void MediaCard::showValue()
{
    m_words->hide();
    m_body->show();
    Q_EMIT loaded();
}

void MediaCard::showProblem(const QString &sentence)
{
    m_words->setText(sentence);
    m_body->hide();
    m_words->show();
    setNote({});
    Q_EMIT loaded();
}

QString MediaCard::problem() const
{
    return m_words->isHidden() ? QString() : m_words->text();
}

void MediaCard::setNote(const QString &note)
{
    m_note->setText(note);
}

void MediaCard::setEnlarged(bool enlarged)
{
    m_enlarged = enlarged;
    const QString label = enlarged ? tr("Back to all (Esc)") : tr("Enlarge");
    m_enlarge->setIcon(Theme::icon(enlarged ? u"close"_s : u"fit"_s));
    m_enlarge->setToolTip(label);
    m_enlarge->setAccessibleName(label);
}

void MediaCard::saveBytes(const QString &title, const QString &suffix, const QString &filter,
                          const std::function<QByteArray()> &bytes)
{
    const MediaRecord *record = chosen();
    if (!record)
        return;
    QString name = m_key.tag + u"_step_"_s + QString::number(record->step) + u'.' + suffix;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && !u"._- "_s.contains(c))
            c = u'_';
    }
    if (name.startsWith(u'.'))
        name[0] = u'_';
    const QString fileName = QFileDialog::getSaveFileName(this, title, QDir::home().filePath(name.right(120)), filter);
    if (fileName.isEmpty())
        return;
    Promise<qint64> promise;
    QThreadPool::globalInstance()->start(
        [promise, content = bytes(), fileName] { promise.resolve(write(content, fileName)); });
    m_saving.watch(promise.future(), [this, fileName](Result<qint64> size) { Q_EMIT saved(fileName, size); });
}

void MediaCard::showMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"mediaContextMenu"_s);
    fillMenu(&menu);
    menu.addSeparator();
    menu.addAction(m_enlarge->icon(), m_enlarge->toolTip(), this, [this] { Q_EMIT enlargeWanted(!m_enlarged); });
    menu.exec(at);
}

void MediaCard::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->globalPos());
}

void MediaCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_enlarged)
        Q_EMIT enlargeWanted(false);
    else
        QFrame::keyPressEvent(event);
}

void MediaCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.setBrush(Theme::color(Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    // Only a card on the screen is painted. The request is made from the event loop, because it may change widgets.
    if (m_wanted && m_loaded != m_wanted)
        QMetaObject::invokeMethod(this, &MediaCard::load, Qt::QueuedConnection);
}

} // namespace Roost::Ui
