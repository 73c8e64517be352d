// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

namespace Roost::Bench {

/// The log of a training script: steps with their losses, and occasionally a progress bar, a coloured warning, a word
/// that is not ASCII, and a traceback. Its content depends only on the size. The file is in the current folder and is
/// removed by the destructor.
class TrainingLog
{
public:
    explicit TrainingLog(qint64 size);
    QString path() const { return m_file.fileName(); }
    qint64 size() const { return m_file.size(); }

private:
    QTemporaryFile m_file;
};

/// A log like TrainingLog, with lines of 10 bytes.
class ShortLinesLog
{
public:
    explicit ShortLinesLog(qint64 size);
    QString path() const { return m_file.fileName(); }
    qint64 size() const { return m_file.size(); }

private:
    QTemporaryFile m_file;
};

} // namespace Roost::Bench
