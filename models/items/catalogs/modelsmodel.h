// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// Tags as one line, "stage=best, data=birds".
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

/// The versions of one registered model, in the given order: newest first.
class ModelVersionsModel : public KeyedTableModel<ModelVersion, QString>
{
    Q_OBJECT
public:
    enum Column { Version, Created, Size, Source, Type, Tags };

    explicit ModelVersionsModel(QObject *parent = nullptr);

    /// "custom_model" in words.
    static QString typeText(const QString &type);
    /// The path in the run from which the version was registered, "outputs/model.pt"; empty if it is not known.
    static QString sourcePath(const ModelVersion &version);

protected:
    QString keyOf(const ModelVersion &row) const override { return row.version; }

private:
    static QList<TableColumn<ModelVersion>> allColumns();
};

} // namespace Roost::Items
