// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// Returns the tags as one line, "stage=best, data=birds".
QString tagsText(const StringMap &tags);

/// The registered models of a workspace, newest first.
class ModelsModel : public KeyedTableModel<RegisteredModel, QString>
{
    Q_OBJECT
public:
    enum Column { Name, LatestVersion, Created, Description };

    explicit ModelsModel(QObject *parent = nullptr);

    void setModels(QList<RegisteredModel> models);

protected:
    QString keyOf(const RegisteredModel &row) const override { return row.name; }

private:
    static QList<TableColumn<RegisteredModel>> allColumns();
};

/// The versions of one registered model, in the order of the list that is set (newest first).
class ModelVersionsModel : public KeyedTableModel<ModelVersion, QString>
{
    Q_OBJECT
public:
    enum Column { Version, Created, Size, Source, Type, Tags };

    explicit ModelVersionsModel(QObject *parent = nullptr);

    /// Returns a ModelVersion::type in words for users.
    static QString typeText(const QString &type);
    /// Returns the path within the run that the version was registered from, "outputs/model.pt"; empty if it is not
    /// known.
    static QString sourcePath(const ModelVersion &version);

protected:
    QString keyOf(const ModelVersion &row) const override { return row.version; }

private:
    static QList<TableColumn<ModelVersion>> allColumns();
};

} // namespace Roost::Items
