// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QFile>
#include <QString>

#include <memory>
#include <mutex>

namespace Roost::Service {

/// The service's own log: writes the messages of qInfo, qWarning ... to a file with their time and kind. When the file
/// exceeds some megabytes, it is renamed to "<file>.1" and a new file is started. Only one instance may exist at a
/// time. The destructor restores the previous message handler.
class ServiceLog
{
public:
    explicit ServiceLog(const QString &file, qint64 mostBytes = 4 * 1024 * 1024);
    ~ServiceLog();
    ServiceLog(const ServiceLog &) = delete;
    ServiceLog &operator=(const ServiceLog &) = delete;

private:
    static void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void write(const QByteArray &line);

    std::mutex m_mutex;
    Result<void> open();

    QString m_name;
    std::unique_ptr<QFile> m_file; // null if the log cannot be written
    qint64 m_mostBytes;
    QtMessageHandler m_previousHandler = nullptr;
};

} // namespace Roost::Service
