// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>

namespace Roost {

/// How a client signs in to a server and checks its certificate. Contains no secret.
struct ServerFacts
{
    enum class SignIn {
        Environment, // the variables and files that MLflow's own client reads
        None,
        Password, // of the user in the address
        Token,
    };
    SignIn signIn = SignIn::Environment;
    /// A PEM file with certificates of authorities that are trusted beside those of the system.
    QString caFile = {};
    /// A PEM file with the client's certificate and its private key.
    QString clientCertificateFile = {};
    /// The SHA-256 fingerprint of a certificate that the user accepted although no authority confirms it.
    QString acceptedFingerprint = {};
    /// The user lets the password or token travel to another machine over plain http.
    bool plainHttp = false;

    bool operator==(const ServerFacts &) const = default;
};

/// Facts and secrets with which a server is opened.
struct ServerAccess
{
    ServerFacts facts = {};
    QString user = {};
    QString password = {};
    QString token = {};
};

/// A server that the user's files or environment variables name.
struct ServerOffer
{
    QString title;
    QString address;
    ServerFacts::SignIn signIn = ServerFacts::SignIn::Environment;
    bool operator==(const ServerOffer &) const = default;
};

/// The outcome of one step of a test of a server.
struct ServerCheckStep
{
    enum class Outcome { Running, Passed, Noted, Failed };
    QString what; // "Reach ml.example.org:5000"
    Outcome outcome = Outcome::Running;
    QString text; // what was found, or why it failed and what to do
    bool operator==(const ServerCheckStep &) const = default;
};

/// A test of a server, step by step. It ends at the first step that fails.
struct ServerCheck
{
    QList<ServerCheckStep> steps;
    /// The server's certificate, if no authority confirms it: its fingerprint, and for whom and by whom it was issued.
    QString fingerprint;
    QString certificate;

    bool hasPassed() const
    {
        using enum ServerCheckStep::Outcome;
        return !steps.isEmpty() && std::ranges::none_of(steps, [](const ServerCheckStep &step) {
            return step.outcome == Failed || step.outcome == Running;
        });
    }
};

} // namespace Roost
