// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/document.h"

#include "models/yaml/lines.h"
#include "models/yaml/parse.h"
#include "models/yaml/render.h"

#include <algorithm>
#include <utility>

namespace Roost::Yaml {

namespace {

Node *child(Node &parent, const Step &step)
{
    if (step.index >= 0)
        return step.index < parent.items.size() ? &parent.items[step.index] : nullptr;
    for (Entry &entry : parent.entries) {
        if (entry.key.isScalar() && entry.key.text == step.key)
            return &entry.value;
    }
    return nullptr;
}

qsizetype indexAfter(const Node &mapping, const QStringList &after)
{
    qsizetype place = mapping.entries.size();
    bool found = false;
    for (qsizetype i = 0; i < mapping.entries.size(); ++i) {
        if (after.contains(mapping.entries[i].key.text)) {
            place = i + 1;
            found = true;
        }
    }
    return found ? place : mapping.entries.size();
}

void setNode(Node &node, const Path &path, qsizetype depth, const Node &value, const QStringList &after)
{
    if (depth == path.size()) {
        node = value;
        return;
    }
    const Step &step = path[depth];
    if (step.index >= 0) {
        if (!node.isSequence())
            node = Node::sequence();
        if (step.index >= node.items.size())
            node.items.append(Node());
        setNode(node.items[std::min<qsizetype>(step.index, node.items.size() - 1)], path, depth + 1, value, after);
        return;
    }
    if (!node.isMapping())
        node = Node::mapping();
    Node *found = child(node, step);
    if (!found) {
        const qsizetype place = indexAfter(node, after);
        node.entries.insert(place, Entry{Node::string(step.key), Node()});
        found = &node.entries[place].value;
    }
    setNode(*found, path, depth + 1, value, after);
}

bool removeNode(Node &root, const Path &path)
{
    Node *parent = &root;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        parent = child(*parent, path[i]);
        if (!parent)
            return false;
    }
    const Step &last = path.last();
    if (last.index >= 0) {
        if (last.index >= parent->items.size())
            return false;
        parent->items.removeAt(last.index);
        return true;
    }
    return parent->entries.removeIf([&](const Entry &e) { return e.key.isScalar() && e.key.text == last.key; }) > 0;
}

} // namespace

std::expected<Document, Diagnostic> Document::parse(const QString &text)
{
    QString bare = text;
    if (bare.startsWith(QChar(QChar::ByteOrderMark)))
        bare.remove(0, 1);
    auto root = Yaml::parse(bare);
    if (!root)
        return std::unexpected(root.error());
    if (root->isNull())
        root->kind = Node::Kind::Mapping;
    if (!root->isMapping()) {
        root->line = std::max(root->line, 1);
        root->column = std::max(root->column, 1);
        return std::unexpected(root->error(QStringLiteral("This file must hold 'key: value' lines at its top level.")));
    }
    return Document(std::move(bare), std::move(*root));
}

// Accepts an edited text only if it parses to the wanted tree.
bool Document::acceptIfEqual(const QString &edited, const Node &wanted)
{
    auto root = Yaml::parse(edited);
    if (!root)
        return false;
    if (root->isNull())
        root->kind = Node::Kind::Mapping;
    if (!sameContent(*root, wanted))
        return false;
    m_text = edited;
    m_root = std::move(*root);
    return true;
}

// Rewrites the smallest block around `path` that parses back correctly, otherwise the whole text.
void Document::rewrite(const Path &path, const Node &wanted)
{
    for (qsizetype depth = path.size(); depth > 0; --depth) {
        const Path prefix = path.first(depth);
        const Node *value = wanted.find(prefix);
        if (!value || !m_root.find(prefix))
            continue;
        const auto edited = Lines(m_text).replaced(m_root, prefix, *value);
        if (edited && acceptIfEqual(*edited, wanted))
            return;
    }
    m_text = render(wanted);
    if (auto root = Yaml::parse(m_text))
        m_root = std::move(*root);
    else
        m_root = wanted;
}

void Document::set(const Path &path, const Node &value, const QStringList &after)
{
    const Node *now = m_root.find(path);
    if (path.isEmpty() || (now && sameContent(*now, value)))
        return;
    Node wanted = m_root;
    setNode(wanted, path, 0, value, after);
    if (!now) {
        // Inserts the first missing step with everything below it.
        qsizetype depth = 1;
        while (depth < path.size() && m_root.find(path.first(depth)))
            ++depth;
        const Path prefix = path.first(depth);
        const Node *added = wanted.find(prefix);
        const auto edited = added ? Lines(m_text).inserted(m_root, prefix, *added, after) : std::nullopt;
        if (edited && acceptIfEqual(*edited, wanted))
            return;
    }
    rewrite(path, wanted);
}

void Document::insert(const Path &path, const Node &item)
{
    if (path.isEmpty() || path.last().index < 0)
        return;
    if (!m_root.find(path)) {
        set(path, item);
        return;
    }
    const Path parentPath = path.first(path.size() - 1);
    Node wanted = m_root;
    Node *parent = &wanted;
    for (const Step &step : parentPath)
        parent = child(*parent, step);
    parent->items.insert(path.last().index, item);
    const auto edited = Lines(m_text).inserted(m_root, path, item, {});
    if (edited && acceptIfEqual(*edited, wanted))
        return;
    rewrite(parentPath, wanted);
}

void Document::remove(const Path &path)
{
    Node wanted = m_root;
    if (path.isEmpty() || !m_root.find(path) || !removeNode(wanted, path))
        return;
    const auto edited = Lines(m_text).removed(m_root, path);
    if (edited && acceptIfEqual(*edited, wanted))
        return;
    rewrite(path.first(path.size() - 1), wanted);
}

} // namespace Roost::Yaml
