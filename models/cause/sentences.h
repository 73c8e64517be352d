// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

/// The first cause in sentences for the user. Window, console and service use only these functions.
namespace Roost::Causes::CauseText {

/// Returns "Rank 3: ModuleNotFoundError: No module named 'torchaudio'". If `alone`, the run has only one process, and
/// its rank is left out.
QString of(const CauseCandidate &candidate, bool alone);
/// Returns the sentence of the first candidate, or of all tied candidates together.
QString of(const FirstCause &cause, bool alone);
/// Returns the cause of a run; if it has none, its error text.
QString of(const Run &run);
/// Returns why another candidate may have been first, or how this one was found; empty if its own message shows it.
QString certainty(const FirstCause &cause);
/// Returns what the user can do about it, such as adding a module to the environment; empty if that is unknown.
QString hint(const Run &run);
/// Returns whether causes of this kind are derived from the messages of other ranks: the rank itself printed nothing.
bool followsFromOthers(CauseKind kind);
/// Returns "exit code 1" or "SIGSEGV".
QString outcome(const CauseCandidate &candidate);
/// Returns "5 ranks stopped because of it".
QString followers(const FirstCause &cause);
/// Returns "0, 2-5".
QString ranks(const QList<int> &ranks);
/// Returns "SIGKILL" or "signal 35".
QString signalName(int signal);

} // namespace Roost::Causes::CauseText
