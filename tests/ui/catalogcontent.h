// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/environmentdraft.h"
#include "tests/ui/runscontent.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QScrollBar>
#include <QTabBar>

namespace Roost::Testing {

/// Adds computes, environments and models as in a workspace that is in use, beside the runs of fillWithRuns.
inline void fillWithCatalogs(FakeContent &content)
{
    using namespace Qt::StringLiterals;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Compute local;
    local.name = u"local"_s;
    local.type = u"Local"_s;
    local.size = u"8 cores, 32 GB, 1 x RTX 4090"_s;
    local.location = u"this machine"_s;
    local.cores = 8;
    local.gpus = 1;
    local.currentNodes = 1;
    local.busyNodes = 1;
    local.state = ProvisioningState::Succeeded;
    Compute cluster;
    cluster.name = u"gpu-cluster"_s;
    cluster.type = u"AmlCompute"_s;
    cluster.size = u"STANDARD_NC24ADS_A100_V4"_s;
    cluster.location = u"westeurope"_s;
    cluster.maxNodes = 4;
    cluster.currentNodes = 2;
    cluster.busyNodes = 1;
    cluster.cores = 24;
    cluster.gpus = 2;
    cluster.idleSeconds = 900;
    cluster.created = now.addDays(-12);
    cluster.state = ProvisioningState::Succeeded;
    Compute making = cluster;
    making.name = u"cpu-cluster"_s;
    making.size = u"STANDARD_DS3_V2"_s;
    making.currentNodes = 0;
    making.busyNodes = 0;
    making.gpus = 0;
    making.cores = 4;
    making.state = ProvisioningState::Creating;
    Compute broken = making;
    broken.name = u"big-iron"_s;
    broken.state = ProvisioningState::Failed;
    broken.errors = {
        u"The quota for STANDARD_ND96ASR_V4 in westeurope is 0 cores; 96 are needed. Ask for more in the portal."_s};
    content.computes = {local, cluster, making, broken};

    Environment curated;
    curated.name = u"AzureML-system-python"_s;
    curated.version = u"1"_s;
    curated.description = u"The Python of this machine, as it is: /usr/bin/python3, version 3.13."_s;
    curated.curated = true;
    curated.packages = {u"numpy 2.2.4"_s, u"onnx 1.17.0"_s,  u"pillow 11.1.0"_s,     u"mpi4py 4.0.3"_s,
                        u"torch 2.6.0"_s, u"sympy 1.13.3"_s, u"torchvision 0.21.0"_s};
    Environment birds;
    birds.name = u"pytorch-birds"_s;
    birds.version = u"1"_s;
    birds.description = u"What the bird classifier needs"_s;
    birds.condaYaml = Items::environmentTemplate();
    birds.created = now.addDays(-9);
    Environment next = birds;
    next.version = u"2"_s;
    next.condaYaml += u"      - onnx==1.17.0\n"_s;
    next.created = now.addSecs(-7200);
    Environment image = birds;
    image.name = u"horovod"_s;
    image.image = u"mcr.microsoft.com/azureml/openmpi4.1.0-cuda11.8-cudnn8-ubuntu22.04"_s;
    content.environments = {curated, birds, next, image};

    for (int i = 1; i <= 3; ++i) {
        ModelVersion version;
        version.name = u"bird-classifier"_s;
        version.version = QString::number(i);
        version.type = u"custom_model"_s;
        version.uri = u"azureml://jobs/calm_finch_42/outputs/artifacts/paths/outputs/model.pt"_s;
        version.runId = u"calm_finch_42"_s;
        version.tags = {{u"accuracy"_s, u"0.97%1"_s.arg(i)}, {u"stage"_s, i == 3 ? u"best"_s : u"old"_s}};
        version.created = now.addDays(i - 6);
        version.size = 44'000'00;
        content.models += version;
    }
    ModelVersion onnx = content.models.first();
    onnx.name = u"bird-classifier-onnx"_s;
    onnx.uri = u"azureml://jobs/calm_finch_42/outputs/artifacts/paths/outputs/model.onnx"_s;
    onnx.size = 420'000;
    content.models += onnx;
}

/// Returns the controls that Tab reaches and that lack an object name or a name for screen readers.
inline QStringList namelessControls(QWidget &page)
{
    QStringList lacking;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(&page) ||
            widget->objectName().startsWith(QLatin1StringView("qt_")) || qobject_cast<const QScrollBar *>(widget))
            continue;
        const QWidget *parent = widget->parentWidget();
        const bool part = parent && (parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox") ||
                                     parent->inherits("QAbstractItemView") || parent->inherits("QTabWidget"));
        if (part || widget->inherits("QSplitterHandle") || widget->inherits("QHeaderView"))
            continue;
        const QString text = widget->property("text").toString();
        if (widget->objectName().isEmpty() || (widget->accessibleName().isEmpty() && text.isEmpty()))
            lacking += QLatin1StringView(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return lacking;
}

/// Returns the letters that, with Alt, activate more than one visible control of `page`: "n: Name of the run, Next:
/// Compute".
inline QStringList sharedMnemonics(QWidget &page)
{
    QMap<QString, QStringList> texts;
    const auto take = [&texts](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            texts[key.toString()] += text;
    };
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page))
            continue;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget)) {
            take(button->text());
        } else if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy()) {
            take(label->text());
        } else if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                take(tabs->tabText(i));
        }
    }
    QStringList shared;
    for (const auto &[key, of] : texts.asKeyValueRange()) {
        if (of.size() > 1)
            shared += key + QLatin1StringView(": ") + of.join(QLatin1StringView(", "));
    }
    return shared;
}

} // namespace Roost::Testing
