// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// The environments of a workspace, the latest version of each: curated ones first, then by name.
class EnvironmentsModel : public KeyedTableModel<Environment, QString>
{
    Q_OBJECT
public:
    enum Column { Name, Version, Kind, Content, Created };

    explicit EnvironmentsModel(QObject *parent = nullptr);

    void setEnvironments(QList<Environment> environments);
    const Environment *find(const QString &name) const;

    /// torch, python and CUDA before the rest.
    static QStringList packagesByWeight(QStringList packages);
    /// "This machine's Python", "conda file on IMAGE" ...: the source of the environment.
    static QString contentText(const Environment &environment);
    /// "Curated" or "Custom".
    static QString kindText(const Environment &environment);

protected:
    QString keyOf(const Environment &row) const override { return row.name; }

private:
    static QList<TableColumn<Environment>> allColumns();
};

} // namespace Roost::Items
