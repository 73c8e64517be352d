// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/mergedsave.h"

#include "models/core/wholewrite.h"
#include "models/logs/mergedlog.h"

namespace Roost::Logs {

namespace {

constexpr qint64 LinesAtOnce = 20'000;

} // namespace

MergedSave::MergedSave(MergedLog *log, const QString &fileName)
    : QObject(log)
    , m_log(log)
    , m_file(fileName)
    , m_end(log->lineCount())
{
    // Another order of lines is another text.
    connect(log, &LogText::documentsChanged, this, &MergedSave::fail);
    if (m_file.open(QIODevice::WriteOnly))
        writeOn();
    else
        fail();
}

void MergedSave::fail()
{
    m_question.resolve(failure(ErrorKind::Failed,
                               QStringLiteral("The log could not be saved as %1.").arg(m_file.fileName()),
                               m_file.errorString()));
    deleteLater();
}

void MergedSave::writeOn()
{
    if (m_question.isCanceled()) {
        deleteLater();
        return;
    }
    if (m_next.value >= m_end) {
        const qint64 size = m_file.size();
        if (!m_file.commit()) {
            fail();
            return;
        }
        m_question.resolve(size);
        deleteLater();
        return;
    }
    const LineNumber last{std::min(m_next.value + LinesAtOnce, m_end) - 1};
    m_reading.watch(m_log->text(m_next, last), [this](const Result<QString> &text) {
        if (text && write(*text))
            writeOn();
        else
            fail();
    });
}

bool MergedSave::write(const QString &text)
{
    QByteArray bytes;
    for (const auto line : qTokenize(text, u'\n')) {
        if (m_next.value >= m_log->lineCount())
            break;
        bytes += '[' + m_log->tag(m_log->originOf(m_next).source).text.toUtf8() + "] " + line.toUtf8() + '\n';
        ++m_next.value;
    }
    return writeWhole(m_file, bytes);
}

} // namespace Roost::Logs
