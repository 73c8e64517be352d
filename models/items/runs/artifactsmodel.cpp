// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/artifactsmodel.h"

#include "models/items/base/format.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Roost::Items {

using namespace Qt::StringLiterals;

struct ArtifactsModel::Node
{
    QString name;
    QString path;
    bool isFolder = false;
    qint64 size = -1;
    QDateTime created;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    bool isBefore(const Node &other) const
    {
        if (isFolder != other.isFolder)
            return isFolder;
        const int order = QString::compare(name, other.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : name < other.name;
    }

    Node *folder(const QString &child)
    {
        for (const auto &node : children) {
            if (node->isFolder && node->name == child)
                return node.get();
        }
        auto node = std::make_unique<Node>();
        node->name = child;
        node->path = path.isEmpty() ? child : path + u'/' + child;
        node->isFolder = true;
        node->parent = this;
        children.push_back(std::move(node));
        return children.back().get();
    }

    void add(const Artifact &artifact)
    {
        Node *at = this;
        const QStringList parts = artifact.path.split(u'/', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 1 < parts.size(); ++i)
            at = at->folder(parts[i]);
        auto node = std::make_unique<Node>();
        node->name = parts.isEmpty() ? artifact.path : parts.last();
        node->path = artifact.path;
        node->size = artifact.size;
        node->created = artifact.created;
        node->parent = at;
        at->children.push_back(std::move(node));
    }

    void finish()
    {
        std::ranges::sort(children, [](const auto &a, const auto &b) { return a->isBefore(*b); });
        if (!isFolder)
            return;
        size = 0;
        for (const auto &child : children) {
            if (child->isFolder)
                child->finish();
            size = size < 0 || child->size < 0 ? -1 : size + child->size;
            created = std::max(created, child->created);
        }
    }

    int row() const
    {
        const auto &all = parent->children;
        return int(std::ranges::find_if(all, [this](const auto &n) { return n.get() == this; }) - all.begin());
    }
};

ArtifactsModel::ArtifactsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->isFolder = true;
}

ArtifactsModel::~ArtifactsModel() = default;

void ArtifactsModel::setArtifacts(const QList<Artifact> &artifacts)
{
    if (artifacts == m_artifacts)
        return;
    m_artifacts = artifacts;
    std::ranges::sort(m_artifacts, {}, &Artifact::path);
    const auto repeated = std::ranges::unique(m_artifacts, {}, &Artifact::path);
    m_artifacts.erase(repeated.begin(), repeated.end());
    Node wanted;
    wanted.isFolder = true;
    for (const Artifact &artifact : std::as_const(m_artifacts))
        wanted.add(artifact);
    wanted.finish();
    merge(m_root.get(), &wanted);
}

void ArtifactsModel::merge(Node *shown, Node *wanted)
{
    const QModelIndex at = indexFor(shown);
    const auto isIn = [](const Node &node, const Node &parent) {
        return std::ranges::any_of(parent.children, [&node](const auto &child) {
            return child->name == node.name && child->isFolder == node.isFolder;
        });
    };
    for (int row = int(shown->children.size()) - 1; row >= 0; --row) {
        if (isIn(*shown->children[size_t(row)], *wanted))
            continue;
        beginRemoveRows(at, row, row);
        shown->children.erase(shown->children.begin() + row);
        endRemoveRows();
    }
    // Both lists are now in the same order, except for new items.
    for (int row = 0; row < int(wanted->children.size()); ++row) {
        auto &child = wanted->children[size_t(row)];
        const bool isThere = row < int(shown->children.size()) && shown->children[size_t(row)]->name == child->name &&
                             shown->children[size_t(row)]->isFolder == child->isFolder;
        if (!isThere) {
            beginInsertRows(at, row, row);
            child->parent = shown;
            shown->children.insert(shown->children.begin() + row, std::move(child));
            endInsertRows();
            continue;
        }
        Node *old = shown->children[size_t(row)].get();
        merge(old, child.get());
        if (old->size != child->size || old->created != child->created) {
            old->size = child->size;
            old->created = child->created;
            Q_EMIT dataChanged(indexFor(old, 0), indexFor(old, columnCount() - 1));
        }
    }
}

QList<Artifact> ArtifactsModel::below(const QString &path) const
{
    QList<Artifact> found;
    for (const Artifact &artifact : m_artifacts) {
        if (path.isEmpty() || artifact.path == path || artifact.path.startsWith(path + u'/'))
            found += artifact;
    }
    return found;
}

QModelIndex ArtifactsModel::indexOf(const QString &path) const
{
    const Node *at = m_root.get();
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        const auto found = std::ranges::find_if(at->children, [&part](const auto &n) { return n->name == part; });
        if (found == at->children.end())
            return {};
        at = found->get();
    }
    return indexFor(at);
}

ArtifactsModel::Node *ArtifactsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ArtifactsModel::indexFor(const Node *node, int column) const
{
    if (node == m_root.get())
        return {};
    return createIndex(node->row(), column, node);
}

QModelIndex ArtifactsModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || row >= int(node->children.size()) || column < 0 || column >= columnCount() || parent.column() > 0)
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex ArtifactsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexFor(nodeOf(child)->parent) : QModelIndex();
}

int ArtifactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int ArtifactsModel::columnCount(const QModelIndex & /*parent*/) const
{
    return int(columns().size());
}

QVariant ArtifactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case PathRole:
        return node->path;
    case IsFolderRole:
        return node->isFolder;
    case BytesRole:
        return node->size;
    default:
        return columns().at(index.column()).data(*node, role);
    }
}

QVariant ArtifactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns().size())
        return {};
    return columns().at(section).headerData(role);
}

const QList<TableColumn<ArtifactsModel::Node>> &ArtifactsModel::columns()
{
    static const QList<TableColumn<Node>> all{
        {.id = Name, .title = [] { return tr("Name"); }, .text = &Node::name, .toolTip = &Node::path},
        {.id = Size,
         .title = [] { return tr("Size"); },
         .isNumeric = true,
         .text = [](const Node &node) { return Format::bytes(node.size); },
         .sortKey = &Node::size,
         .toolTip = [](const Node &node) { return Format::exactBytes(node.size); }},
        {.id = Created,
         .title = [] { return tr("Written"); },
         .text = [](const Node &node) { return Format::relative(node.created); },
         .sortKey = &Node::created,
         .toolTip = [](const Node &node) { return Format::exact(node.created); }},
    };
    return all;
}

} // namespace Roost::Items
