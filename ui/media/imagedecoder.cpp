// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/imagedecoder.h"

#include "models/items/base/format.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QThreadPool>

#include <algorithm>

namespace Roost::Ui::ImageDecoder {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImageDecoder)
};

// Formats with scripts, links or several pages are not among them.
QString suffixOf(const QByteArray &format)
{
    if (format == "jpeg" || format == "jpg")
        return u"jpg"_s;
    if (format == "png" || format == "gif" || format == "webp" || format == "bmp")
        return QString::fromLatin1(format);
    return {};
}

// Recognizes the format from the first bytes, before a decoder is chosen by content.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF8"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.sliced(std::min<qsizetype>(8, bytes.size())).startsWith("WEBP"))
        return "webp";
    if (bytes.startsWith("BM"))
        return "bmp";
    return {};
}

} // namespace

Result<DecodedImage> decodeNow(const QByteArray &bytes, const QSize &bound)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty() || !QImageReader::supportedImageFormats().contains(format)) {
        return failure(ErrorKind::Unreadable,
                       Words::tr("This is not an image that can be shown: it is not PNG, JPEG, GIF, WebP or BMP. "
                                 "Save it to open it with another program."));
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return failure(ErrorKind::Unreadable, Words::tr("The image is damaged: it has no size."), reader.errorString());
    if (qint64(size.width()) * size.height() > MostPixels) {
        return failure(ErrorKind::Rejected, Words::tr("The image is too large to be shown: %1 × %2 pixels. Save it to "
                                                      "open it with another program.")
                                                .arg(Format::count(size.width()), Format::count(size.height())));
    }
    if (!bound.isEmpty() && (size.width() > bound.width() || size.height() > bound.height()))
        reader.setScaledSize(size.scaled(bound, Qt::KeepAspectRatio).expandedTo({1, 1}));
    DecodedImage decoded{reader.read(), size, suffixOf(format)};
    if (decoded.image.isNull()) {
        return failure(ErrorKind::Unreadable, Words::tr("The image is damaged and cannot be shown."),
                       reader.errorString());
    }
    return decoded;
}

Future<DecodedImage> decode(const QByteArray &bytes, const QSize &bound)
{
    Promise<DecodedImage> promise;
    QThreadPool::globalInstance()->start([promise, bytes, bound] {
        if (!promise.isCanceled())
            promise.resolve(decodeNow(bytes, bound));
    });
    return promise.future();
}

} // namespace Roost::Ui::ImageDecoder
