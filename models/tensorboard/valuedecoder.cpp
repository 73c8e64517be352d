// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/valuedecoder.h"

#include "models/tensorboard/event.pb.h"

#include <QFloat16>
#include <QLocale>
#include <QtEndian>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace Roost::TensorBoard {

namespace {

using Content = decltype(EventValue::value);

// The types of tensors, as the public format numbers them.
enum DataType {
    Float = 1,
    Double = 2,
    Int32 = 3,
    Uint8 = 4,
    Int16 = 5,
    Int8 = 6,
    String = 7,
    Int64 = 9,
    Bool = 10,
    Bfloat16 = 14,
    Uint16 = 17,
    Half = 19,
    Uint32 = 22,
    Uint64 = 23
};

constexpr qsizetype mostNumbers = 1'000'000;

QByteArray bytesOf(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

double fromHalf(quint16 bits)
{
    return double(float(std::bit_cast<qfloat16>(bits)));
}

double fromBfloat16(quint16 bits)
{
    return std::bit_cast<float>(quint32(bits) << 16);
}

template <typename T, typename Convert>
QList<double> packed(const std::string &content, Convert convert)
{
    QList<double> numbers;
    const qsizetype count = std::min(qsizetype(content.size() / sizeof(T)), mostNumbers);
    numbers.reserve(count);
    for (qsizetype at = 0; at < count; ++at)
        numbers.append(double(convert(qFromLittleEndian<T>(content.data() + at * qsizetype(sizeof(T))))));
    return numbers;
}

template <typename T>
QList<double> packed(const std::string &content)
{
    return packed<T>(content, [](T number) { return number; });
}

template <typename List, typename Convert>
QList<double> listed(const List &list, Convert convert)
{
    QList<double> numbers;
    for (const auto &one : list)
        numbers.append(double(convert(one)));
    return numbers;
}

// Returns the numbers of a tensor: packed bytes, or a list of the type. Complex numbers and texts are none.
QList<double> numbersOf(const Format::Tensor &tensor)
{
    const std::string &content = tensor.content();
    const auto same = [](auto number) { return number; };
    switch (tensor.dtype()) {
    case Float:
        return content.empty() ? listed(tensor.float_val(), same) : packed<float>(content);
    case Double:
        return content.empty() ? listed(tensor.double_val(), same) : packed<double>(content);
    case Int32:
        return content.empty() ? listed(tensor.int_val(), same) : packed<qint32>(content);
    case Uint8:
        return content.empty() ? listed(tensor.int_val(), same) : packed<quint8>(content);
    case Int16:
        return content.empty() ? listed(tensor.int_val(), same) : packed<qint16>(content);
    case Uint16:
        return content.empty() ? listed(tensor.int_val(), same) : packed<quint16>(content);
    case Int8:
        return content.empty() ? listed(tensor.int_val(), same) : packed<qint8>(content);
    case Int64:
        return content.empty() ? listed(tensor.int64_val(), same) : packed<qint64>(content);
    case Uint32:
        return content.empty() ? listed(tensor.uint32_val(), same) : packed<quint32>(content);
    case Uint64:
        return content.empty() ? listed(tensor.uint64_val(), same) : packed<quint64>(content);
    case Bool:
        return content.empty() ? listed(tensor.bool_val(), same) : packed<quint8>(content);
    case Half:
        return content.empty() ? listed(tensor.half_val(), fromHalf) : packed<quint16>(content, fromHalf);
    case Bfloat16:
        return content.empty() ? listed(tensor.half_val(), fromBfloat16) : packed<quint16>(content, fromBfloat16);
    default:
        return {};
    }
}

std::optional<Content> scalarOf(const Format::Tensor &tensor)
{
    const QList<double> numbers = numbersOf(tensor);
    if (numbers.size() != 1)
        return std::nullopt;
    return EventScalar{numbers.first()};
}

// The tensor has a row for each bucket: its left end, its right end, and the count.
std::optional<Content> histogramOf(const Format::Tensor &tensor)
{
    const QList<double> numbers = numbersOf(tensor);
    if (numbers.size() % 3 != 0)
        return std::nullopt;
    EventHistogram histogram;
    for (qsizetype at = 0; at < numbers.size(); at += 3)
        histogram.buckets.append({numbers[at], numbers[at + 1], numbers[at + 2]});
    return histogram;
}

// The older form has only the right end of each bucket; the first begins at the minimum, the last ends at the maximum.
std::optional<Content> histogramOf(const Format::Histogram &histogram)
{
    const int count = histogram.bucket_size();
    if (count != histogram.bucket_limit_size())
        return std::nullopt;
    EventHistogram found;
    for (int at = 0; at < count; ++at) {
        found.buckets.append({at == 0 ? histogram.min() : histogram.bucket_limit(at - 1),
                              at == count - 1 ? histogram.max() : histogram.bucket_limit(at), histogram.bucket(at)});
    }
    return found;
}

// The texts of the tensor are the width, the height, and the encoded images.
std::optional<Content> imagesOf(const Format::Tensor &tensor)
{
    if (tensor.string_val_size() < 2)
        return std::nullopt;
    EventImages images;
    images.width = bytesOf(tensor.string_val(0)).toInt();
    images.height = bytesOf(tensor.string_val(1)).toInt();
    for (int at = 2; at < tensor.string_val_size(); ++at)
        images.encoded.append(bytesOf(tensor.string_val(at)));
    return images;
}

std::optional<Content> textOf(const Format::Tensor &tensor)
{
    if (tensor.dtype() != String)
        return std::nullopt;
    EventText text;
    for (const std::string &one : tensor.string_val())
        text.texts.append(QString::fromUtf8(one));
    if (tensor.shape().dim_size() == 2)
        text.columns = int(std::clamp<qint64>(tensor.shape().dim(1).size(), 0, text.texts.size()));
    return text;
}

QString textOf(const Format::ParameterValue &value)
{
    switch (value.kind_case()) {
    case Format::ParameterValue::kNumberValue:
        return QLocale::c().toString(value.number_value(), 'g', QLocale::FloatingPointShortest);
    case Format::ParameterValue::kStringValue:
        return QString::fromUtf8(value.string_value());
    case Format::ParameterValue::kBoolValue:
        return value.bool_value() ? u"true"_s : u"false"_s;
    default:
        return {};
    }
}

std::optional<Content> hyperparametersOf(const std::string &content)
{
    Format::HParams plugin;
    if (!plugin.ParseFromString(content) || !plugin.has_session_start())
        return std::nullopt;
    EventHyperparameters found;
    for (const auto &entry : plugin.session_start().hparams())
        found.values.insert(QString::fromUtf8(entry.key()), textOf(entry.value()));
    return found;
}

std::optional<Content> tensorContent(const Format::Tensor &tensor, const QString &plugin)
{
    if (plugin == "scalars"_L1)
        return scalarOf(tensor);
    if (plugin == "images"_L1)
        return imagesOf(tensor);
    if (plugin == "histograms"_L1)
        return histogramOf(tensor);
    if (plugin == "text"_L1)
        return textOf(tensor);
    if (!plugin.isEmpty())
        return EventOther{plugin};
    return tensor.dtype() == String ? textOf(tensor) : scalarOf(tensor);
}

} // namespace

std::optional<Content> decodeValue(const Format::Summary_Value &value, const QString &plugin)
{
    if (plugin == "hparams"_L1)
        return hyperparametersOf(value.metadata().plugin_data().content());
    switch (value.value_case()) {
    case Format::Summary_Value::kSimpleValue:
        return EventScalar{value.simple_value()};
    case Format::Summary_Value::kImage:
        return EventImages{{bytesOf(value.image().encoded())}, value.image().width(), value.image().height()};
    case Format::Summary_Value::kHistogram:
        return histogramOf(value.histogram());
    case Format::Summary_Value::kAudio:
        return EventOther{u"audio"_s};
    case Format::Summary_Value::kTensor:
        return tensorContent(value.tensor(), plugin);
    default:
        return std::nullopt;
    }
}

} // namespace Roost::TensorBoard
