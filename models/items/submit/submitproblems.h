// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/diagnostic.h"
#include "models/core/environment.h"
#include "models/items/submit/folderlisting.h"
#include "models/items/submit/submitfield.h"
#include "models/items/submit/submitform.h"

#include <optional>

namespace Roost::Items {

/// Returns the compute that the form names; empty if it is not among `computes`.
std::optional<Compute> computeOf(const SubmitForm &form, const std::optional<QList<Compute>> &computes);

/// Finds the problems that prevent submitting a form, and notices. The arguments of the constructor must outlive it.
class SubmitProblems
{
public:
    /// `computes` and `environments` are empty if they are not known yet; names are then not checked.
    SubmitProblems(const SubmitForm &form, const FolderListing &folder, const std::optional<QList<Compute>> &computes,
                   const std::optional<QList<Environment>> &environments);

    /// `jobText` and `conda` are the diagnostics of the job file and of the conda file in the job. The problems of the
    /// job file are listed first: while it has errors, the form does not reflect it.
    QList<FieldProblem> find(const Diagnostics &jobText, const Diagnostics &conda);

private:
    void add(SubmitField field, bool blocks, const QString &text);
    void checkJobText(const Diagnostics &jobText);
    void checkFolder();
    void checkSize();
    void checkCommand();
    void checkScript();
    void checkSentScript();
    void checkExperiment();
    void checkVariables();
    void checkVariableValues();
    void checkMetrics();
    void checkCompute();
    void checkState(const Compute &compute);
    void checkEnvironment(const Diagnostics &conda);
    void checkDistribution();
    void checkCapacity(const Compute &compute);
    void checkCarried();

    const SubmitForm &m_form;
    const Job &m_job;
    const FolderListing &m_folder;
    const std::optional<QList<Compute>> &m_computes;
    const std::optional<QList<Environment>> &m_environments;
    QList<FieldProblem> m_problems;
};

} // namespace Roost::Items
