// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/mediacards.h"

#include "ui/media/histogramcard.h"
#include "ui/media/imagecard.h"
#include "ui/media/textcard.h"

namespace Roost::Ui {

using namespace Items;

MediaCard *makeMediaCard(RunMedia &media, const MediaKey &key, QWidget *parent)
{
    switch (key.kind) {
    case MediaKind::Image:
        return new ImageCard(media, key, parent);
    case MediaKind::Histogram:
        return new HistogramCard(media, key, parent);
    case MediaKind::Text:
        break;
    }
    return new TextCard(media, key, parent);
}

} // namespace Roost::Ui
