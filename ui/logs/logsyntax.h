// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

#include <memory>

namespace Roost::Ui {

/// Colours for lines without colours of their own: tracebacks with their lines of code, levels, times of day. Pass
/// the lines in order. Each of several logs has a state of its own, because their lines are interleaved.
class LogSyntax
{
public:
    LogSyntax();
    ~LogSyntax();
    LogSyntax(const LogSyntax &) = delete;
    LogSyntax &operator=(const LogSyntax &) = delete;

    /// Discards the state of all logs. Passing a few lines before the first visible one is enough for correct
    /// colours.
    void restart();
    QList<QTextLayout::FormatRange> formats(int source, const QString &line);

private:
    class Highlighter;
    std::unique_ptr<Highlighter> m_highlighter;
};

} // namespace Roost::Ui
