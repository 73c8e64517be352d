// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/search/logfinder.h"

#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Roost::Ui {

class Label;

/// An input for a pattern in a log, with the number of lines found. One instance finds, another filters. Hidden until
/// open(); Escape closes it.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose { Find, Filter };

    /// `name` is the prefix of object names: "find", "filter".
    FindBar(Purpose purpose, const QString &name, QWidget *parent = nullptr);

    void open();
    void close();
    Logs::LogPattern pattern() const;
    /// Shows "3 of 120 lines", or the reason why no line was found.
    void showResult(const Logs::LogFinder &search, std::optional<Logs::LineNumber> current);

Q_SIGNALS:
    void patternChanged(const Roost::Logs::LogPattern &pattern);
    void nextWanted(bool forward);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &text, const QString &tip);

    Purpose m_purpose;
    QString m_name;
    QLineEdit *m_edit;
    QToolButton *m_case;
    QToolButton *m_regex;
    QToolButton *m_not = nullptr; // only in a filter
    Label *m_result;
};

} // namespace Roost::Ui
