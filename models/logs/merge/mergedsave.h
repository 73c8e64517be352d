// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/lines/linenumber.h"

#include <QSaveFile>

namespace Roost::Logs {

class LogText;

/// Writes a text of several sources to a file, some thousand lines at a time; each line begins with the tag of its
/// source. Deletes itself when it is finished or canceled.
class MergedSave : public QObject
{
public:
    /// `text` becomes the parent.
    MergedSave(LogText *text, const QString &fileName);

    /// Returns the size of the file. Failed if it cannot be written, or if the sources of the text change meanwhile.
    Future<qint64> future() const { return m_promise.future(); }

private:
    void writeNext();
    bool write(const QString &text);
    void fail();

    LogText *m_text;
    QSaveFile m_file;
    LineNumber m_next;
    qint64 m_end;
    Promise<qint64> m_promise;
    PendingReply<QString> m_fetching;
};

} // namespace Roost::Logs
