// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/loadsample.h"
#include "models/service/collect/metricfilereader.h"

namespace Roost::Service::Collect {

/// Reads the samples of the load that the supervisor of a run writes (models/load/loadsample.h), as the metrics of
/// models/core/systemmetrics.h. Each sample is a step. The resources of the run are those of all samples so far.
class LoadFileReader : public MetricFileReader
{
public:
    FileReading read(QIODevice &file, const FilePosition &from, bool isFinal) override;

private:
    /// What is known of the samples before a position.
    struct Totals
    {
        qint64 samples = 0;
        qint64 lastMs = 0; // the time of the last sample
        qint64 peakMemory = -1;
        qint64 peakGpuMemory = -1;
        // The integrals over the time that was measured, in percent times seconds, and that time in seconds.
        double processor = 0;
        double processorSeconds = 0;
        double gpu = 0;
        double gpuSeconds = 0;

        void add(const Load::LoadSample &sample);
        RunResources resources() const;
        QByteArray toText() const;
        static Totals fromText(const QByteArray &text);
    };

    static void addPoints(std::vector<CollectedPoint> &points, const Load::LoadSample &sample, qint64 step);
};

} // namespace Roost::Service::Collect
