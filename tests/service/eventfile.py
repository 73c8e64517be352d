# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes TensorBoard event files without TensorBoard, for tests and benchmarks: an own framing, CRC and encoding."""

import os
import struct
import time


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return struct.pack("<I", (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF)


def framed(data):
    length = struct.pack("<Q", len(data))
    return length + masked(length) + data + masked(data)


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def field(number, data):
    """A field of bytes or of a message."""
    return varint(number << 3 | 2) + varint(len(data)) + data


def event(step, content, wall=None):
    wall = time.time() if wall is None else wall
    return framed(b"\x09" + struct.pack("<d", wall) + b"\x10" + varint(step) + content)


def scalar(tag, value, step, wall=None):
    data = field(1, tag.encode()) + b"\x15" + struct.pack("<f", value)
    return event(step, field(5, field(1, data)), wall)


def restart(step):
    return event(step, field(7, b"\x08\x01"))


def hyperparameters(values):
    entries = b"".join(field(1, field(1, k.encode()) + field(2, field(3, str(v).encode()))) for k, v in values.items())
    plugin = field(1, b"hparams") + field(2, field(3, entries))
    return event(0, field(5, field(1, field(1, b"_hparams_/session_start_info") + field(9, field(1, plugin)))))


class Writer:
    """Writes each record at once, without a buffer."""

    def __init__(self, folder, suffix=""):
        os.makedirs(folder, exist_ok=True)
        self.file = open(os.path.join(folder, f"events.out.tfevents.{time.time():.6f}.{os.getpid()}{suffix}"), "ab", 0)
        self.file.write(event(0, field(3, b"brain.Event:2")))

    def add(self, record):
        self.file.write(record)

    def add_scalar(self, tag, value, step):
        self.add(scalar(tag, value, step))
