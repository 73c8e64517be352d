<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FilesDownload</name>
    <message numerus="yes">
        <source>%n files saved in %1</source>
        <translation>
            <numerusform>%n file saved in %1</numerusform>
            <numerusform>%n files saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::CodeStep</name>
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
    <name>Roost::ComputePage</name>
    <message numerus="yes">
        <source>Delete the compute %1? %n runs on it are canceled.</source>
        <translation>
            <numerusform>Delete the compute %1? %n run on it is canceled.</numerusform>
            <numerusform>Delete the compute %1? %n runs on it are canceled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::ComputesModel</name>
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
    <name>Roost::EnvironmentDraft</name>
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
    <name>Roost::EnvironmentsModel</name>
    <message numerus="yes">
        <source>This machine&apos;s Python, %n packages</source>
        <translation>
            <numerusform>This machine&apos;s Python, %n package</numerusform>
            <numerusform>This machine&apos;s Python, %n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::FindBar</name>
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
    <name>Roost::LogPane</name>
    <message numerus="yes">
        <source>%n error lines</source>
        <translation>
            <numerusform>%n error line</numerusform>
            <numerusform>%n error lines</numerusform>
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
    <name>Roost::MetricCard</name>
    <message numerus="yes">
        <source>⚠ %n values not finite</source>
        <translation>
            <numerusform>⚠ %n value not finite</numerusform>
            <numerusform>⚠ %n values not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::OutputsPane</name>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::OverviewPane</name>
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
</context>
<context>
    <name>Roost::ReviewStep</name>
    <message numerus="yes">
        <source>Reading the folder: %n files so far</source>
        <translation>
            <numerusform>Reading the folder: %n file so far</numerusform>
            <numerusform>Reading the folder: %n files so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::RunsPage</name>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::SubmitDraft</name>
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
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
</TS>
