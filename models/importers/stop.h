// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>

namespace Roost::Importers {

/// The user's request to end an import. May be requested from any thread; the import then ends after it has removed the
/// run that it was writing.
class Stop : public QObject
{
    Q_OBJECT

public:
    void request()
    {
        m_isRequested = true;
        Q_EMIT requested();
    }
    bool isRequested() const { return m_isRequested; }

Q_SIGNALS:
    void requested();

private:
    std::atomic_bool m_isRequested = false;
};

} // namespace Roost::Importers
