// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/imagecard.h"

#include "models/items/base/format.h"
#include "ui/media/imageview.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

ImageCard::ImageCard(RunMedia &media, const MediaKey &key, QWidget *parent)
    : MediaCard(media, key, parent)
    , m_view(new ImageView)
    , m_actual(new QToolButton)
{
    m_view->setAccessibleName(tr("Image %1").arg(Format::isolated(key.tag)));
    setBody(m_view);
    m_actual->setObjectName(u"mediaActual"_s);
    m_actual->setText(tr("Actual pixels"));
    m_actual->setIcon(Theme::icon(u"zoom-in"_s));
    m_actual->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actual->setToolTip(tr("Show each pixel of the image as one pixel of the screen, or fit the image into the page"));
    m_actual->setAutoRaise(true);
    m_actual->setCheckable(true);
    m_actual->setFocusPolicy(Qt::TabFocus);
    m_actual->hide();
    head()->insertWidget(2, m_actual);
    connect(m_actual, &QToolButton::toggled, m_view, &ImageView::setActualPixels);
    connect(m_view, &ImageView::activated, this, [this] { Q_EMIT enlargeWanted(!isEnlarged()); });
    connect(m_view, &ImageView::factorChanged, this, &ImageCard::refreshNote);
}

void ImageCard::showContent(const MediaContent &content)
{
    const auto *bytes = std::get_if<QByteArray>(&content);
    if (!bytes)
        return;
    m_bytes = *bytes;
    decode();
}

void ImageCard::decode()
{
    // A card shows a small version; the page shows all pixels.
    const QSize bound = isEnlarged() ? QSize() : m_view->maximumViewportSize().expandedTo({320, 200}) * 2;
    m_decoding.watch(ImageDecoder::decode(m_bytes, bound), [this](Result<DecodedImage> decoded) {
        if (!decoded) {
            m_decoded = {};
            m_view->setImage({}, {});
            showProblem(decoded.error().text);
            return;
        }
        m_decoded = *decoded;
        m_view->setImage(m_decoded.image, m_decoded.size);
        showValue();
        refreshNote();
    });
}

void ImageCard::refreshNote()
{
    if (m_decoded.image.isNull())
        return;
    const QString size = tr("%1 × %2").arg(m_decoded.size.width()).arg(m_decoded.size.height());
    const double percent = 100 * m_view->factor() * devicePixelRatioF();
    setNote(isEnlarged() ? tr("%1, %2 %").arg(size, Format::number(std::round(percent))) : size);
    m_view->setAccessibleDescription(tr("%1 pixels").arg(size));
}

void ImageCard::clearContent()
{
    m_decoding.cancel();
    m_bytes.clear();
    m_decoded = {};
    m_view->setImage({}, {});
}

void ImageCard::setEnlarged(bool enlarged)
{
    MediaCard::setEnlarged(enlarged);
    m_actual->setVisible(enlarged);
    if (!enlarged)
        m_actual->setChecked(false);
    if (!m_bytes.isEmpty())
        decode();
}

void ImageCard::fillMenu(QMenu *menu)
{
    const bool has = !m_decoded.image.isNull();
    QAction *copying = menu->addAction(Theme::icon(u"copy"_s), tr("Copy image"), this, &ImageCard::copy);
    copying->setObjectName(u"mediaCopy"_s);
    copying->setEnabled(has);
    QAction *saving = menu->addAction(Theme::icon(u"save"_s), tr("Save image…"), this, &ImageCard::save);
    saving->setObjectName(u"mediaSave"_s);
    saving->setEnabled(!m_bytes.isEmpty());
    if (isEnlarged())
        menu->addAction(m_actual->isChecked() ? tr("Fit") : tr("Actual pixels"), m_actual, &QToolButton::toggle);
}

// The whole image is copied, not the small version that the card shows.
void ImageCard::copy()
{
    if (m_bytes.isEmpty())
        return;
    m_copying.watch(ImageDecoder::decode(m_bytes, {}), [this](Result<DecodedImage> decoded) {
        if (decoded)
            QGuiApplication::clipboard()->setImage(decoded->image);
        else
            showProblem(decoded.error().text);
    });
}

void ImageCard::save()
{
    if (m_bytes.isEmpty())
        return;
    const QString suffix = m_decoded.suffix.isEmpty() ? u"bin"_s : m_decoded.suffix;
    saveBytes(tr("Save image"), suffix, tr("Images (*.%1)").arg(suffix), [this] { return m_bytes; });
}

} // namespace Roost::Ui
