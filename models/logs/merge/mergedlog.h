// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/merge/mergedlines.h"
#include "models/logs/merge/timemerge.h"

#include <QTimer>

#include <memory>

namespace Roost::Logs {

class LogTimes;

/// Several logs as one, in order of time. The sources may change at any time: the old order is shown until the new one
/// is complete, which is computed in slices between other events.
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

    /// Sets the sources. Lines with the same time are in the order of the sources. All sources, also earlier ones, must
    /// outlive this object.
    void setSources(const QList<Source> &sources);
    /// Returns whether the order of some lines is only that of the sources, because their times are unknown.
    bool hasUnknownTimes() const;
    /// Returns whether a new order is being computed.
    bool isArranging() const { return m_next != nullptr; }
    /// Returns whether the sources contain lines that are not merged yet, or a new order is being computed.
    bool isBehind() const { return isArranging() || m_timer.isActive(); }

    State state() const override { return m_state; }
    bool isPartial() const override;
    qint64 lineCount() const override;
    qint64 byteCount() const override;
    const std::vector<LineNumber> &errorLines() const override { return m_errors.lines(); }
    const LogLine *line(LineNumber number) override;
    Future<QString> text(LineNumber from, LineNumber to) override;
    /// Writes each line with the tag of its source at its beginning: "[3] epoch 1".
    Future<qint64> saveAs(const QString &fileName) override;
    QList<LogDocument *> documents() override;
    LogTag tag(int source) const override;
    Origin originOf(LineNumber line) const override;
    LineNumber lineOf(int source, LineNumber line) const override;
    LineNumber lineAt(TimePoint time) const override;

private:
    struct Order;
    void watch(Order *order);
    void sourceChanged(const Order *order, size_t source);
    void sourceRestarted();
    void mergeSlice();
    void show(std::unique_ptr<Order> order);
    void refreshState();
    const std::vector<LineNumber> &errorsOf(int source) const;

    std::unique_ptr<Order> m_order;
    std::unique_ptr<Order> m_next; // the order being computed, or null
    MergedLines m_errors;
    State m_state = State::Missing;
    QTimer m_timer;
};

} // namespace Roost::Logs
