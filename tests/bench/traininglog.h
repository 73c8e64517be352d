// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

namespace Roost::Bench {

/// What a training script writes: steps with their losses, now and then a progress bar, a warning in colour, a word
/// that is not ASCII and a traceback. Always the same for the same size. In the current folder, and gone with the
/// object.
class TrainingLog
{
public:
    explicit TrainingLog(qint64 size);
    QString path() const { return m_file.fileName(); }
    qint64 size() const { return m_file.size(); }

private:
    QTemporaryFile m_file;
};

/// The same with lines of 10 bytes.
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
