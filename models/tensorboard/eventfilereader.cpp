// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/eventfilereader.h"

#include "models/tensorboard/event.pb.h"
#include "models/tensorboard/recordwindow.h"
#include "models/tensorboard/valuedecoder.h"

#include <utility>

namespace Roost::TensorBoard {

namespace {

constexpr int sessionStart = 1;

void addSkipped(QList<SkippedPart> &parts, const SkippedPart &part)
{
    if (!parts.isEmpty() && parts.last().end == part.start && parts.last().isTooLarge == part.isTooLarge)
        parts.last().end = part.end;
    else
        parts.append(part);
}

} // namespace

EventBatch EventFileReader::read(QIODevice &file, qint64 offset, qint64 most)
{
    EventBatch batch;
    RecordWindow window(file, offset);
    bool hasRecord = false;
    batch.end = offset;
    while (true) {
        const qint64 left = offset + most - window.position();
        batch.hasMore = left <= 0;
        if (batch.hasMore)
            break;
        const auto outcome = window.next(left);
        if (outcome == RecordWindow::Outcome::Unfinished)
            break;
        batch.end = window.position();
        if (outcome != RecordWindow::Outcome::Record) {
            addSkipped(batch.skipped, {window.start(), window.position(), outcome == RecordWindow::Outcome::TooLarge});
            continue;
        }
        hasRecord = true;
        readEvent(window.data(), window.start(), batch);
    }
    batch.isForeign = offset == 0 && !hasRecord && !batch.skipped.isEmpty() && !batch.skipped.first().isTooLarge;
    return batch;
}

void EventFileReader::readEvent(QByteArrayView data, qint64 start, EventBatch &batch)
{
    Format::Event event;
    if (!event.ParseFromArray(data.data(), int(data.size()))) {
        addSkipped(batch.skipped, {start, batch.end, false});
        return;
    }
    if (event.session_log().status() == sessionStart)
        batch.restarts.append({event.step(), batch.values.size()});
    for (const Format::Summary::Value &value : event.summary().value()) {
        const QString tag = QString::fromUtf8(value.tag());
        if (const std::string &plugin = value.metadata().plugin_data().plugin_name(); !plugin.empty())
            m_plugins.insert(tag, QString::fromUtf8(plugin));
        if (auto decoded = decodeValue(value, m_plugins.value(tag)))
            batch.values.append({tag, event.step(), event.wall_time(), start, std::move(*decoded)});
    }
}

} // namespace Roost::TensorBoard
