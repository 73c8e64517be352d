// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/submit/metricspreview.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Roost::Ui {

class FormField;

/// The metrics that a job reads from its log, with a preview on an existing log. Initially folded.
class MetricsFold : public QWidget
{
    Q_OBJECT
public:
    explicit MetricsFold(QWidget *parent = nullptr);

    /// The field with the patterns, which shows their problem.
    FormField *field() const { return m_field; }
    /// Shows the metrics of the draft, and unfolds if there are any.
    void setMetrics(const MetricDefinitions &metrics, const QString &patterns);
    /// Sets the log on which the metrics are tried.
    void setLog(const QString &file);

Q_SIGNALS:
    void recognitionSwitched(bool on);
    void patternsEdited(const QString &text);

private:
    void addPreview(QWidget *body);
    void setOpen(bool open);
    void chooseLog();
    void updatePreview();
    void showPreview(const Result<Items::MetricsPreview> &preview);

    QToolButton *m_title;
    QWidget *m_body;
    QCheckBox *m_recognize;
    QPlainTextEdit *m_patterns;
    FormField *m_field;
    QLabel *m_logName = nullptr;
    QLabel *m_summary = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    MetricDefinitions m_metrics;
    QString m_log;
    QTimer m_pause; // until the preview follows the typing
    PendingReply<Items::MetricsPreview> m_preview;
};

} // namespace Roost::Ui
