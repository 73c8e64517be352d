// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QAbstractItemModel>

#include <memory>

namespace Roost::Items {

/// The files of a run as a tree: folders first, then files, by name. A new list keeps the expanded and selected items.
class ArtifactsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Created, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole + 101, // relative to the run, without an end slash
        IsFolderRole,
        BytesRole, // qint64; of a folder the sum of all files below it; -1: not known
    };

    explicit ArtifactsModel(QObject *parent = nullptr);
    ~ArtifactsModel() override;

    void setArtifacts(const QList<Artifact> &artifacts);
    const QList<Artifact> &artifacts() const { return m_artifacts; }
    /// Files at or below the path, in the order of their paths.
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
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexFor(const Node *node, int column = 0) const;
    void merge(Node *shown, Node *wanted);

    QList<Artifact> m_artifacts;
    std::unique_ptr<Node> m_root;
};

} // namespace Roost::Items
