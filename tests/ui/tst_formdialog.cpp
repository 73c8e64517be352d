// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bar.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

class NameDialog : public FormDialog
{
public:
    NameDialog()
        : FormDialog(u"name"_s, u"Name"_s, nullptr)
        , first(new QLineEdit)
        , last(new QLineEdit)
        , m_first(new FormField(u"First"_s, first))
        , m_last(new FormField(u"Last"_s, last))
    {
        addField(m_first);
        addField(m_last);
        addButtons(u"Save"_s);
        check();
    }

    using FormDialog::acceptButton;
    using FormDialog::cancelButton;
    using FormDialog::errorBar;
    using FormDialog::setBusy;

    QLineEdit *first;
    QLineEdit *last;
    int sent = 0;

protected:
    void check() override
    {
        for (FormField *field : {m_first, m_last}) {
            const bool isMissing = wasSubmitted() && static_cast<QLineEdit *>(field->control())->text().isEmpty();
            field->setProblem(isMissing ? u"Enter it."_s : QString());
        }
    }
    void send() override { ++sent; }

private:
    FormField *m_first;
    FormField *m_last;
};

} // namespace

class TestFormDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesItsParts()
    {
        const NameDialog dialog;
        QCOMPARE(dialog.objectName(), u"nameDialog"_s);
        QCOMPARE(dialog.acceptButton().objectName(), u"nameButton"_s);
        QCOMPARE(dialog.errorBar().objectName(), u"nameError"_s);
    }

    void sendsWhenNoFieldHasAProblem()
    {
        NameDialog dialog;
        dialog.show();
        dialog.last->setText(u"Hopper"_s);
        dialog.last->setFocus();
        dialog.acceptButton().click();
        QCOMPARE(dialog.sent, 0);
        QCOMPARE(dialog.focusWidget(), dialog.first);
        dialog.first->setText(u"Grace"_s);
        dialog.acceptButton().click();
        QCOMPARE(dialog.sent, 1);
        QVERIFY(dialog.isVisible());
    }

    void sendsAgainAfterAnError()
    {
        NameDialog dialog;
        dialog.first->setText(u"Grace"_s);
        dialog.last->setText(u"Hopper"_s);
        dialog.errorBar().setError(u"It was not saved."_s, {ErrorKind::Unreachable, u"No answer."_s, {}});
        Q_EMIT dialog.errorBar().retry();
        QCOMPARE(dialog.sent, 1);
        QVERIFY(!dialog.errorBar().hasError());
    }

    void isDisabledWhileBusy()
    {
        NameDialog dialog;
        dialog.show();
        dialog.setBusy(true);
        QVERIFY(!dialog.first->isEnabled());
        QVERIFY(!dialog.acceptButton().isEnabled());
        QVERIFY(dialog.cancelButton().isEnabled());
        dialog.setBusy(false);
        QVERIFY(dialog.first->isEnabled());
        dialog.cancelButton().click();
        QVERIFY(!dialog.isVisible());
    }

    void tabFollowsTheFieldsThenTheButtons()
    {
        NameDialog dialog;
        QList<QWidget *> order;
        for (QWidget *next = dialog.nextInFocusChain(); next != &dialog; next = next->nextInFocusChain()) {
            if (next == dialog.first || next == dialog.last || next == &dialog.acceptButton())
                order += next;
        }
        QCOMPARE(order, (QList<QWidget *>{dialog.first, dialog.last, &dialog.acceptButton()}));
    }

    void growsForAProblem()
    {
        NameDialog dialog;
        dialog.show();
        const int before = dialog.height();
        dialog.acceptButton().click();
        QTRY_VERIFY(dialog.height() > before);
    }
};

QTEST_MAIN(TestFormDialog)
#include "tst_formdialog.moc"
