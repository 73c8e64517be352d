// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/runmedia.h"

#include <QWidget>

namespace Roost::Ui {

class MediaCard;

/// Creates the card for the kind of `key`. `media` must outlive the card.
MediaCard *makeMediaCard(Items::RunMedia &media, const Items::MediaKey &key, QWidget *parent);

} // namespace Roost::Ui
