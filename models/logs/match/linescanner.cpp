// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/match/linescanner.h"

#include "models/logs/lines/lineends.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

#include <hs/hs.h>

namespace Roost::Logs {

namespace {

// Returns whether the expression matches no empty text. For an expression that does, such as "^$", Vectorscan does not
// report every match.
bool hasWidth(const QByteArray &expression, unsigned flags)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    const bool has =
        hs_expression_info(expression.constData(), flags, &info, &error) == HS_SUCCESS && info->min_width > 0;
    std::free(info);
    hs_free_compile_error(error);
    return has;
}

hs_database_t *compile(const QByteArray &expression, unsigned flags)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hasWidth(expression, flags) &&
        hs_compile(expression.constData(), flags, HS_MODE_BLOCK, nullptr, &database, &error) == HS_SUCCESS)
        return database;
    hs_free_compile_error(error);
    return nullptr;
}

// Returns whether the expression means the same in multi-line mode, in which "^" and "$" match at line ends, as for a
// single line.
bool isSameAmongOthers(const QByteArray &expression)
{
    // Anchors of the whole text, options that change the meaning of "^" and "$", verbs, and character properties, for
    // which the two engines differ if case is ignored.
    static const QRegularExpression differs(QStringLiteral(R"(\\[AzZGpP]|\(\?[a-zA-Z]*[\^-]|\(\*)"));
    return !differs.match(QString::fromUtf8(expression)).hasMatch();
}

bool isAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return uchar(c) < 0x80; });
}

/// Collects the lines with matches from the matches that the automaton reports.
struct Found
{
    QByteArrayView bytes;
    std::vector<qsizetype> *lineStarts;
    qsizetype start = 0; // the start of the line that was found last
    qsizetype end = 0;   // the start of the text after that line

    static int take(unsigned, unsigned long long, unsigned long long to, unsigned, void *self)
    {
        static_cast<Found *>(self)->take(qsizetype(to) - 1);
        return 0;
    }

    void take(qsizetype at)
    {
        if (at < end && at >= start)
            return;
        start = lastOf(bytes.first(at), '\n') + 1;
        const auto newline = bytes.indexOf('\n', at);
        end = newline < 0 ? bytes.size() : newline + 1;
        lineStarts->push_back(start);
    }
};

} // namespace

std::unique_ptr<const LineScanner> LineScanner::forLiteral(const QByteArray &text, bool caseSensitive)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    const unsigned flags = caseSensitive ? 0 : HS_FLAG_CASELESS;
    if (hs_valid_platform() != HS_SUCCESS || hs_compile_lit(text.constData(), flags, size_t(text.size()), HS_MODE_BLOCK,
                                                            nullptr, &database, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return nullptr;
    }
    return std::unique_ptr<const LineScanner>(new LineScanner(database, Precision::Exact));
}

std::unique_ptr<const LineScanner> LineScanner::forExpression(const QByteArray &expression, bool caseSensitive)
{
    if (hs_valid_platform() != HS_SUCCESS || !isSameAmongOthers(expression))
        return nullptr;
    const unsigned flags =
        HS_FLAG_MULTILINE | (caseSensitive ? 0 : HS_FLAG_CASELESS) | (isAscii(expression) ? 0 : HS_FLAG_UTF8);
    auto *database = compile(expression, flags);
    // An expression with back references and the like is replaced by one that matches more.
    if (!database)
        database = compile(expression, flags | HS_FLAG_PREFILTER);
    if (!database)
        return nullptr;
    // "\s" and "[^x]" also match line ends, so that a match may extend over several lines.
    return std::unique_ptr<const LineScanner>(new LineScanner(database, Precision::Superset));
}

LineScanner::LineScanner(hs_database *database, Precision precision)
    : m_database(database)
    , m_precision(precision)
{
}

LineScanner::~LineScanner()
{
    hs_free_database(m_database);
}

LineScanner::Scratch LineScanner::scratch() const
{
    hs_scratch_t *scratch = nullptr;
    hs_alloc_scratch(m_database, &scratch);
    return {scratch, [](hs_scratch *old) { hs_free_scratch(old); }};
}

void LineScanner::scan(QByteArrayView bytes, hs_scratch *scratch, std::vector<qsizetype> &lineStarts) const
{
    lineStarts.clear();
    Found found{bytes, &lineStarts};
    hs_scan(m_database, bytes.data(), unsigned(bytes.size()), 0, scratch, Found::take, &found);
    // The order of matches is not defined.
    if (!std::ranges::is_sorted(lineStarts)) {
        std::ranges::sort(lineStarts);
        const auto twice = std::ranges::unique(lineStarts);
        lineStarts.erase(twice.begin(), twice.end());
    }
}

} // namespace Roost::Logs
