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

/// Runs an automaton over many lines at once and tells in which of them something may be.
class LineScanner
{
public:
    enum class Answer {
        Exact,    // lines named contain what is looked for
        Superset, // and perhaps some that do not
    };

    /// Null where Vectorscan does not take it.
    static std::unique_ptr<const LineScanner> forLiteral(const QByteArray &text, bool caseSensitive);
    static std::unique_ptr<const LineScanner> forExpression(const QByteArray &expression, bool caseSensitive);
    ~LineScanner();

    Answer answer() const { return m_answer; }

    /// What one thread needs while it scans.
    using Scratch = std::unique_ptr<hs_scratch, void (*)(hs_scratch *)>;
    Scratch scratch() const;

    /// Where the lines begin that are named, ascending, in `bytes` of less than 4 GB.
    void scan(QByteArrayView bytes, hs_scratch *scratch, std::vector<qsizetype> &lineStarts) const;

private:
    LineScanner(hs_database *database, Answer answer);

    hs_database *m_database;
    Answer m_answer;
};

} // namespace Roost::Logs
