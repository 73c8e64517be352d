// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

#include <memory>

namespace Roost::Ui {

/// Colours for lines that bring none of their own: tracebacks with their lines of code, levels, times of day. Lines are
/// given in their order; of several logs each has a state of its own, since their lines stand mixed.
class LogSyntax
{
public:
    LogSyntax();
    ~LogSyntax();
    LogSyntax(const LogSyntax &) = delete;
    LogSyntax &operator=(const LogSyntax &) = delete;

    /// Forgets what came before, in all logs. A few lines before the first one that is shown are enough to be right.
    void restart();
    QList<QTextLayout::FormatRange> formats(int source, const QString &line);

private:
    class Highlighter;
    std::unique_ptr<Highlighter> m_highlighter;
};

} // namespace Roost::Ui
