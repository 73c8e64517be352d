// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/imageview.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

// Paints the image over its whole area.
class ImageView::Canvas : public QWidget
{
public:
    explicit Canvas(ImageView *view)
        : m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const QImage &image = m_view->m_image;
        if (image.isNull())
            return;
        QPainter painter(this);
        const QSize size = (QSizeF(m_view->m_size) * m_view->factor()).toSize().expandedTo({1, 1});
        const QRect place(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view->factor() * devicePixelRatioF() < 1);
        painter.drawImage(place, image);
        painter.setPen(Theme::color(Theme::Role::Line));
        painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5));
    }

private:
    ImageView *m_view;
};

ImageView::ImageView(QWidget *parent)
    : QScrollArea(parent)
    , m_canvas(new Canvas(this))
{
    setObjectName(u"mediaImage"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setWidget(m_canvas);
    setWidgetResizable(true);
    setMinimumHeight(60);
    viewport()->setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_canvas->setAutoFillBackground(false);
    m_canvas->installEventFilter(this);
}

void ImageView::setImage(const QImage &image, const QSize &size)
{
    m_image = image;
    m_size = size;
    arrange();
}

void ImageView::setActualPixels(bool actual)
{
    m_actual = actual;
    arrange();
}

double ImageView::factor() const
{
    const double pixel = 1 / devicePixelRatioF();
    if (m_size.isEmpty() || m_actual)
        return pixel;
    const QSizeF room = QSizeF(viewport()->size() - QSize(2, 2)).expandedTo({1, 1});
    const double fitting = std::min(room.width() / m_size.width(), room.height() / m_size.height());
    return fitting > pixel ? std::max(1.0, std::floor(fitting / pixel)) * pixel : fitting;
}

void ImageView::arrange()
{
    // The scroll bars of a fitted image would take room from it.
    const auto bars = m_actual ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    setHorizontalScrollBarPolicy(bars);
    setVerticalScrollBarPolicy(bars);
    m_canvas->setMinimumSize(m_actual ? (QSizeF(m_size) * factor()).toSize() + QSize(2, 2) : QSize(0, 0));
    m_canvas->update();
    Q_EMIT factorChanged();
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_canvas->update();
    Q_EMIT factorChanged();
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT activated();
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QScrollArea::keyPressEvent(event);
}

// The wheel scrolls the page over a fitted image.
void ImageView::wheelEvent(QWheelEvent *event)
{
    if (m_actual)
        QScrollArea::wheelEvent(event);
    else
        event->ignore();
}

bool ImageView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonDblClick) {
        Q_EMIT activated();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace Roost::Ui
