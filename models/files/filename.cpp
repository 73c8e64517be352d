// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/filename.h"

#include <QUtf8StringView>

#include <algorithm>

namespace Roost::Files {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t firstByteCharacter = 0xEF80;
constexpr char32_t lastByteCharacter = 0xEFFF;
constexpr char32_t byteOffset = 0xEF00;

bool isByteCharacter(QChar character)
{
    return character.unicode() >= firstByteCharacter && character.unicode() <= lastByteCharacter;
}

struct Sequence
{
    char32_t character = 0;
    qsizetype length = 0; // 0: no valid UTF-8 begins here
};

Sequence sequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&bytes](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size() ||
        !QUtf8StringView(bytes.data() + at, length).isValidUtf8())
        return {};
    char32_t character = lead & (0xFF >> (length + 1));
    for (int i = 1; i < length; ++i)
        character = (character << 6) | (byte(at + i) & 0x3F);
    return {character, length};
}

QString decoded(QByteArrayView bytes, bool escapesByteCharacters)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const Sequence next = sequenceAt(bytes, at);
        const bool isOne = next.character >= firstByteCharacter && next.character <= lastByteCharacter;
        if (next.length == 0 || (isOne && escapesByteCharacters)) {
            // Continuation bytes are not valid beginnings either, so each of them is escaped next.
            text += QChar(char16_t(byteOffset + static_cast<unsigned char>(bytes[at])));
            ++at;
            continue;
        }
        text += QChar::fromUcs4(next.character);
        at += next.length;
    }
    return text;
}

} // namespace

QString textOf(QByteArrayView name)
{
    return decoded(name, true);
}

QByteArray bytesOf(QStringView text)
{
    QByteArray bytes;
    qsizetype plain = 0; // the beginning of the part that is not in `bytes` yet
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isByteCharacter(text[i]))
            continue;
        bytes += text.sliced(plain, i - plain).toUtf8();
        bytes += char(text[i].unicode() - byteOffset);
        plain = i + 1;
    }
    return bytes + text.sliced(plain).toUtf8();
}

QString textOfInput(QByteArrayView given)
{
    return decoded(given, false);
}

bool hasByteCharacters(QStringView text)
{
    return std::ranges::any_of(text, isByteCharacter);
}

QString readableText(QStringView text)
{
    QString readable;
    readable.reserve(text.size());
    for (const QChar character : text) {
        if (isByteCharacter(character))
            readable += u"\\x%1"_s.arg(character.unicode() - byteOffset, 2, 16, QChar(u'0'));
        else
            readable += character;
    }
    return readable;
}

} // namespace Roost::Files
