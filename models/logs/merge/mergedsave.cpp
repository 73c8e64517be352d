// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/mergedsave.h"

#include "models/core/wholewrite.h"
#include "models/logs/file/logtext.h"

#include <algorithm>

namespace Roost::Logs {

namespace {

constexpr qint64 LinesAtOnce = 20'000;

} // namespace

MergedSave::MergedSave(LogText *text, const QString &fileName)
    : QObject(text)
    , m_text(text)
    , m_file(fileName)
    , m_end(text->lineCount())
{
    // With other sources, the line numbers refer to other lines.
    connect(text, &LogText::documentsChanged, this, &MergedSave::fail);
    if (m_file.open(QIODevice::WriteOnly))
        writeNext();
    else
        fail();
}

void MergedSave::fail()
{
    m_promise.resolve(failure(ErrorKind::Failed,
                              QStringLiteral("The log could not be saved as %1.").arg(m_file.fileName()),
                              m_file.errorString()));
    deleteLater();
}

void MergedSave::writeNext()
{
    if (m_promise.isCanceled()) {
        deleteLater();
        return;
    }
    if (m_next.value >= m_end) {
        const qint64 size = m_file.size();
        if (!m_file.commit()) {
            fail();
            return;
        }
        m_promise.resolve(size);
        deleteLater();
        return;
    }
    const LineNumber last{std::min(m_next.value + LinesAtOnce, m_end) - 1};
    m_fetching.watch(m_text->text(m_next, last), [this](const Result<QString> &lines) {
        if (lines && write(*lines))
            writeNext();
        else
            fail();
    });
}

bool MergedSave::write(const QString &text)
{
    QByteArray bytes;
    for (const auto line : qTokenize(text, u'\n')) {
        if (m_next.value >= m_text->lineCount())
            break;
        bytes += '[' + m_text->tag(m_text->originOf(m_next).source).text.toUtf8() + "] " + line.toUtf8() + '\n';
        ++m_next.value;
    }
    return writeWhole(m_file, bytes);
}

} // namespace Roost::Logs
