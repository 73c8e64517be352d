// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Roost::Ui::Theme {

using namespace Items;

namespace {

struct Shade
{
    QRgb light;
    QRgb dark;
};

constexpr Shade shadeOf(Role role)
{
    switch (role) {
    case Role::Surface:
        return {0xffffffff, 0xff1b1d21};
    case Role::SurfaceRaised:
        return {0xfff4f5f7, 0xff24272c};
    case Role::SurfaceSunken:
        return {0xfffafbfc, 0xff16181b};
    case Role::Hover:
        return {0xffebedf0, 0xff2e3238};
    case Role::Selection:
        return {0xffd5e5f8, 0xff21405f};
    case Role::Line:
        return {0xffdfe2e6, 0xff363a41};
    case Role::Border:
        return {0xff878d96, 0xff767d88};
    case Role::Text:
        return {0xff1c2025, 0xffe4e7eb};
    case Role::TextSecondary:
        return {0xff596069, 0xffa4abb5};
    case Role::TextDisabled:
        return {0xff8b919a, 0xff767d88};
    case Role::Accent:
        return {0xff1f5fa8, 0xff7cb3f0};
    case Role::AccentText:
        return {0xffffffff, 0xff10141a};
    case Role::Queued:
        return {0xff5f6873, 0xffa9b1bc};
    case Role::Preparing:
        return {0xff71559f, 0xffbda5e6};
    case Role::Running:
        return {0xff1f66b3, 0xff6db0f2};
    case Role::Done:
        return {0xff1b7a43, 0xff6cc48c};
    case Role::Failed:
        return {0xffc0271f, 0xfff28b80};
    case Role::Canceled:
        return {0xff62666d, 0xffa0a6af};
    case Role::Warning:
        return {0xff8f5a00, 0xffe3b04e};
    }
    return {0, 0};
}

// Okabe-Ito without black, then the four strongest colours at two other lightnesses. On a light ground the orange is
// darkened for contrast, so the vermilion next to it is darkened too.
constexpr std::array<Shade, 15> Series = {{{0xff0072b2, 0xff0072b2},
                                           {0xffe69f00, 0xffe69f00},
                                           {0xff009e73, 0xff009e73},
                                           {0xffb33f00, 0xffd55e00},
                                           {0xff56b4e9, 0xff56b4e9},
                                           {0xffcc79a7, 0xffcc79a7},
                                           {0xfff0e442, 0xfff0e442},
                                           {0xff004a75, 0xff8fc1e3},
                                           {0xff8f6300, 0xfff2cf80},
                                           {0xff00664b, 0xff80cfb9},
                                           {0xff8a3d00, 0xffeaae80},
                                           {0xff7fa9c9, 0xff5c86a6},
                                           {0xffc7a15a, 0xffa3803c},
                                           {0xff6fb8a2, 0xff4f9380},
                                           {0xffdf9a6c, 0xffb87a50}}};

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// The minimum distance in CIE L*a*b* at which two lines are not confused.
constexpr double ClearDistance = 35;

std::array<double, 3> labOf(const QColor &color)
{
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor &a, const QColor &b)
{
    const auto first = labOf(a);
    const auto second = labOf(b);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

Scheme &current()
{
    static Scheme theScheme = Scheme::Light;
    return theScheme;
}

} // namespace

Scheme scheme()
{
    return current();
}

void setScheme(Scheme scheme)
{
    current() = scheme;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor seenOn(const QColor &ground, QColor color, double wanted)
{
    const float step = luminance(ground) > 0.5 ? -0.01F : 0.01F;
    while (contrast(color, ground) < wanted) {
        float hue = 0;
        float saturation = 0;
        float lightness = 0;
        color.getHslF(&hue, &saturation, &lightness);
        lightness = std::clamp(lightness + step, 0.0F, 1.0F);
        color = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness);
        if (lightness <= 0.0F || lightness >= 1.0F)
            break;
    }
    return color;
}

QColor color(Role role, Scheme scheme)
{
    const Shade shade = shadeOf(role);
    return QColor::fromRgb(scheme == Scheme::Dark ? shade.dark : shade.light);
}

QColor color(Role role)
{
    return color(role, scheme());
}

QColor tint(Role role, double alpha)
{
    const QColor over = color(role);
    const QColor under = color(Role::Surface);
    const auto mix = [alpha](int a, int b) { return int(std::lround(a * alpha + b * (1 - alpha))); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

Role roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Role::TextSecondary;
    case Tone::Queued:
        return Role::Queued;
    case Tone::Preparing:
        return Role::Preparing;
    case Tone::Running:
        return Role::Running;
    case Tone::Done:
        return Role::Done;
    case Tone::Failed:
        return Role::Failed;
    case Tone::Canceled:
        return Role::Canceled;
    case Tone::Warning:
        return Role::Warning;
    }
    return Role::TextSecondary;
}

QColor color(Tone tone)
{
    return color(roleOf(tone));
}

QColor series(int index, Scheme scheme)
{
    const Shade shade = Series.at(size_t(index) % Series.size());
    const QColor base = QColor::fromRgb(scheme == Scheme::Dark ? shade.dark : shade.light);
    return seenOn(color(Role::Surface, scheme), base, 3.0);
}

QColor series(int index)
{
    return series(index, scheme());
}

QColor seriesOf(const QString &key)
{
    return series(seriesIndexOf(key));
}

int seriesIndexOf(const QString &key)
{
    // FNV-1a, with an initial value that gives loss, accuracy, val_loss and lr clearly different colours.
    quint32 hash = 2166144267U;
    for (const char byte : key.toUtf8()) {
        hash ^= quint8(byte);
        hash *= 16777619U;
    }
    return int((hash ^ (hash >> 15)) % Series.size());
}

int seriesApart(int index, const QList<QColor> &taken)
{
    int farthest = index;
    double best = -1;
    for (int place = index; place < index + int(Series.size()); ++place) {
        double nearest = ClearDistance;
        for (const QColor &other : taken)
            nearest = std::min(nearest, difference(series(place), other));
        if (nearest >= ClearDistance)
            return place;
        if (nearest > best) {
            best = nearest;
            farthest = place;
        }
    }
    return farthest;
}

QPalette palette(Scheme scheme)
{
    const auto get = [scheme](Role role) { return color(role, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, get(Role::Surface));
    palette.setColor(QPalette::WindowText, get(Role::Text));
    palette.setColor(QPalette::Base, get(Role::Surface));
    palette.setColor(QPalette::AlternateBase, get(Role::SurfaceSunken));
    palette.setColor(QPalette::Text, get(Role::Text));
    palette.setColor(QPalette::PlaceholderText, get(Role::TextDisabled));
    palette.setColor(QPalette::Button, get(Role::SurfaceRaised));
    palette.setColor(QPalette::ButtonText, get(Role::Text));
    palette.setColor(QPalette::BrightText, get(Role::Failed));
    palette.setColor(QPalette::ToolTipBase, get(Role::SurfaceRaised));
    palette.setColor(QPalette::ToolTipText, get(Role::Text));
    palette.setColor(QPalette::Highlight, get(Role::Selection));
    palette.setColor(QPalette::HighlightedText, get(Role::Text));
    palette.setColor(QPalette::Accent, get(Role::Accent));
    palette.setColor(QPalette::Link, get(Role::Accent));
    palette.setColor(QPalette::LinkVisited, get(Role::Accent));
    palette.setColor(QPalette::Light, get(Role::Hover));
    palette.setColor(QPalette::Midlight, get(Role::Line));
    palette.setColor(QPalette::Mid, get(Role::Line));
    palette.setColor(QPalette::Dark, get(Role::Border));
    palette.setColor(QPalette::Shadow, get(Role::Border));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, get(Role::TextDisabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, get(Role::Hover));
    palette.setColor(QPalette::Disabled, QPalette::Accent, get(Role::Border));
    return palette;
}

} // namespace Roost::Ui::Theme
