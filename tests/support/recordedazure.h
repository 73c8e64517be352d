// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetworkaccess.h"

#include <QHash>
#include <QJsonObject>

namespace Roost::Testing {

/// Azure ML with one workspace, as it was recorded: answers of tests/data/azureml/answers.json with the headers that
/// both planes send, storage that checks signatures, and the gateway's word for a workspace that is not there. The
/// answers are composed by hand and by no code of Roost.
class RecordedAzure
{
public:
    /// `file` is answers.json. `network` gets its answers here from now on, and must not outlive this.
    RecordedAzure(FakeNetworkAccess &network, const QString &file);

    static QString workspacePath();
    static QString subscriptionPath() { return QStringLiteral("/subscriptions/s"); }

    /// Another answer for "METHOD path", as an entry of the file.
    void set(const QString &key, const QJsonObject &answer);
    /// The recorded answer, for a test to change.
    QJsonObject recorded(const QString &key) const { return m_answers.value(key); }
    /// The workspace is deleted: the gateway answers.
    void removeWorkspace() { m_isGone = true; }
    /// Signatures of the storage's requests that did not hold, in words.
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
