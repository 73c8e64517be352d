// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Roost::JobFile {

/// A key of an output in a job file, and the corresponding key in Azure ML's body.
struct OutputWord
{
    QString key;
    QString bodyKey;
    /// The words of the file and of the body, alternating; empty if any text is valid.
    QStringList pairs;

    QStringList values() const;
    /// Returns the word of the body; empty for an invalid word.
    QString toBody(const QString &value) const;
    QString fromBody(const QString &value) const;
};

const OutputWord *outputWordOf(const QString &key);
QStringList outputKeys();
const QList<OutputWord> &outputWords();

} // namespace Roost::JobFile
