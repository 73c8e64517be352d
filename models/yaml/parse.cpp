// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/parse.h"
#include "models/yaml/places.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace Roost::Yaml {

namespace {

constexpr qsizetype maxBytes = 4'000'000;
constexpr qsizetype maxDepth = 100;
constexpr qsizetype maxNodes = 100'000;

// Thrown in a callback of the library to end parsing; caught in parse().
struct Refused
{
    Diagnostic diagnostic;
};

class TreeBuilder : public YAML::EventHandler
{
public:
    explicit TreeBuilder(const Places &places)
        : m_places(places)
    {
    }

    Node takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { leaf(placed(Node(), mark), anchor); }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        Node node = placed(Node(), mark);
        node.kind = Node::Kind::Scalar;
        node.text = QString::fromStdString(value);
        node.quoted = tag != "?";
        node.length = m_places.scalarLength(node.line, node.column, node.text);
        // The library reports a missing closing quote at the end of the text.
        if (node.length == 0 && m_places.isLeftOpen(node.line, node.column))
            throw Refused{node.error(QStringLiteral("The quote that opens here is not closed."))};
        leaf(std::move(node), anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const Node here = placed(Node(), mark);
        if (!m_anchors.contains(anchor))
            throw Refused{here.error(QStringLiteral("This alias names no anchor above it."))};
        Node node = m_anchors.value(anchor);
        node.line = here.line;
        node.column = here.column;
        node.length = 0;
        m_nodes += weight(node);
        checkSize(here);
        put(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(Node::Kind::Sequence, mark, anchor, style);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(Node::Kind::Mapping, mark, anchor, style);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        Node node;
        YAML::anchor_t anchor = 0;
        std::optional<Node> key; // a key of a mapping whose value has not been read yet
    };

    Node placed(Node node, const YAML::Mark &mark) const
    {
        const auto [line, column] = m_places.at(mark.is_null() ? 0 : mark.pos);
        node.line = line;
        node.column = column;
        return node;
    }

    static qsizetype weight(const Node &node)
    {
        qsizetype sum = 1;
        for (const Node &item : node.items)
            sum += weight(item);
        for (const Entry &entry : node.entries)
            sum += weight(entry.key) + weight(entry.value);
        return sum;
    }

    void checkSize(const Node &here) const
    {
        if (m_nodes > maxNodes)
            throw Refused{
                here.error(QStringLiteral("This file is too large to be read: over %1 values.").arg(maxNodes))};
    }

    void leaf(Node node, YAML::anchor_t anchor)
    {
        ++m_nodes;
        checkSize(node);
        if (anchor)
            m_anchors.insert(anchor, node);
        put(std::move(node));
    }

    void open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
    {
        Node node = placed(Node(), mark);
        node.kind = kind;
        node.flow = style == YAML::EmitterStyle::Flow;
        ++m_nodes;
        checkSize(node);
        if (m_open.size() >= maxDepth)
            throw Refused{node.error(QStringLiteral("This file is nested too deeply: over %1 levels.").arg(maxDepth))};
        m_open.append({std::move(node), anchor, std::nullopt});
    }

    void close()
    {
        Open done = m_open.takeLast();
        if (done.anchor)
            m_anchors.insert(done.anchor, done.node);
        put(std::move(done.node));
    }

    void put(Node node)
    {
        if (m_open.isEmpty()) {
            m_root = std::move(node);
            return;
        }
        Open &parent = m_open.last();
        if (parent.node.isSequence()) {
            parent.node.items.append(std::move(node));
        } else if (!parent.key) {
            parent.key = std::move(node);
        } else {
            parent.node.entries.append({std::move(*parent.key), std::move(node)});
            parent.key.reset();
        }
    }

    const Places &m_places;
    Node m_root;
    QList<Open> m_open;
    QHash<YAML::anchor_t, Node> m_anchors;
    qsizetype m_nodes = 0;
};

std::optional<Diagnostic> unreadableCharacter(const QString &text)
{
    int line = 1;
    int column = 1;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        if ((u < 0x20 && u != '\t' && u != '\n' && u != '\r') || u == 0x7f) {
            return Diagnostic{line, column, 1, Diagnostic::Severity::Error,
                              QStringLiteral("A control character (U+%1) cannot stand in YAML. Remove it.")
                                  .arg(u, 4, 16, QLatin1Char('0'))};
        }
        ++column;
        if (u == '\n') {
            ++line;
            column = 1;
        }
    }
    return std::nullopt;
}

// YAML forbids tabs in indentation; the library accepts some of them and has unclear messages for the others.
void collectProse(const Node &node, const Places &places, QList<int> &firstLines)
{
    if (node.isScalar() && places.opensProse(node.line, node.column))
        firstLines += node.line;
    for (const Node &item : node.items)
        collectProse(item, places, firstLines);
    for (const Entry &entry : node.entries) {
        collectProse(entry.key, places, firstLines);
        collectProse(entry.value, places, firstLines);
    }
}

std::optional<Diagnostic> tabIndent(const Places &places, const QList<int> &proseFirstLines, int lastLine)
{
    int proseIndent = -1;
    for (int line = 1; line <= lastLine; ++line) {
        const QStringView content = places.line(line);
        const qsizetype indent = places.indent(line);
        if (indent == content.size())
            continue;
        if (proseIndent >= 0 && indent > proseIndent)
            continue;
        proseIndent = proseFirstLines.contains(line) ? int(indent) : -1;
        const qsizetype tab = content.left(indent).indexOf(QLatin1Char('\t'));
        if (tab >= 0) {
            return Diagnostic{line, int(tab) + 1, 1, Diagnostic::Severity::Error,
                              QStringLiteral("YAML is indented with spaces; this line is indented with a tab.")};
        }
    }
    return std::nullopt;
}

// Replaces messages about the grammar by instructions what to change in the line.
QString plainWords(QStringView libraryWords)
{
    struct Said
    {
        QLatin1StringView library;
        QString plain;
    };
    static const std::array all{
        Said{QLatin1StringView("illegal map value"),
             QStringLiteral("a ':' stands where no second one may, or the line above is indented differently. Put "
                            "quotes around text that holds ': '")},
        Said{QLatin1StringView("end of map not found"),
             QStringLiteral("this line is indented differently from the ones it belongs to, or lacks its ':'")},
        Said{QLatin1StringView("end of sequence not found"),
             QStringLiteral("the list ends here unexpectedly. Begin each entry with '- ' and indent all alike")},
        Said{QLatin1StringView("end of map flow not found"), QStringLiteral("a '{' is never closed by '}'")},
        Said{QLatin1StringView("end of sequence flow not found"), QStringLiteral("a '[' is never closed by ']'")},
        Said{QLatin1StringView("illegal block entry"), QStringLiteral("a list entry '- ' may not stand here")},
        Said{QLatin1StringView("illegal map key"), QStringLiteral("a key may not stand here")},
        Said{QLatin1StringView("illegal flow end"), QStringLiteral("a '}' or ']' closes what was never opened")},
        Said{QLatin1StringView("illegal EOF in scalar"), QStringLiteral("a quote is not closed")},
        Said{QLatin1StringView("end of scalar not found"), QStringLiteral("a quote is not closed")},
        Said{QLatin1StringView("illegal document indicator in scalar"), QStringLiteral("a quote is not closed")},
        Said{
            QLatin1StringView("the referenced anchor is not defined"),
            QStringLiteral("'*' refers to an anchor that is not defined. Put quotes around text that begins with '*'")},
        Said{QLatin1StringView("unknown token"),
             QStringLiteral("text may not begin with this character. Put quotes around it")},
        Said{QLatin1StringView("unknown escape character"),
             QStringLiteral("this '\\' means nothing between double quotes. Write it twice or use single quotes")},
    };
    for (const Said &said : all) {
        if (libraryWords.startsWith(said.library))
            return said.plain;
    }
    return libraryWords.toString();
}

QString sentence(const std::string &libraryWords)
{
    return QStringLiteral("Not valid YAML: %1.").arg(plainWords(QString::fromStdString(libraryWords)));
}

} // namespace

