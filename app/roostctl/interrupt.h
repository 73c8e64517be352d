// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Roost::Ctl {

/// While an object exists, Ctrl+C emits `pressed` and does not end the program. At most one may exist at a time.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;
    bool happened() const { return m_happened; }

Q_SIGNALS:
    void pressed();

private:
    bool m_happened = false;
};

} // namespace Roost::Ctl
