// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/mergedtext.h"

#include "models/logs/file/logdocument.h"

namespace Roost::Logs {

MergedText::MergedText(QList<Piece> pieces, std::vector<int> order)
    : m_pieces(std::move(pieces))
    , m_order(std::move(order))
{
}

Future<QString> MergedText::fetch(qsizetype piece)
{
    if (piece == m_pieces.size())
        return readyFuture<QString>(joined());
    const Piece &wanted = m_pieces[piece];
    return andThen(wanted.document->text(wanted.from, wanted.to),
                   [self = shared_from_this(), piece](const QString &text) {
                       self->m_texts.append(text.split(QLatin1Char('\n')));
                       return self->fetch(piece + 1);
                   });
}

QString MergedText::joined() const
{
    QStringList lines;
    lines.reserve(qsizetype(m_order.size()));
    std::vector<qsizetype> taken(size_t(m_texts.size()), 0);
    for (const int piece : m_order)
        lines += m_texts[piece].value(taken[size_t(piece)]++);
    return lines.join(QLatin1Char('\n'));
}

} // namespace Roost::Logs
