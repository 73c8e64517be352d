// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/logline.h"

#include <QSaveFile>

namespace Roost::Logs {

class MergedLog;

/// Writes a merged log to a file, some thousand lines at a time. Deletes itself when that is done or not wanted any
/// more.
class MergedSave : public QObject
{
public:
    /// The log is its parent.
    MergedSave(MergedLog *log, const QString &fileName);

    Future<qint64> answer() const { return m_question.future(); }

private:
    void writeOn();
    bool write(const QString &text);
    void fail();

    MergedLog *m_log;
    QSaveFile m_file;
    LineNumber m_next;
    qint64 m_end;
    Promise<qint64> m_question;
    PendingReply<QString> m_reading;
};

} // namespace Roost::Logs
