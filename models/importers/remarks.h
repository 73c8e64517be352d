// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <utility>

namespace Roost::Importers {

/// What the user must know about the result of an import.
struct Remark
{
    enum class Kind {
        LeftOut, // something of the source is not in the target
        Changed, // everything is there, but in another form, such as a name with other characters
    };
    Kind kind = Kind::LeftOut;
    /// A run, or a file with the line or the offset: "mlruns/0/1a2b/metrics/loss:12".
    QString where;
    QString text;
};

/// Passes on remarks as they are made, and counts them.
class Remarks
{
public:
    explicit Remarks(std::function<void(const Remark &)> show)
        : m_show(std::move(show))
    {
    }
    void leftOut(const QString &where, const QString &text)
    {
        ++m_leftOut;
        m_show({Remark::Kind::LeftOut, where, text});
    }
    void changed(const QString &where, const QString &text) { m_show({Remark::Kind::Changed, where, text}); }
    int countLeftOut() const { return m_leftOut; }

private:
    std::function<void(const Remark &)> m_show;
    int m_leftOut = 0;
};

} // namespace Roost::Importers
