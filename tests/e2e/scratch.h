// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace Roost::Testing {

/// A home of its own for one test program: settings, data, runtime folder. Services that were started in it are
/// stopped at its end. Make it before the application object.
class Scratch
{
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    QString path(const QString &relative) const { return m_folder.filePath(relative); }
    /// Writes a file and the folders above it.
    QString write(const QString &relative, const QByteArray &content) const;

    /// The pid of the service of a workspace; 0 where none runs.
    static qint64 servicePid(const QString &workspace);

private:
    QTemporaryDir m_folder;
};

/// Runs a program to its end and gives what it wrote to standard output; fails the test on another exit code
/// than 0.
QByteArray output(const QString &program, const QStringList &arguments, int timeoutMs = 120000);

QByteArray contentOf(const QString &fileName);

} // namespace Roost::Testing
