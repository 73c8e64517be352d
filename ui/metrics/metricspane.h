// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"
#include "ui/metrics/metriccomparison.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMap>
#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace Roost::Ui {

class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class MetricCard;
class MetricChart;
class Navigator;
class SystemSection;

/// The metrics of a run: a grid of cards, to which cards are added as metrics appear.
class MetricsPane : public QWidget
{
    Q_OBJECT
public:
    /// `run` and `navigator` must outlive the pane.
    MetricsPane(Items::RunDocument *run, Navigator *navigator, QWidget *parent = nullptr);

    /// Returns the cards of the metrics that have been read, in their order on the screen.
    QList<MetricCard *> cards() const;
    MetricCard *card(const QString &key) const { return m_cards.value(key); }
    SystemSection *system() const { return m_system; }
    void focusFilter();

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTools();
    QLineEdit *buildFilter(QWidget *tools);
    void refreshKeys();
    void refreshError();
    void showContent(bool hasOwn);
    void arrange();
    MetricCard *makeCard(const QString &key);
    void setCursorX(std::optional<double> x);
    void showX(const MetricChart *chosen, const std::optional<Items::MetricSeries::Range> &x);
    bool isEmpty(const QString &key) const;
    void arrangeIfOthers();

    Items::RunDocument *m_run;
    Navigator *m_navigator;
    QMap<QString, MetricCard *> m_cards;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_axis = nullptr;
    QComboBox *m_smoothing = nullptr;
    QWidget *m_tools;
    QScrollArea *m_area;
    QWidget *m_board;
    SystemSection *m_system;
    Label *m_noneYet; // shown above the system metrics while the script has logged nothing
    QGridLayout *m_grid;
    EmptyState *m_empty;
    ContentStack *m_stack;
    ErrorBar *m_error;
    MetricComparison m_comparison;
    int m_columns = 0;
    std::optional<Items::MetricSeries::Range> m_x; // the visible range of x in all charts; empty: all
};

} // namespace Roost::Ui
