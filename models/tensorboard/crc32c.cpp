// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/crc32c.h"

#include <array>
#include <bit>

namespace Roost::TensorBoard {

namespace {

constexpr quint32 reversedPolynomial = 0x82f63b78;
constexpr quint32 maskDelta = 0xa282ead8;

constexpr std::array<quint32, 256> table = [] {
    std::array<quint32, 256> rows{};
    for (quint32 byte = 0; byte < rows.size(); ++byte) {
        quint32 rest = byte;
        for (int bit = 0; bit < 8; ++bit)
            rest = (rest >> 1) ^ ((rest & 1) != 0 ? reversedPolynomial : 0);
        rows[byte] = rest;
    }
    return rows;
}();

} // namespace

quint32 crc32c(QByteArrayView bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

quint32 maskedCrc32c(QByteArrayView bytes)
{
    return std::rotr(crc32c(bytes), 15) + maskDelta;
}

} // namespace Roost::TensorBoard
