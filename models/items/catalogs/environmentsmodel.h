// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/items/base/keyedtablemodel.h"

namespace Roost::Items {

/// The environments of a workspace, each in its latest version: curated environments first, then by name.
class EnvironmentsModel : public KeyedTableModel<Environment, QString>
{
    Q_OBJECT
public:
    enum Column { Name, Version, Kind, Content, Created };

    explicit EnvironmentsModel(QObject *parent = nullptr);

    void setEnvironments(QList<Environment> environments);
    const Environment *find(const QString &name) const;

    /// Sorts torch, python and CUDA before the other packages.
    static QStringList packagesByWeight(QStringList packages);
    /// Returns the source of the environment: "This machine's Python", "conda file on IMAGE" ...
    static QString contentText(const Environment &environment);
    /// Returns "Curated" or "Custom".
    static QString kindText(const Environment &environment);

protected:
    QString keyOf(const Environment &row) const override { return row.name; }

private:
    static QList<TableColumn<Environment>> allColumns();
};

} // namespace Roost::Items
