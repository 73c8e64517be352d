// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/servicelog.h"

#include "models/files/openfile.h"

#include <QDateTime>

#include <atomic>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

std::atomic<ServiceLog *> current = nullptr;

const char *wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        return "error";
    }
    return "info";
}

} // namespace

ServiceLog::ServiceLog(const QString &file, qint64 mostBytes)
    : m_name(file)
    , m_mostBytes(mostBytes)
{
    if (const auto opened = open(); !opened)
        qWarning("The service writes no log: %s", qUtf8Printable(opened.error().text));
    current = this;
    m_previousHandler = qInstallMessageHandler(handleMessage);
}

ServiceLog::~ServiceLog()
{
    qInstallMessageHandler(m_previousHandler);
    current = nullptr;
}

Result<void> ServiceLog::open()
{
    m_file.reset();
    auto opened = Files::openRegular(m_name, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (!opened)
        return std::unexpected(opened.error());
    m_file = Files::fileOver(std::move(*opened), QIODevice::WriteOnly | QIODevice::Append);
    return {};
}

void ServiceLog::handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    ServiceLog *log = current;
    if (!log)
        return;
    const QString line = u"%1 %2 %3\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                             QLatin1StringView(wordOf(type)), text);
    log->write(line.toUtf8());
    // Warnings also go to the terminal in which the service was started.
    if (type != QtDebugMsg && type != QtInfoMsg && log->m_previousHandler)
        log->m_previousHandler(type, context, text);
}

void ServiceLog::write(const QByteArray &line)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_file)
        return;
    if (m_file->size() + line.size() > m_mostBytes) {
        QFile::remove(m_name + u".1"_s);
        QFile::rename(m_name, m_name + u".1"_s);
        if (!open())
            return;
    }
    m_file->write(line);
    m_file->flush();
}

} // namespace Roost::Service
