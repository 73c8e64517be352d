// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

namespace Roost::Ui {

/// Shows an image: fitted into the view, or with its actual pixels and scroll bars. Small images are enlarged by a
/// whole factor, so that their pixels stay visible.
class ImageView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);

    /// `size` is that of the original, of which `image` may be a smaller version.
    void setImage(const QImage &image, const QSize &size);
    const QImage &image() const { return m_image; }
    void setActualPixels(bool actual);
    bool isActualPixels() const { return m_actual; }
    /// Returns the factor from the original to the screen.
    double factor() const;

Q_SIGNALS:
    /// Emitted on a double click or Enter.
    void activated();
    void factorChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Canvas;
    void arrange();

    QImage m_image;
    QSize m_size;
    bool m_actual = false;
    Canvas *m_canvas;
};

} // namespace Roost::Ui
