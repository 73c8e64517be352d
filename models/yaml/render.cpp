// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/render.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>

namespace Roost::Yaml {

namespace {

bool readsAsSomethingElse(const QString &text)
{
    static const QRegularExpression other = wholeMatch(
        QStringLiteral("[-+.]?[0-9][0-9_.eE+:xXoa-fA-F-]*|[-+]?\\.(?:inf|nan)|true|false|yes|no|on|off|null|~"),
        QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || other.match(text).hasMatch();
}

bool mayStandPlain(const QString &text)
{
    static const QRegularExpression starts(QStringLiteral("^[\\s\\-?:,\\[\\]{}#&*!|>'\"%@`]"));
    static const QRegularExpression breaks(
        QStringLiteral("[\\x00-\\x1f\\x7f-\\x9f\\x{feff}\\x{2028}\\x{2029}]|: |:\\z| #|\\s\\z"));
    static const QRegularExpression flag(QStringLiteral("^-[^\\s-]"));
    static const QRegularExpression null =
        wholeMatch(QStringLiteral("~|null"), QRegularExpression::CaseInsensitiveOption);
    if (text.isEmpty() || breaks.match(text).hasMatch() || null.match(text).hasMatch())
        return false;
    if (text == QLatin1String("<<") || text == QLatin1String("=") || text.startsWith(QLatin1String("...")))
        return false;
    return !starts.match(text).hasMatch() || flag.match(text).hasMatch();
}

QString doubleQuoted(const QString &text)
{
    QString quoted(QLatin1Char('"'));
    for (const QChar c : text) {
        const ushort u = c.unicode();
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\') + QString(c);
        else if (u == '\n')
            quoted += QStringLiteral("\\n");
        else if (u == '\t')
            quoted += QStringLiteral("\\t");
        else if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0xfeff || u == 0x2028 || u == 0x2029)
            quoted += QStringLiteral("\\u%1").arg(u, 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return quoted + QLatin1Char('"');
}

// Returns whether a literal block can contain the text: lines that begin in the first column, with at most one line
// break at the end.
bool mayBeBlock(const QString &text)
{
    static const QRegularExpression odd(
        QStringLiteral("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{feff}\\x{2028}\\x{2029}]"));
    return text.contains(QLatin1Char('\n')) && !text.startsWith(QLatin1Char('\n')) &&
           !text.startsWith(QLatin1Char(' ')) && !text.endsWith(QLatin1String("\n\n")) && text != QLatin1String("\n") &&
           !odd.match(text).hasMatch();
}

QString blanks(int count)
{
    return {count, QLatin1Char(' ')};
}

QString block(const QString &text, int indent)
{
    const bool ended = text.endsWith(QLatin1Char('\n'));
    QString out = ended ? QStringLiteral("|\n") : QStringLiteral("|-\n");
    const auto lines = QStringView(text).chopped(ended ? 1 : 0).split(QLatin1Char('\n'));
    for (const QStringView line : lines)
        out += (line.isEmpty() ? QString() : blanks(indent) + line) + QLatin1Char('\n');
    return out;
}

void renderInto(QString &out, const Node &node, int indent);

// Writes the value of a key or an item, from after "key:" or "-" to the line break.
void renderValue(QString &out, const Node &value, int indent, bool inItem)
{
    const bool empty = value.items.isEmpty() && value.entries.isEmpty();
    if (value.isScalar() && mayBeBlock(value.text)) {
        out += QLatin1Char(' ') + block(value.text, indent + 2);
    } else if (value.isNull()) {
        out += QStringLiteral(" null\n");
    } else if (value.isScalar()) {
        out += QLatin1Char(' ') + renderScalar(value) + QLatin1Char('\n');
    } else if (empty) {
        out += value.isMapping() ? QStringLiteral(" {}\n") : QStringLiteral(" []\n");
    } else if (inItem && value.isMapping()) {
        QString inner;
        renderInto(inner, value, indent + 2);
        out += QLatin1Char(' ') + inner.mid(indent + 2);
    } else {
        out += QLatin1Char('\n');
        renderInto(out, value, indent + 2);
    }
}

void renderInto(QString &out, const Node &node, int indent)
{
    for (const Entry &entry : node.entries) {
        if (entry.key.isScalar() || entry.key.isNull()) {
            out += blanks(indent) + (entry.key.isNull() ? QStringLiteral("null") : renderScalar(entry.key)) +
                   QLatin1Char(':');
        } else {
            out += blanks(indent) + QLatin1Char('?');
            renderValue(out, entry.key, indent, true);
            out += blanks(indent) + QLatin1Char(':');
        }
        renderValue(out, entry.value, indent, false);
    }
    for (const Node &item : node.items) {
        out += blanks(indent) + QLatin1Char('-');
        renderValue(out, item, indent, true);
    }
}

} // namespace

QString renderScalar(const Node &scalar)
{
    const bool asString = scalar.quoted && readsAsSomethingElse(scalar.text);
    return !asString && mayStandPlain(scalar.text) ? scalar.text : doubleQuoted(scalar.text);
}

QString render(const Node &root)
{
    QString out;
    if (root.isScalar())
        return renderScalar(root) + QLatin1Char('\n');
    if (root.isNull())
        return out;
    if (root.items.isEmpty() && root.entries.isEmpty())
        return root.isMapping() ? QStringLiteral("{}\n") : QStringLiteral("[]\n");
    renderInto(out, root, 0);
    return out;
}

} // namespace Roost::Yaml
