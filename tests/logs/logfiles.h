// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/linenumber.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

namespace Roost::Testing {

/// Log files in a temporary folder. A base class for tests.
class LogFiles
{
protected:
    /// Returns a path that no other call returns.
    QString fresh() { return m_folder.filePath(QStringLiteral("log%1.txt").arg(++m_count)); }

    static void write(const QString &path, const QByteArray &bytes, bool append = true)
    {
        QFile file(path);
        QVERIFY(file.open(append ? QIODevice::Append : QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static QList<qint64> numbers(const std::vector<Logs::LineNumber> &lines)
    {
        QList<qint64> result;
        for (const auto line : lines)
            result += line.value;
        return result;
    }

    QTemporaryDir m_folder;

private:
    int m_count = 0;
};

} // namespace Roost::Testing
