// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/jsontext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace Roost::Wire {

namespace {

/// Returns whether the byte of a UTF-8 text stands for itself within a JSON string.
bool isPlain(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\';
}

void appendEscaped(QByteArray &to, char byte)
{
    switch (byte) {
    case '"':
    case '\\':
        to += '\\';
        to += byte;
        return;
    case '\n':
        to += "\\n";
        return;
    case '\r':
        to += "\\r";
        return;
    case '\t':
        to += "\\t";
        return;
    default:
        to += "\\u00";
        to += QByteArray(1, byte).toHex();
    }
}

} // namespace

void JsonText::separate()
{
    if (!m_isFirst)
        m_text += ',';
    m_isFirst = false;
}

void JsonText::open(char sign)
{
    separate();
    m_text += sign;
    m_isFirst = true;
}

void JsonText::close(char sign)
{
    m_text += sign;
    m_isFirst = false;
}

void JsonText::key(std::string_view name)
{
    separate();
    m_text += '"';
    m_text.append(name.data(), qsizetype(name.size()));
    m_text += "\":";
    m_isFirst = true;
}

void JsonText::value(QStringView text)
{
    separate();
    m_text += '"';
    const QByteArray utf8 = text.toUtf8();
    qsizetype begin = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (isPlain(utf8.at(at)))
            continue;
        m_text.append(utf8.constData() + begin, at - begin);
        appendEscaped(m_text, utf8.at(at));
        begin = at + 1;
    }
    m_text.append(utf8.constData() + begin, utf8.size() - begin);
    m_text += '"';
}

void JsonText::value(bool truth)
{
    separate();
    m_text += truth ? "true" : "false";
}

void JsonText::value(double number)
{
    separate();
    if (std::isnan(number)) {
        m_text += "\"NaN\"";
        return;
    }
    if (std::isinf(number)) {
        m_text += number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_text.append(digits.data(), end.ptr - digits.data());
}

void JsonText::whole(qint64 number)
{
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_text.append(digits.data(), end.ptr - digits.data());
}

} // namespace Roost::Wire
