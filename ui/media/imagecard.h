// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/media/imagedecoder.h"
#include "ui/media/mediacard.h"

namespace Roost::Ui {

class ImageView;

/// The images of one tag.
class ImageCard : public MediaCard
{
    Q_OBJECT
public:
    ImageCard(Items::RunMedia &media, const Items::MediaKey &key, QWidget *parent);

    ImageView *view() const { return m_view; }
    void setEnlarged(bool enlarged) override;
    void copy();
    void save();

protected:
    void showContent(const Items::MediaContent &content) override;
    void clearContent() override;
    void fillMenu(QMenu *menu) override;

private:
    void decode();
    void refreshNote();

    ImageView *m_view;
    QToolButton *m_actual;
    QByteArray m_bytes; // as the script has written them
    DecodedImage m_decoded;
    PendingReply<DecodedImage> m_decoding;
    PendingReply<DecodedImage> m_copying;
};

} // namespace Roost::Ui
