// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace Roost::Testing {

/// Separate settings, data and runtime folders for one test program. The destructor stops the services that were
/// started in them. Create it before the application object.
class Scratch
{
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    QString path(const QString &relative) const { return m_folder.filePath(relative); }
    /// Writes a file and creates its parent folders.
    QString write(const QString &relative, const QByteArray &content) const;

    /// Returns the pid of the service of a workspace; 0 if no service runs.
    static qint64 servicePid(const QString &workspace);

private:
    QTemporaryDir m_folder;
};

/// Runs a program to its end and returns its standard output. Fails the test if the exit code is not 0.
QByteArray output(const QString &program, const QStringList &arguments, int timeoutMs = 120000);

QByteArray contentOf(const QString &fileName);

} // namespace Roost::Testing
