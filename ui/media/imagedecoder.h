// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace Roost::Ui {

/// An image that was decoded from the bytes of a file.
struct DecodedImage
{
    QImage image;   // possibly smaller than the original
    QSize size;     // of the original, in pixels
    QString suffix; // of a file of this format: "png"
};

/// Decodes images that a script has written, in another thread. The bytes are not trusted: only raster formats are
/// decoded, and the size is checked before memory is allocated.
namespace ImageDecoder {

/// The greatest number of pixels that is decoded.
inline constexpr qint64 MostPixels = 64'000'000;

/// Decodes the image, scaled down to fit into `bound` unless that is empty. Fails with Unreadable or Rejected.
Future<DecodedImage> decode(const QByteArray &bytes, const QSize &bound);
/// Does the same in this thread.
Result<DecodedImage> decodeNow(const QByteArray &bytes, const QSize &bound);

} // namespace ImageDecoder

} // namespace Roost::Ui
