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

/// The text of some merged lines: fetches the lines of each source, one source after the other, and combines them.
class MergedText : public std::enable_shared_from_this<MergedText>
{
public:
    struct Piece
    {
        LogDocument *document = nullptr;
        LineNumber from;
        LineNumber to;
    };

    /// `order` contains for each line the index of its piece.
    MergedText(QList<Piece> pieces, std::vector<int> order);

    /// Returns the text. The object exists until the future is finished.
    Future<QString> fetch(qsizetype piece = 0);

private:
    QString joined() const;

    QList<Piece> m_pieces;
    std::vector<int> m_order;
    QList<QStringList> m_texts; // by the index of the piece
};

} // namespace Roost::Logs