std::expected<Node, Diagnostic> parse(const QString &text)
{
    if (text.size() > maxBytes)
        return std::unexpected(Diagnostic{1, 1, 0, Diagnostic::Severity::Error,
                                          QStringLiteral("This file is too large for YAML: over 4 MB.")});
    if (const auto bad = unreadableCharacter(text))
        return std::unexpected(*bad);
    const Places places(text);
    try {
        std::istringstream stream(places.bytes().toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(places);
        parser.HandleNextDocument(builder);
        Node root = builder.takeRoot();
        TreeBuilder second(places);
        if (parser.HandleNextDocument(second)) {
            const Node extra = second.takeRoot();
            return std::unexpected(extra.error(
                QStringLiteral("A second document begins here; only one is read. Remove the '---' above it.")));
        }
        QList<int> prose;
        collectProse(root, places, prose);
        if (const auto tab = tabIndent(places, prose, places.lineCount()))
            return std::unexpected(*tab);
        return root;
    } catch (const Refused &refused) {
        return std::unexpected(refused.diagnostic);
    } catch (const YAML::Exception &exception) {
        const auto [line, column] = places.at(exception.mark.is_null() ? 0 : exception.mark.pos);
        if (const auto tab = tabIndent(places, {}, std::min(line, places.lineCount())))
            return std::unexpected(*tab);
        return std::unexpected(Diagnostic{line, column, 0, Diagnostic::Severity::Error, sentence(exception.msg)});
    } catch (const std::exception &exception) {
        return std::unexpected(Diagnostic{1, 1, 0, Diagnostic::Severity::Error, sentence(exception.what())});
    }
}

} // namespace Roost::Yaml
