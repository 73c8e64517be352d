// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/trackinglines.h"
#include "ui/workspace/card.h"

#include <functional>

class QComboBox;
class QPushButton;
class QToolButton;

namespace Roost::Ui {

class ElidedLabel;
class Label;

/// The lines with which a script or a notebook logs to the workspace, to read and to copy. The token is hidden until
/// the user asks for it; a copy contains it.
class NotebookCard final : public Card
{
    Q_OBJECT
public:
    /// `token` is called each time, because the service may create a new token when it starts. It returns an empty text
    /// if clients need none.
    explicit NotebookCard(std::function<QString()> token, QWidget *parent = nullptr);

    /// Sets the address; empty while it is not known.
    void setUri(const QString &uri);
    /// Hides the token again.
    void hideToken();

Q_SIGNALS:
    void copied();

private:
    TrackingForm form() const;
    void showLines();
    void copy();

    std::function<QString()> m_token;
    QString m_uri;
    QList<ElidedLabel *> m_lines;
    QComboBox *m_form;
    QToolButton *m_show;
    QPushButton *m_copy;
    Label *m_secret;
};

} // namespace Roost::Ui
