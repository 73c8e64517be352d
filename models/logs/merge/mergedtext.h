// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/lines/linenumber.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace Roost::Logs {

class LogDocument;

/// The text of some merged lines: fetches the share of each source, one after the other, and joins them.
class MergedText : public std::enable_shared_from_this<MergedText>
{
public:
    struct Piece
    {
        LogDocument *document = nullptr;
        LineNumber from;
        LineNumber to;
    };

    /// `order` holds the index of the piece of each line.
    MergedText(QList<Piece> pieces, std::vector<int> order);

    /// The object stays alive until the future is finished.
    Future<QString> fetch(qsizetype piece = 0);

private:
    QString joined() const;

    QList<Piece> m_pieces;
    std::vector<int> m_order;
    QList<QStringList> m_texts; // by piece
};

} // namespace Roost::Logs
