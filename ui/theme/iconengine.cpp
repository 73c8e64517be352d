// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace Roost::Ui::Theme {

using namespace Qt::StringLiterals;

namespace {

QByteArray sourceOf(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd())
        return *known;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    sources.insert(name, source);
    return source;
}

} // namespace

IconEngine::IconEngine(QString name, Role role)
    : m_name(std::move(name))
    , m_role(role)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, draw((QSizeF(rect.size()) * ratio).toSize(), colorOf(mode)));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return draw(size, colorOf(mode));
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // `size` is in device-independent pixels.
    QPixmap picture = draw((QSizeF(size) * scale).toSize(), colorOf(mode));
    picture.setDevicePixelRatio(scale);
    return picture;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"RoostIcon"_s;
}

bool IconEngine::isNull()
{
    return sourceOf(m_name).isEmpty();
}

QColor IconEngine::colorOf(QIcon::Mode mode) const
{
    return color(mode == QIcon::Disabled ? Role::TextDisabled : m_role);
}

QPixmap IconEngine::draw(const QSize &pixels, const QColor &color) const
{
    const QByteArray source = sourceOf(m_name);
    if (source.isEmpty() || pixels.isEmpty())
        return {};
    const QString key = u"roost:%1:%2:%3x%4"_s.arg(m_name, color.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    QByteArray tinted = source;
    tinted.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(tinted);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    picture = QPixmap(pixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace Roost::Ui::Theme
