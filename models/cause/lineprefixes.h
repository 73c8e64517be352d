// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <utility>
#include <vector>

namespace Roost::Causes {

/// A line without the prefix of its writer.
struct PrefixedLine
{
    /// The rank that the prefix names; -1 if it names none.
    int rank = -1;
    /// Distinguishes the writers of one log: `rank` if the prefix names a rank, -1 without a prefix, less than -1 for
    /// other writers.
    int stream = -1;
    /// Valid until the next line is read.
    QByteArrayView text;
};

/// Removes what terminals and launchers add to the lines of one log: escape codes, Docker's JSON, the ranks of PyTorch
/// ("[rank1]: "), torchrun ("[default1]:") and mpirun ("[1,1]<stderr>:"), and every other prefix before the header of a
/// traceback ("worker-1: ", "[12:00:01] 7af3 || "). The following lines have the same prefix except for its digits.
class LinePrefixes
{
public:
    PrefixedLine read(QByteArrayView line);

private:
    struct Shape
    {
        QByteArray text;
        std::vector<bool> isTime; // for each run of digits, whether it is part of a date or a time
    };

    QByteArrayView unwrapped(QByteArrayView line);
    void addShapeOf(QByteArrayView text);
    qsizetype knownPrefixLength(QByteArrayView text, PrefixedLine &prefixed);
    void setWriter(PrefixedLine &prefixed, const Shape &shape, QByteArrayView prefix);

    std::vector<Shape> m_shapes;                         // the longest first
    std::map<QByteArray, std::pair<int, int>> m_streams; // rank and stream, by the prefix without its times
    QByteArray m_plain;
    QByteArray m_unwrapped;
};

/// Returns the text without terminal escape codes.
QByteArray withoutEscapes(QByteArrayView text);

} // namespace Roost::Causes
