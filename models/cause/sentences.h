// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

/// The first cause as sentences for people. Window, console and service use these functions and no others.
namespace Roost::Causes::CauseText {

/// "Rank 3: ModuleNotFoundError: No module named 'torchaudio'". `alone`: the run had one process, which is not named.
QString of(const CauseCandidate &candidate, bool alone);
/// The sentence of the first candidate, or of all tied ones together.
QString of(const FirstCause &cause, bool alone);
/// The cause of a run, or its error text without one.
QString of(const Run &run);
/// Why another candidate may have been first, or how this one was found; empty if its own message shows it.
QString certainty(const FirstCause &cause);
/// What to do about it, such as adding a module to the environment; empty if that is not known.
QString hint(const Run &run);
/// "exit code 1", "SIGSEGV"
QString outcome(const CauseCandidate &candidate);
/// "5 ranks stopped because of it"
QString followers(const FirstCause &cause);
/// "0, 2-5"
QString ranks(const QList<int> &ranks);
/// "SIGKILL", "signal 35"
QString signalName(int signal);

} // namespace Roost::Causes::CauseText
