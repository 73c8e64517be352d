// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

namespace Roost::Ui {

/// The disk usage of a workspace: one line per part, with a bar that shows its share.
class StorageView : public QWidget
{
    Q_OBJECT
public:
    explicit StorageView(QWidget *parent = nullptr);

    void setStorage(const QMap<QString, qint64> &storage);
    qint64 total() const { return m_total; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QString name;
        qint64 bytes;
    };
    QList<Part> m_parts;
    qint64 m_total = 0;
};

} // namespace Roost::Ui
