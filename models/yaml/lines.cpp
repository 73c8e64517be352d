// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/lines.h"

#include "models/yaml/render.h"

#include <algorithm>

namespace Roost::Yaml {

namespace {

QStringView content(QStringView line)
{
    return line.trimmed();
}

int indentOf(QStringView line)
{
    int indent = 0;
    while (indent < line.size() && (line[indent] == QLatin1Char(' ') || line[indent] == QLatin1Char('\t')))
        ++indent;
    return indent;
}

// Returns the lines of `node` as a child at `column`; the first line is not indented.
QString childText(const QString &key, const Node &node, int column)
{
    const Node holder = key.isNull() ? Node::sequence({node}) : Node::mapping({{Node::string(key), node}});
    QString out;
    const QString rendered = render(holder);
    const auto lines = QStringView(rendered).chopped(1).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0 && !lines[i].isEmpty())
            out += QString(column, QLatin1Char(' '));
        out += lines[i] + QLatin1Char('\n');
    }
    return out;
}

// Returns the comment after a one-line scalar, with the blanks before it; empty if there is none.
QString commentAfter(QStringView line, const Node &old)
{
    if (!old.isScalar() || old.length == 0)
        return {};
    QStringView rest = line.sliced(std::min<qsizetype>(line.size(), old.column - 1 + old.length));
    while (rest.endsWith(QLatin1Char('\n')) || rest.endsWith(QLatin1Char('\r')))
        rest.chop(1);
    return content(rest).startsWith(QLatin1Char('#')) && rest.front().isSpace() ? rest.toString() : QString();
}

} // namespace

Lines::Lines(const QString &text)
    : m_break(text.contains(QLatin1String("\r\n")) ? QStringLiteral("\r\n") : QStringLiteral("\n"))
{
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        m_lines += text.mid(start, next - start);
        start = next;
    }
}

// Comments and blank lines before the next child belong to that child.
int Lines::trimmedEnd(int first, int last, int column) const
{
    while (last > first + 1) {
        const QStringView line = m_lines[last - 1];
        const bool blank = content(line).isEmpty();
        const bool foreignComment = content(line).startsWith(QLatin1Char('#')) && indentOf(line) <= column;
        if (!blank && !foreignComment && content(line) != QLatin1String("..."))
            break;
        --last;
    }
    return last;
}

std::optional<Lines::Span> Lines::childSpan(const Node &parent, const Step &step, int end) const
{
    const bool byKey = step.index < 0;
    if (parent.flow || (byKey ? !parent.isMapping() : !parent.isSequence()))
        return std::nullopt;
    qsizetype at = step.index;
    if (byKey) {
        at = 0;
        while (at < parent.entries.size() && parent.entries[at].key.text != step.key)
            ++at;
    }
    const qsizetype count = byKey ? parent.entries.size() : parent.items.size();
    if (at < 0 || at >= count)
        return std::nullopt;
    const auto start = [&](qsizetype i) -> const Node & { return byKey ? parent.entries[i].key : parent.items[i]; };
    const Node &first = start(at);
    if (first.line < 1 || first.line > m_lines.size())
        return std::nullopt;
    const int next = at + 1 < count ? start(at + 1).line - 1 : end;
    int column = first.column - 1;
    if (!byKey) {
        const QStringView before =
            QStringView(m_lines[first.line - 1]).first(std::min<qsizetype>(column, m_lines[first.line - 1].size()));
        column = int(before.lastIndexOf(QLatin1Char('-')));
        if (column < 0)
            return std::nullopt;
    }
    if (next <= first.line - 1)
        return std::nullopt;
    return Span{first.line - 1, trimmedEnd(first.line - 1, next, column), column};
}

std::optional<Lines::Span> Lines::span(const Node &root, const Path &path) const
{
    Span found{0, int(m_lines.size()), 0};
    const Node *parent = &root;
    for (const Step &step : path) {
        const auto inner = childSpan(*parent, step, found.last);
        if (!inner)
            return std::nullopt;
        found = *inner;
        parent = parent->find(Path{step});
    }
    return found;
}

QString Lines::native(QString block) const
{
    return m_break == QLatin1String("\n") ? block : block.replace(QLatin1Char('\n'), m_break);
}

QString Lines::joined(int first, int last, const QString &between) const
{
    QString head = m_lines.first(first).join(QString());
    if (!head.isEmpty() && !head.endsWith(QLatin1Char('\n')) && !between.isEmpty())
        head += m_break;
    return head + native(between) + m_lines.sliced(last).join(QString());
}

std::optional<QString> Lines::replaced(const Node &root, const Path &path, const Node &value) const
{
    const auto place = span(root, path);
    const Node *old = root.find(path);
    if (!place || !old)
        return std::nullopt;
    const QString &line = m_lines[place->first];
    const Step &last = path.last();
    QString text = line.first(place->column) + childText(last.index < 0 ? last.key : QString(), value, place->column);
    const bool oneLine = text.count(QLatin1Char('\n')) == 1;
    if (oneLine && old->line - 1 == place->first) {
        const QString comment = commentAfter(line, *old);
        if (!comment.isEmpty())
            text = text.chopped(1) + comment + QLatin1Char('\n');
    }
    return joined(place->first, place->last, text);
}

std::optional<QString> Lines::inserted(const Node &root, const Path &path, const Node &value,
                                       const QStringList &after) const
{
    const Step &last = path.last();
    const Path parentPath = path.first(path.size() - 1);
    const Node *parent = root.find(parentPath);
    if (!parent || parent->flow)
        return std::nullopt;
    const bool byKey = last.index < 0;
    const qsizetype count = byKey ? parent->entries.size() : parent->items.size();
    if (count == 0) {
        if (!parentPath.isEmpty() || !byKey)
            return std::nullopt;
        return joined(int(m_lines.size()), int(m_lines.size()), childText(last.key, value, 0));
    }
    const auto at = [&](qsizetype i) {
        return parentPath + Path{byKey ? Step(parent->entries[i].key.text) : Step(int(i))};
    };
    qsizetype previous = count - 1;
    if (byKey) {
        for (qsizetype i = 0; i < count; ++i) {
            if (after.contains(parent->entries[i].key.text))
                previous = i;
        }
    }
    const bool isBefore = !byKey && last.index < count;
    const auto neighbour = span(root, at(isBefore ? last.index : previous));
    if (!neighbour)
        return std::nullopt;
    if (isBefore && !content(QStringView(m_lines[neighbour->first]).first(neighbour->column)).isEmpty())
        return std::nullopt;
    const QString text = QString(neighbour->column, QLatin1Char(' ')) +
                         childText(byKey ? last.key : QString(), value, neighbour->column);
    const int line = isBefore ? neighbour->first : neighbour->last;
    return joined(line, line, text);
}

std::optional<QString> Lines::removed(const Node &root, const Path &path) const
{
    const auto place = span(root, path);
    const Node *parent = root.find(path.first(path.size() - 1));
    if (!place || !parent || parent->items.size() + parent->entries.size() < 2)
        return std::nullopt;
    // The first key of an item follows the dash on the same line, so the line does not belong to the key alone.
    if (!content(QStringView(m_lines[place->first]).first(place->column)).isEmpty())
        return std::nullopt;
    return joined(place->first, place->last, QString());
}

} // namespace Roost::Yaml
