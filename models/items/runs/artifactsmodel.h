// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/tablecolumn.h"

#include <QAbstractItemModel>

#include <memory>

namespace Roost::Items {

/// The files of a run as a tree: folders first, then files, each sorted by name. Setting a new list keeps the expanded
/// and selected items.
class ArtifactsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Created };
    enum Role {
        PathRole = ModelRole, // relative to the run, without a trailing slash
        IsFolderRole,
        BytesRole, // qint64; for a folder the sum of all files below it; -1 if not known
    };

    explicit ArtifactsModel(QObject *parent = nullptr);
    ~ArtifactsModel() override;

    void setArtifacts(const QList<Artifact> &artifacts);
    const QList<Artifact> &artifacts() const { return m_artifacts; }
    /// Returns the files at or below the path, sorted by path.
    QList<Artifact> below(const QString &path) const;
    QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    static const QList<TableColumn<Node>> &columns();
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexFor(const Node *node, int column = 0) const;
    void merge(Node *shown, Node *wanted);

    QList<Artifact> m_artifacts;
    std::unique_ptr<Node> m_root;
};

} // namespace Roost::Items
