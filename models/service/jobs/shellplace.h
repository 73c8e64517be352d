// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost::Service {

/// Follows a shell line as far as to know how a value must be written at its end so that it means itself.
class ShellPlace
{
public:
    void pass(QStringView text);
    /// The line ends in a backslash that would change what follows.
    bool isEscaping() const { return m_escapes; }
    /// One word of the shell, or the middle of one: never more, whatever the value holds.
    QString quoted(const QString &value) const;

private:
    enum class In { Words, Backquotes, Single, Double, Comment };
    void passInWords(QChar c, QChar before);
    void open(In in) { m_in.append(in); }
    void close() { m_in.removeLast(); }

    QList<In> m_in{In::Words};
    QChar m_before = u' ';
    bool m_escapes = false;
};

} // namespace Roost::Service
