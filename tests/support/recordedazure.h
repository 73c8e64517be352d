// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetworkaccess.h"

#include <QHash>
#include <QJsonObject>

namespace Roost::Testing {

/// A recorded Azure ML with one workspace: the answers in tests/data/azureml/answers.json with the headers that both
/// planes send, a storage that checks signatures, and the error of the gateway for a workspace that does not exist. The
/// answers are written by hand, not by code of Roost.
class RecordedAzure
{
public:
    /// `file` is answers.json. `network` receives all its answers from this object, so it must not be used after this
    /// object is destroyed.
    RecordedAzure(FakeNetworkAccess &network, const QString &file);

    static QString workspacePath();
    static QString subscriptionPath() { return QStringLiteral("/subscriptions/s"); }

    /// Sets another answer for "METHOD path", in the form of an entry of the file.
    void set(const QString &key, const QJsonObject &answer);
    /// Returns a recorded answer, for the test to change it.
    QJsonObject recorded(const QString &key) const { return m_answers.value(key); }
    /// Deletes the workspace: the gateway answers all subsequent requests.
    void removeWorkspace() { m_isGone = true; }
    /// Returns the storage requests with invalid signatures, as text.
    QStringList refusals() const { return m_refusals; }

private:
    FakeAnswer answer(const FakeRequest &request);
    FakeAnswer storage(const FakeRequest &request);
    FakeAnswer told(const QJsonObject &answer) const;

    QHash<QString, QJsonObject> m_answers;
    QStringList m_refusals;
    bool m_isGone = false;
};

} // namespace Roost::Testing
