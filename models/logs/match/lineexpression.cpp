// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/match/lineexpression.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

namespace Roost::Logs {

namespace {

// Matching a line ends after this number of steps (some milliseconds); the line then does not match.
constexpr quint32 MostSteps = 200'000;

} // namespace

LineExpression::LineExpression(const QByteArray &expression, bool caseSensitive)
    : m_context(pcre2_match_context_create_8(nullptr))
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    const quint32 options = PCRE2_UTF | (caseSensitive ? 0 : PCRE2_CASELESS);
    m_code = pcre2_compile_8(reinterpret_cast<PCRE2_SPTR8>(expression.constData()), size_t(expression.size()), options,
                             &error, &offset, nullptr);
    if (m_code)
        pcre2_jit_compile_8(m_code, PCRE2_JIT_COMPLETE);
    pcre2_set_match_limit_8(m_context, MostSteps);
}

LineExpression::~LineExpression()
{
    pcre2_match_context_free_8(m_context);
    pcre2_code_free_8(m_code);
}

LineExpression::Scratch LineExpression::scratch() const
{
    return {m_code ? pcre2_match_data_create_from_pattern_8(m_code, nullptr) : nullptr, pcre2_match_data_free_8};
}

bool LineExpression::isIn(QByteArrayView line, pcre2_real_match_data_8 *scratch) const
{
    return scratch && pcre2_match_8(m_code, reinterpret_cast<PCRE2_SPTR8>(line.data()), size_t(line.size()), 0,
                                    PCRE2_NO_UTF_CHECK, scratch, m_context) >= 0;
}

LineExpression::Search LineExpression::find(QByteArrayView line, qsizetype from, pcre2_real_match_data_8 *scratch) const
{
    if (!scratch)
        return Search::NotFound;
    const int found = pcre2_match_8(m_code, reinterpret_cast<PCRE2_SPTR8>(line.data()), size_t(line.size()),
                                    size_t(from), PCRE2_NO_UTF_CHECK, scratch, m_context);
    if (found >= 0)
        return Search::Found;
    return found == PCRE2_ERROR_NOMATCH ? Search::NotFound : Search::TooManySteps;
}

LineExpression::Part LineExpression::group(int number, pcre2_real_match_data_8 *scratch) const
{
    if (number < 0 || quint32(number) >= pcre2_get_ovector_count_8(scratch))
        return {};
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer_8(scratch);
    const PCRE2_SIZE start = ends[2 * number];
    const PCRE2_SIZE end = ends[2 * number + 1];
    if (start == PCRE2_UNSET || end < start)
        return {};
    return {qsizetype(start), qsizetype(end - start)};
}

int LineExpression::groupNamed(const char *name) const
{
    return m_code ? std::max(-1, pcre2_substring_number_from_name_8(m_code, reinterpret_cast<PCRE2_SPTR8>(name))) : -1;
}

} // namespace Roost::Logs
