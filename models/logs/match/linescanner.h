// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

struct hs_database;
struct hs_scratch;

namespace Roost::Logs {

/// Scans many lines at once with an automaton and returns the lines that may match.
class LineScanner
{
public:
    enum class Precision {
        Exact,    // every returned line matches
        Superset, // some returned lines may not match
    };

    /// Returns null if Vectorscan does not support it.
    static std::unique_ptr<const LineScanner> forLiteral(const QByteArray &text, bool caseSensitive);
    static std::unique_ptr<const LineScanner> forExpression(const QByteArray &expression, bool caseSensitive);
    ~LineScanner();

    Precision precision() const { return m_precision; }

    /// The working memory of one thread.
    using Scratch = std::unique_ptr<hs_scratch, void (*)(hs_scratch *)>;
    Scratch scratch() const;

    /// Sets `lineStarts` to the beginnings of the returned lines, in ascending order. `bytes` must be smaller than 4
    /// GB.
    void scan(QByteArrayView bytes, hs_scratch *scratch, std::vector<qsizetype> &lineStarts) const;

private:
    LineScanner(hs_database *database, Precision precision);

    hs_database *m_database;
    Precision m_precision;
};

} // namespace Roost::Logs
