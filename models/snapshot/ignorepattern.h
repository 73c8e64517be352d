// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <bitset>
#include <optional>
#include <vector>

namespace Roost::Snapshot {

/// A path prepared for patterns: its characters (UCS-4) by segment. Split once, then match many patterns.
class PathSegments
{
public:
    explicit PathSegments(const QString &path);
    /// Returns the same path with a '/' at the end.
    PathSegments withSlash() const;

    const QList<QList<char32_t>> &segments() const { return m_segments; }

private:
    QList<QList<char32_t>> m_segments;
};

/// One git pattern without its '!'. A pattern matches a path or a folder above it. Matching never backtracks further
/// than to the last '*' of a segment and the last '**' of the pattern, so the number of steps is bounded by the product
/// of the lengths of pattern and path.
class IgnorePattern
{
public:
    /// Returns nothing for a pattern that matches no path.
    static std::optional<IgnorePattern> parse(const QString &pattern);

    /// Returns whether the pattern matches. `steps`, if not null, is increased by the number of compared characters.
    bool matches(const PathSegments &path, qint64 *steps = nullptr) const;

private:
    /// A class such as [a-z] or [!a].
    struct CharacterClass
    {
        std::bitset<128> ascii;
        QRegularExpression other; // for characters outside of ASCII

        bool contains(char32_t c) const;
    };
    struct Atom
    {
        enum class Kind { Character, AnyCharacter, AnyText, Class };
        Kind kind = Kind::Character;
        char32_t character = 0;
        qsizetype classIndex = 0;
    };
    struct Segment
    {
        bool isAnyFolders = false; // '**'
        bool isNonEmpty = false;   // '*' alone
        std::vector<Atom> atoms;
    };

    static std::optional<CharacterClass> parseClass(QStringView glob, qsizetype &at, bool &isValid);
    bool parseSegment(const QString &glob);
    bool matchesAtom(const Atom &atom, char32_t c) const;
    bool matchesSegment(const Segment &segment, const QList<char32_t> &text, qint64 &steps) const;

    std::vector<Segment> m_segments;
    std::vector<CharacterClass> m_classes;
    bool m_needsFolder = false; // "**/": matches every path in a folder
};

} // namespace Roost::Snapshot
