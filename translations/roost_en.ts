<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CauseText</name>
    <message numerus="yes">
        <source>%n ranks stopped because of them</source>
        <translation>
            <numerusform>%n rank stopped because of them</numerusform>
            <numerusform>%n ranks stopped because of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ranks stopped because of it</source>
        <translation>
            <numerusform>%n rank stopped because of it</numerusform>
            <numerusform>%n ranks stopped because of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadQuestion</name>
    <message numerus="yes">
        <source>%n of these files already exist in %1. Replace them?</source>
        <translation>
            <numerusform>%n of these files is in %1 already. Replace it?</numerusform>
            <numerusform>%n of these files are in %1 already. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankText</name>
    <message numerus="yes">
        <source>Ranks %1 and %n more</source>
        <translation>
            <numerusform>Ranks %1 and %n more</numerusform>
            <numerusform>Ranks %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rank %1: %n steps (%2) behind</source>
        <translation>
            <numerusform>Rank %1: %n step (%2) behind</numerusform>
            <numerusform>Rank %1: %n steps (%2) behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Items::ComputesModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Items::EnvironmentDraft</name>
    <message numerus="yes">
        <source>%n conda packages</source>
        <translation>
            <numerusform>%n conda package</numerusform>
            <numerusform>%n conda packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pip packages</source>
        <translation>
            <numerusform>%n pip package</numerusform>
            <numerusform>%n pip packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Items::EnvironmentsModel</name>
    <message numerus="yes">
        <source>This machine&apos;s Python, %n packages</source>
        <translation>
            <numerusform>This machine&apos;s Python, %n package</numerusform>
            <numerusform>This machine&apos;s Python, %n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Items::SubmitDraft</name>
    <message numerus="yes">
        <source>%1 with %n arguments</source>
        <translation>
            <numerusform>%1 with %n argument</numerusform>
            <numerusform>%1 with %n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without distribution one process runs on one node. Choose %1 to use %n nodes.</source>
        <comment>PyTorch or MPI</comment>
        <translation>
            <numerusform>Without distribution one process runs on one node. Choose %1 to use %n node.</numerusform>
            <numerusform>Without distribution one process runs on one node. Choose %1 to use %n nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Transfer::FilesDownload</name>
    <message numerus="yes">
        <source>Saved %n files in %1</source>
        <translation>
            <numerusform>Saved %n file in %1</numerusform>
            <numerusform>Saved %n files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CodeStep</name>
    <message numerus="yes">
        <source>Reading the folder: %n files so far</source>
        <translation>
            <numerusform>Reading the folder: %n file so far</numerusform>
            <numerusform>Reading the folder: %n files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arguments as the script sees them</source>
        <translation>
            <numerusform>%n argument as the script sees it</numerusform>
            <numerusform>%n arguments as the script sees them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ComputePage</name>
    <message numerus="yes">
        <source>Delete the compute %1? %n runs on it are canceled.</source>
        <translation>
            <numerusform>Delete the compute %1? %n run on it is canceled.</numerusform>
            <numerusform>Delete the compute %1? %n runs on it are canceled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::DistributionStep</name>
    <message numerus="yes">
        <source>%1 has up to %n nodes.</source>
        <translation>
            <numerusform>%1 has up to %n node.</numerusform>
            <numerusform>%1 has up to %n nodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A node has %n cores.</source>
        <translation>
            <numerusform>A node has %n core.</numerusform>
            <numerusform>A node has %n cores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes in all: ranks 0 to %1, each with a log of its own.</source>
        <translation>
            <numerusform>%n process in all: ranks 0 to %1, each with a log of its own.</numerusform>
            <numerusform>%n processes in all: ranks 0 to %1, each with a log of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One for each GPU: a node has %n.</source>
        <translation>
            <numerusform>One for each GPU: a node has %n.</numerusform>
            <numerusform>One for each GPU: a node has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::FindBar</name>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HyperparametersTable</name>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LagHeatmap</name>
    <message numerus="yes">
        <source>%n steps (%1)</source>
        <translation>
            <numerusform>%n step (%1)</numerusform>
            <numerusform>%n steps (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LoadView</name>
    <message numerus="yes">
        <source>%1 of %n cores</source>
        <translation>
            <numerusform>%1 of %n core</numerusform>
            <numerusform>%1 of %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogStatus</name>
    <message numerus="yes">
        <source>%n ranks</source>
        <translation>
            <numerusform>%n rank</numerusform>
            <numerusform>%n ranks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 error lines</source>
        <translation>
            <numerusform>%1 error line</numerusform>
            <numerusform>%1 error lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MediaPane</name>
    <message numerus="yes">
        <source>%n more files have problems.</source>
        <translation>
            <numerusform>%n more file has problems.</numerusform>
            <numerusform>%n more files have problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricCard</name>
    <message numerus="yes">
        <source>%n values not finite</source>
        <translation>
            <numerusform>%n value not finite</numerusform>
            <numerusform>%n values not finite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: last %2, lowest %3, highest %4, from %5 to %6; %n values</source>
        <translation>
            <numerusform>%1: last %2, lowest %3, highest %4, from %5 to %6; %n value</numerusform>
            <numerusform>%1: last %2, lowest %3, highest %4, from %5 to %6; %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricsFold</name>
    <message numerus="yes">
        <source>%1: %n values, the last is %2</source>
        <translation>
            <numerusform>%1: %n value, the last is %2</numerusform>
            <numerusform>%1: %n values, the last is %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No value was found in the last %n lines.</source>
        <translation>
            <numerusform>No value was found in the last line.</numerusform>
            <numerusform>No value was found in the last %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OverviewPane</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all, those that failed</source>
        <translation>
            <numerusform>%n in all, those that failed</numerusform>
            <numerusform>%n in all, those that failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RankTimelineView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error lines</source>
        <translation>
            <numerusform>%n error line</numerusform>
            <numerusform>%n error lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ReviewStep</name>
    <message numerus="yes">
        <source>Reading the folder: %n files so far</source>
        <translation>
            <numerusform>Reading the folder: %n file so far</numerusform>
            <numerusform>Reading the folder: %n files so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunSubmitter</name>
    <message numerus="yes">
        <source>%1 and %n more look like secrets. Anyone who sees the run can read them. Send them anyway?</source>
        <translation>
            <numerusform>%1 and %n more look like secrets. Anyone who sees the run can read them. Send them anyway?</numerusform>
            <numerusform>%1 and %n more look like secrets. Anyone who sees the run can read them. Send them anyway?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunsPage</name>
    <message numerus="yes">
        <source>No match yet among %1 runs. Older runs are being read.</source>
        <translation>
            <numerusform>No match yet among %1 run. Older runs are being read.</numerusform>
            <numerusform>No match yet among %1 runs. Older runs are being read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunsToolBar</name>
    <message numerus="yes">
        <source>%1 of %2 runs</source>
        <translation>
            <numerusform>%1 of %2 run</numerusform>
            <numerusform>%1 of %2 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 runs so far, reading older ones…</source>
        <translation>
            <numerusform>%1 of %2 run so far, reading older ones…</numerusform>
            <numerusform>%1 of %2 runs so far, reading older ones…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs so far, reading older ones…</source>
        <translation>
            <numerusform>%1 run so far, reading older ones…</numerusform>
            <numerusform>%1 runs so far, reading older ones…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %2 newest runs</source>
        <translation>
            <numerusform>%1 of the %2 newest run</numerusform>
            <numerusform>%1 of the %2 newest runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %1 newest runs</source>
        <translation>
            <numerusform>the %1 newest run</numerusform>
            <numerusform>the %1 newest runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StragglerView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotChanges</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>file names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 has at most %n nodes; you ask for %2.</source>
        <translation>
            <numerusform>%1 has at most %n node; you ask for %2.</numerusform>
            <numerusform>%1 has at most %n nodes; you ask for %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A node of %1 takes %n processes at most; you ask for %2.</source>
        <translation>
            <numerusform>A node of %1 takes %n process at most; you ask for %2.</numerusform>
            <numerusform>A node of %1 takes %n processes at most; you ask for %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) were logged by a run that is not imported.</source>
        <translation>
            <numerusform>%Ln metric was logged by a run that is not imported.</numerusform>
            <numerusform>%Ln metrics were logged by a run that is not imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left out. %1</source>
        <translation>
            <numerusform>%Ln file was left out. %1</numerusform>
            <numerusform>%Ln files were left out. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other file(s) in the folder are not event files and are not copied.</source>
        <translation>
            <numerusform>%Ln other file in the folder is not an event file and is not copied.</numerusform>
            <numerusform>%Ln other files in the folder are not event files and are not copied.</numerusform>
        </translation>
    </message>
</context>
</TS>
