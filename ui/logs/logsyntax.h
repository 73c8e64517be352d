// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

#include <memory>

namespace Roost::Ui {

/// Computes colours for lines without colours of their own: tracebacks with their lines of code, levels, times of day.
/// Pass the lines in order. Each of several logs has its own state, because their lines are interleaved.
class LogSyntax
{
public:
    LogSyntax();
    ~LogSyntax();
    LogSyntax(const LogSyntax &) = delete;
    LogSyntax &operator=(const LogSyntax &) = delete;

    /// Clears the state of all logs. For correct colours, it is enough to pass a few lines before the first visible
    /// one.
    void restart();
    QList<QTextLayout::FormatRange> formats(int source, const QString &line);

private:
    class Highlighter;
    std::unique_ptr<Highlighter> m_highlighter;
};

} // namespace Roost::Ui
