// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/importsource.h"
#include "models/importers/remarks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace Roost::Test {

/// A folder for a source, and the remarks about it.
class SourceFixture
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Returns the points of a run: "KEY STEP VALUE TIME".
    static QStringList pointsOf(Importers::ImportSource &source, const Importers::ImportedRun &run)
    {
        QStringList points;
        const auto read = source.points(run, [&](const QString &key, const MetricPoint &point) -> Result<void> {
            points += QStringLiteral("%1 %2 %3 %4").arg(key).arg(point.step).arg(point.value).arg(point.timestamp);
            return {};
        });
        return read ? points : QStringList{read.error().text};
    }

    static QStringList pathsOf(Importers::ImportSource &source, const Importers::ImportedRun &run)
    {
        QStringList paths;
        const auto files = source.files(run);
        for (const Importers::ImportedFile &file : files.value_or(QList<Importers::ImportedFile>()))
            paths += file.path;
        paths.sort();
        return paths;
    }

    QStringList leftOut;
    QStringList changed;
    Importers::Remarks remarks{[this](const Importers::Remark &remark) {
        const bool isLeftOut = remark.kind == Importers::Remark::Kind::LeftOut;
        (isLeftOut ? leftOut : changed) += remark.where + QStringLiteral(": ") + remark.text;
    }};

private:
    QTemporaryDir m_folder;
};

} // namespace Roost::Test
