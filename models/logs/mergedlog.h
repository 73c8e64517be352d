// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logtext.h"
#include "models/logs/mergedlines.h"
#include "models/logs/timemerge.h"

#include <QTimer>

#include <memory>

namespace Roost::Logs {

class LogTimes;

/// Several logs as one, in the order of time. Which ones may change at any time: what was shown stays until the new
/// order is made, a slice at a time between other events.
class MergedLog : public LogText
{
    Q_OBJECT

public:
    struct Source
    {
        LogDocument *document = nullptr;
        LogTimes *times = nullptr;
        LogTag tag;
        bool operator==(const Source &) const = default;
    };

    explicit MergedLog(QObject *parent = nullptr);
    ~MergedLog() override;

    /// In the order that counts where times are the same. All of them, and those from before, outlive the text.
    void setSources(const QList<Source> &sources);
    /// Whether the order of some lines is only that of the sources, because nobody knows when they were written.
    bool hasUnknownTimes() const;
    /// A new order is being made.
    bool isArranging() const { return m_next != nullptr; }
    /// Lines of the sources are known that are not in the text yet; or a new order is being made.
    bool isBehind() const { return isArranging() || m_timer.isActive(); }

    State state() const override { return m_state; }
    bool isPartial() const override;
    qint64 lineCount() const override;
    qint64 byteCount() const override;
    const std::vector<LineNumber> &errorLines() const override { return m_errors.lines(); }
    const LogLine *line(LineNumber number) override;
    Future<QString> text(LineNumber from, LineNumber to) override;
    /// Each line with whose it is in front: "[3] epoch 1".
    Future<qint64> saveAs(const QString &fileName) override;
    QList<LogDocument *> documents() override;
    LogTag tag(int source) const override;
    Origin originOf(LineNumber line) const override;
    LineNumber lineOf(int source, LineNumber line) const override;
    LineNumber lineAt(qint64 time) const override;

private:
    struct Order;
    void watch(Order *order);
    void sourceChanged(const Order *order, size_t source);
    void sourceRestarted();
    void work();
    void show(std::unique_ptr<Order> order);
    void refreshState();
    const std::vector<LineNumber> &errorsOf(int source) const;

    std::unique_ptr<Order> m_order;
    std::unique_ptr<Order> m_next; // null while nothing is arranged anew
    MergedLines m_errors;
    State m_state = State::Missing;
    QTimer m_timer;
};

} // namespace Roost::Logs
