// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/service.h"
#include "tests/service/httpclient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Roost::Testing {

/// A service in this process with a new workspace, and a client that has its token. A base class for tests, which call
/// `startService` in initTestCase.
class ServiceFixture
{
protected:
    void startService()
    {
        Service::ServiceConfig config;
        config.workspaceFolder = m_folder.filePath(QStringLiteral("ws"));
        config.create = true;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
        auto service = Service::Service::start(config);
        QVERIFY2(service, service ? "" : qPrintable(service.error().text + service.error().detail));
        m_service = std::move(*service);
        m_client = std::make_unique<HttpClient>(m_service->port(), m_service->token());
    }

    QTemporaryDir m_folder; // contains the workspace in its folder "ws"
    std::unique_ptr<Service::Service> m_service;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace Roost::Testing
