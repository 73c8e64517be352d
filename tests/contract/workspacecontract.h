// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "tests/support/wait.h"

namespace Roost::Testing {

/// The test cases. Each is called by a test slot, which it fails; `workspace` contains only what a new workspace
/// contains.
namespace Contract {

void computesAreMadeAndRemoved(Workspace &workspace);
void environmentsGetVersions(Workspace &workspace);
/// `job` must be one that the workspace accepts; it need not end.
void submittedRunsAreListed(Workspace &workspace, const Job &job);
void namesAreTakenOnce(Workspace &workspace, const Job &job);
/// `runId` must have the file `path` with `content`.
void filesAreReadByRanges(Workspace &workspace, const QString &runId, const QString &path, const QByteArray &content);
/// The snapshot `codeId` must contain `path` with `content`, and `files` files in total.
void snapshotsAreLookedInto(Workspace &workspace, const QString &codeId, const QString &path, const QByteArray &content,
                            qsizetype files);
void modelsGetVersions(Workspace &workspace, const QString &runId, const QString &path, const QByteArray &content);
void whatIsMissingIsNotFound(Workspace &workspace);
/// `runId` must have `count` points of `key`.
void metricsComeOnce(Workspace &workspace, const QString &runId, const QString &key, qsizetype count);

} // namespace Contract

} // namespace Roost::Testing
