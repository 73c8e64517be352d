// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetworkaccess.h"

#include <QHash>
#include <QJsonObject>

namespace Roost::Testing {

/// A recorded Azure ML with one workspace: answers of tests/data/azureml/answers.json with the headers that both
/// planes send, a storage that checks signatures, and the gateway's error for a workspace that does not exist. The
/// answers are composed by hand and not by code of Roost.
class RecordedAzure
{
public:
    /// `file` is answers.json. From now on `network` gets its answers from this object and must not outlive it.
    RecordedAzure(FakeNetworkAccess &network, const QString &file);

    static QString workspacePath();
    static QString subscriptionPath() { return QStringLiteral("/subscriptions/s"); }

    /// Sets another answer for "METHOD path", in the form of an entry of the file.
    void set(const QString &key, const QJsonObject &answer);
    /// Returns the recorded answer, which a test can change.
    QJsonObject recorded(const QString &key) const { return m_answers.value(key); }
    /// Deletes the workspace: the gateway answers from now on.
    void removeWorkspace() { m_isGone = true; }
    /// The storage requests with invalid signatures, as text.
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
