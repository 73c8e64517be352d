// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Roost::JobFile {

/// A key of an output in a job file, and the key of Azure ML's body for it.
struct OutputWord
{
    QString key;
    QString bodyKey;
    /// Words of the file and of the body, alternating; empty if any text is valid.
    QStringList pairs;

    QStringList values() const;
    /// Empty for an invalid word.
    QString toBody(const QString &value) const;
    QString fromBody(const QString &value) const;
};

const OutputWord *outputWordOf(const QString &key);
QStringList outputKeys();
const QList<OutputWord> &outputWords();

} // namespace Roost::JobFile
