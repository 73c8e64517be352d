// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;

namespace Roost::Logs {

/// A Perl-compatible expression, compiled to machine code, for one line at a time.
class LineExpression
{
public:
    /// `expression` must be valid.
    LineExpression(const QByteArray &expression, bool caseSensitive);
    ~LineExpression();

    /// The working memory of one thread.
    using Scratch = std::unique_ptr<pcre2_real_match_data_8, void (*)(pcre2_real_match_data_8 *)>;
    Scratch scratch() const;

    /// Returns whether `line` matches. The line must be valid UTF-8, without its end.
    bool isIn(QByteArrayView line, pcre2_real_match_data_8 *scratch) const;

    enum class Search { Found, NotFound, TooManySteps };
    /// Finds the first match at `from` or later. `group` then returns its parts.
    Search find(QByteArrayView line, qsizetype from, pcre2_real_match_data_8 *scratch) const;
    /// A part of a line; -1 if the group is no part of the match.
    struct Part
    {
        qsizetype start = -1;
        qsizetype length = 0;
    };
    /// Returns the part of a group; 0 is the whole match.
    Part group(int number, pcre2_real_match_data_8 *scratch) const;
    /// Returns the number of the group with this name, -1 if there is none.
    int groupNamed(const char *name) const;

private:
    pcre2_real_code_8 *m_code;
    pcre2_real_match_context_8 *m_context;
};

} // namespace Roost::Logs
