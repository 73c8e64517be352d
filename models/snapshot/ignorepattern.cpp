// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/ignorepattern.h"

#include "models/core/wholematch.h"

#include <utility>

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

namespace {

// Returns the segments of a pattern with the '**' that git implies; empty for a pattern that matches nothing.
QStringList segmentsOf(const QString &pattern)
{
    QStringList segments = pattern.split(u'/');
    for (qsizetype i = segments.size() - 1; i > 0; --i) {
        if (segments[i] == "**"_L1 && segments[i - 1] == "**"_L1)
            segments.removeAt(i);
    }
    if (segments.first().isEmpty()) {
        segments.removeFirst(); // a leading '/' anchors the pattern at the root, as every inner '/' does
    } else if (segments.size() == 1 || (segments.size() == 2 && segments.last().isEmpty())) {
        if (segments.first() != "**"_L1)
            segments.prepend(u"**"_s);
    }
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.last() = u"**"_s;
    segments.removeAll(QString());
    return segments;
}

QList<char32_t> ucs4(QStringView text)
{
    QList<char32_t> characters;
    characters.reserve(text.size());
    for (const char32_t c : text.toUcs4())
        characters += c;
    return characters;
}

} // namespace

PathSegments::PathSegments(const QString &path)
{
    for (const QStringView segment : QStringView(path).split(u'/'))
        m_segments += ucs4(segment);
}

PathSegments PathSegments::withSlash() const
{
    PathSegments folder = *this;
    folder.m_segments += QList<char32_t>();
    return folder;
}

bool IgnorePattern::CharacterClass::contains(char32_t c) const
{
    return c < ascii.size() ? ascii[c] : other.match(QString::fromUcs4(&c, 1)).hasMatch();
}

// Reads "[a-z]" or "[!a-z]" from `at` on and moves `at` to its end. Returns nothing if it is not closed; sets `isValid`
// to false for a class such as [z-a].
std::optional<IgnorePattern::CharacterClass> IgnorePattern::parseClass(QStringView glob, qsizetype &at, bool &isValid)
{
    qsizetype i = at + 1;
    const bool negated = i < glob.size() && (glob[i] == u'!' || glob[i] == u'^');
    if (negated)
        ++i;
    QString inside;
    bool first = true;
    for (; i < glob.size() && (glob[i] != u']' || first); ++i) {
        first = false;
        if (glob[i] == u'\\' && i + 1 < glob.size())
            ++i;
        if (u"\\[]^&~|"_s.contains(glob[i]))
            inside += u'\\';
        inside += glob[i];
    }
    if (i >= glob.size())
        return std::nullopt;
    at = i;
    CharacterClass made;
    made.other =
        wholeMatch((negated ? u"[^"_s : u"["_s) + inside + u']', QRegularExpression::DotMatchesEverythingOption);
    isValid = isValid && made.other.isValid();
    for (char16_t c = 0; made.other.isValid() && c < made.ascii.size(); ++c)
        made.ascii[c] = made.other.match(QString(QChar(c))).hasMatch();
    return made;
}

// Returns false if the segment contains an invalid class.
bool IgnorePattern::parseSegment(const QString &glob)
{
    Segment segment;
    segment.isAnyFolders = glob == "**"_L1;
    segment.isNonEmpty = glob == "*"_L1;
    bool mayBeClass = true;
    bool isValid = true;
    for (qsizetype i = 0; i < glob.size() && !segment.isAnyFolders; ++i) {
        char32_t c = glob[i].unicode();
        Atom atom;
        if (c == u'*') {
            atom.kind = Atom::Kind::AnyText;
        } else if (c == u'?') {
            atom.kind = Atom::Kind::AnyCharacter;
        } else {
            if (c == u'\\' && i + 1 < glob.size()) {
                c = glob[++i].unicode();
            } else if (c == u'[' && mayBeClass) {
                const auto made = parseClass(glob, i, isValid);
                mayBeClass = made.has_value(); // after an unclosed class there can be no closed one
                if (made) {
                    atom.kind = Atom::Kind::Class;
                    atom.classIndex = qsizetype(m_classes.size());
                    m_classes.push_back(*made);
                }
            }
            if (QChar::isHighSurrogate(c) && i + 1 < glob.size() && glob[i + 1].isLowSurrogate())
                c = QChar::surrogateToUcs4(char16_t(c), glob[++i].unicode());
            atom.character = c;
        }
        segment.atoms.push_back(atom);
    }
    m_segments.push_back(std::move(segment));
    return isValid;
}

