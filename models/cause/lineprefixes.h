// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <vector>

namespace Roost::Causes {

/// A line without what stands before the words of its writer.
struct Spoken
{
    /// The rank that the prefix names; -1 for none.
    int who = -1;
    /// Tells writers apart within one log: `who` where a rank is named, -1 without any prefix, less for other writers.
    int stream = -1;
    /// Valid until the next line is read.
    QByteArrayView text;
};

/// Takes from the lines of one log what terminals and launchers put into them: escape codes, Docker's JSON, the ranks
/// of PyTorch ("[rank1]: "), torchrun ("[default1]:") and mpirun ("[1,1]<stderr>:"), and any other prefix that a
/// traceback begins with ("worker-1: ", "[12:00:01] 7af3 || "): the lines that follow share it, but for its digits.
class LinePrefixes
{
public:
    Spoken read(QByteArrayView line);

private:
    struct Shape
    {
        QByteArray text;
        std::vector<bool> isTime; // of each run of digits: part of a date or a time
    };

    QByteArrayView unwrapped(QByteArrayView line);
    void learn(QByteArrayView text);
    qsizetype learnedLength(QByteArrayView text, Spoken &spoken);
    void name(const Shape &shape, QByteArrayView prefix, Spoken &spoken);

    std::vector<Shape> m_shapes;                         // the longest first
    std::map<QByteArray, std::pair<int, int>> m_streams; // who and stream, by the digits that are no time
    QByteArray m_plain;
    QByteArray m_unwrapped;
};

/// Without the codes that colour a terminal.
QByteArray withoutEscapes(QByteArrayView text);

} // namespace Roost::Causes
