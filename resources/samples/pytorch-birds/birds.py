# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws pictures of chickens and turkeys. The same seed results in the same picture on every machine."""

import math
import random

import numpy as np
from PIL import Image, ImageDraw

SIZE = 64        # width and height of a picture
TRAIN = 120      # number of pictures of each class for training
VALIDATION = 100  # and for validation
SCALE = 4        # drawn larger, then scaled down for smooth edges

SKIES = ((196, 222, 240), (240, 226, 196), (214, 208, 232), (224, 236, 214))
GROUNDS = ((122, 150, 84), (168, 142, 96), (142, 160, 132), (186, 168, 120))
CHICKENS = ((236, 230, 216), (214, 160, 92), (188, 108, 62), (90, 84, 86))
TURKEYS = ((92, 62, 46), (70, 58, 60), (120, 84, 56), (206, 198, 186))


def _vary(rng, colour, by=18):
    return tuple(max(0, min(255, part + rng.randint(-by, by))) for part in colour)


def _oval(draw, x, y, rx, ry, fill):
    draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=fill)


class _Pen:
    """Draws in coordinates relative to the bird's middle, in units of its size; the bird faces right or left."""

    def __init__(self, draw, x, y, size, facing):
        self.draw, self.x, self.y, self.size, self.facing = draw, x, y, size, facing

    def at(self, x, y):
        return self.x + self.facing * x * self.size, self.y + y * self.size

    def oval(self, x, y, rx, ry, fill):
        cx, cy = self.at(x, y)
        _oval(self.draw, cx, cy, rx * self.size, ry * self.size, fill)

    def shape(self, points, fill):
        self.draw.polygon([self.at(x, y) for x, y in points], fill=fill)

    def line(self, points, fill, width):
        self.draw.line([self.at(x, y) for x, y in points], fill=fill, width=max(1, int(width * self.size)))


def _legs(pen, rng, length):
    colour = _vary(rng, (214, 150, 60))
    for x in (-0.08, 0.1):
        pen.line([(x, 0.3), (x, 0.3 + length), (x + 0.1, 0.3 + length)], colour, 0.04)


def _chicken(pen, rng):
    """Draws a round body, a small upright tail, and a head with a red comb."""
    body = _vary(rng, rng.choice(CHICKENS))
    wing = tuple(int(part * 0.82) for part in body)
    red = _vary(rng, (206, 46, 40))
    _legs(pen, rng, 0.22)
    pen.shape([(-0.3, 0.05), (-0.62, -0.34 - rng.random() * 0.12), (-0.46, 0.12), (-0.2, 0.25)], wing)
    pen.oval(0, 0.08, 0.42, 0.32, body)
    pen.shape([(0.12, 0.1), (0.24, -0.42), (0.46, -0.36), (0.4, 0.1)], body)
    pen.oval(0.34, -0.42, 0.15, 0.14, body)
    for i in range(3):
        pen.oval(0.26 + i * 0.09, -0.57 - (0.03 if i == 1 else 0), 0.055, 0.07, red)
    pen.oval(0.44, -0.28, 0.04, 0.08, red)
    pen.shape([(0.47, -0.45), (0.64, -0.4), (0.47, -0.36)], _vary(rng, (232, 176, 60)))
    pen.oval(0.39, -0.45, 0.028, 0.028, (20, 20, 20))
    pen.oval(-0.08, 0.08, 0.22, 0.16, wing)


def _turkey(pen, rng):
    """Draws a fan of tail feathers behind a heavy body, and a bare head with a red wattle."""
    body = _vary(rng, rng.choice(TURKEYS))
    tip = _vary(rng, (216, 188, 140))
    band = _vary(rng, (150, 92, 52))
    spread = math.radians(rng.uniform(55, 85))
    reach = rng.uniform(0.62, 0.78)
    feathers = rng.randint(7, 11)
    for layer, colour in ((1.0, tip), (0.88, band), (0.72, body)):
        for i in range(feathers):
            angle = -math.pi / 2 - 0.25 + spread * (2 * i / (feathers - 1) - 1)
            x, y = math.cos(angle) * reach * layer, math.sin(angle) * reach * layer
            pen.oval(-0.08 + x * 0.8, 0.1 + y * 0.8, 0.15 * layer, 0.15 * layer, colour)
            pen.line([(-0.08, 0.1), (-0.08 + x * 0.8, 0.1 + y * 0.8)], colour, 0.16 * layer)
    _legs(pen, rng, 0.2)
    pen.oval(0.02, 0.12, 0.38, 0.32, body)
    skin = _vary(rng, (150, 158, 184))
    pen.line([(0.26, 0.02), (0.36, -0.28)], skin, 0.11)
    pen.oval(0.38, -0.33, 0.1, 0.1, skin)
    pen.oval(0.44, -0.14, 0.06, 0.14, _vary(rng, (200, 40, 44)))
    pen.shape([(0.46, -0.38), (0.6, -0.32), (0.46, -0.29)], _vary(rng, (220, 170, 80)))
    pen.oval(0.41, -0.36, 0.022, 0.022, (20, 20, 20))
    pen.oval(-0.06, 0.12, 0.2, 0.16, tuple(int(part * 0.8) for part in body))


def draw(name, seed):
    """Returns a picture of `name` ("chicken" or "turkey"): an array of SIZE x SIZE x 3 bytes."""
    rng = random.Random(f"{name} {seed}")
    side = SIZE * SCALE
    image = Image.new("RGB", (side, side), _vary(rng, rng.choice(SKIES)))
    canvas = ImageDraw.Draw(image)
    horizon = rng.uniform(0.6, 0.8) * side
    canvas.rectangle((0, horizon, side, side), fill=_vary(rng, rng.choice(GROUNDS)))
    for _ in range(rng.randint(3, 9)):
        x, y = rng.uniform(0, side), rng.uniform(horizon, side)
        _oval(canvas, x, y, side * 0.02, side * 0.012, _vary(rng, (110, 120, 80), 40))
    pen = _Pen(canvas, rng.uniform(0.4, 0.6) * side, rng.uniform(0.5, 0.62) * side, rng.uniform(0.42, 0.62) * side,
               rng.choice((-1, 1)))
    (_chicken if name == "chicken" else _turkey)(pen, rng)
    image = image.rotate(rng.uniform(-8, 8), Image.BILINEAR, fillcolor=image.getpixel((2, 2)))
    pixels = np.asarray(image.resize((SIZE, SIZE), Image.LANCZOS), dtype=np.int16)
    noise = np.random.RandomState(seed % 2**31).randint(-10, 11, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)