std::optional<IgnorePattern> IgnorePattern::parse(const QString &pattern)
{
    IgnorePattern made;
    if (pattern.isEmpty())
        return std::nullopt;
    made.m_needsFolder = pattern == "**/"_L1;
    const QStringList segments = made.m_needsFolder ? QStringList{u"**"_s} : segmentsOf(pattern);
    // "/**/" matches no path, as in Azure ML's implementation.
    if (segments.isEmpty() || segments == QStringList{u"**"_s, u"**"_s})
        return std::nullopt;
    for (const QString &segment : segments) {
        if (!made.parseSegment(segment))
            return std::nullopt;
    }
    return made;
}

bool IgnorePattern::matchesAtom(const Atom &atom, char32_t c) const
{
    switch (atom.kind) {
    case Atom::Kind::Character:
        return atom.character == c;
    case Atom::Kind::Class:
        return m_classes[size_t(atom.classIndex)].contains(c);
    case Atom::Kind::AnyCharacter:
    case Atom::Kind::AnyText:
        break;
    }
    return true;
}

// After a mismatch only the last '*' matches one more character: what earlier ones matched is as good as any other
// choice.
bool IgnorePattern::matchesSegment(const Segment &segment, const QList<char32_t> &text, qint64 &steps) const
{
    if (segment.isNonEmpty)
        return !text.isEmpty();
    const auto &atoms = segment.atoms;
    size_t atom = 0;
    qsizetype at = 0;
    std::optional<size_t> star;
    qsizetype starEnd = 0;
    while (at < text.size()) {
        ++steps;
        if (atom < atoms.size() && atoms[atom].kind == Atom::Kind::AnyText) {
            star = atom++;
            starEnd = at;
        } else if (atom < atoms.size() && matchesAtom(atoms[atom], text[at])) {
            ++atom;
            ++at;
        } else if (star) {
            atom = *star + 1;
            at = ++starEnd;
        } else {
            return false;
        }
    }
    while (atom < atoms.size() && atoms[atom].kind == Atom::Kind::AnyText)
        ++atom;
    return atom == atoms.size();
}

// The same for segments: after a mismatch only the last '**' matches one more folder.
bool IgnorePattern::matches(const PathSegments &path, qint64 *steps) const
{
    const auto &texts = path.segments();
    qint64 counted = 0;
    qint64 &count = steps ? *steps : counted;
    if (m_needsFolder)
        return texts.size() > 1 && !texts.first().isEmpty();
    if (m_segments.size() == 1 && m_segments.front().isAnyFolders)
        return !texts.first().isEmpty();
    size_t part = 0;
    qsizetype at = 0;
    std::optional<size_t> anyFolders;
    qsizetype foldersEnd = 0;
    while (part < m_segments.size()) {
        const Segment &segment = m_segments[part];
        if (segment.isAnyFolders && part + 1 == m_segments.size())
            return at < texts.size(); // a name below the folder, which may be empty
        if (segment.isAnyFolders) {
            anyFolders = part++;
            foldersEnd = at;
        } else if (at < texts.size() && matchesSegment(segment, texts[at], count)) {
            ++part;
            ++at;
        } else if (anyFolders && foldersEnd < texts.size()) {
            part = *anyFolders + 1;
            at = ++foldersEnd;
        } else {
            return false;
        }
    }
    return true; // the path itself, or a folder above it
}

} // namespace Roost::Snapshot
