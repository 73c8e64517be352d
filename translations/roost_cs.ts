<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs">
<context>
    <name>CauseText</name>
    <message>
        <source>signal %1</source>
        <translation>signál %1</translation>
    </message>
    <message>
        <source>crashed (%1)</source>
        <translation>spadl (%1)</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>spadl</translation>
    </message>
    <message>
        <source>ran out of memory</source>
        <translation>vyčerpal paměť</translation>
    </message>
    <message>
        <source>ended with exit code %1</source>
        <translation>skončil s návratovým kódem %1</translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation>skončil s chybou</translation>
    </message>
    <message>
        <source>ended while the others still went on</source>
        <translation>skončil, zatímco ostatní ještě pokračovaly</translation>
    </message>
    <message>
        <source>did not join the others in time</source>
        <translation>se k ostatním nepřipojil včas</translation>
    </message>
    <message>
        <source>hung while the others waited for it</source>
        <translation>uvázl, zatímco na něj ostatní čekaly</translation>
    </message>
    <message>
        <source>called MPI_Abort</source>
        <translation>zavolal MPI_Abort</translation>
    </message>
    <message>
        <source>was interrupted</source>
        <translation>byl přerušen</translation>
    </message>
    <message>
        <source>lost another rank; nothing tells which</source>
        <translation>ztratil jiný rank; nic neříká, který</translation>
    </message>
    <message>
        <source>The process</source>
        <translation>Proces</translation>
    </message>
    <message>
        <source>A rank</source>
        <translation>Některý rank</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Rank %1</translation>
    </message>
    <message>
        <source>Ranks %1</source>
        <translation>Ranky %1</translation>
    </message>
    <message>
        <source>%1 went silent together</source>
        <translation>%1 umlkly společně</translation>
    </message>
    <message>
        <source>%1 broke at the same moment</source>
        <translation>%1 selhaly ve stejném okamžiku</translation>
    </message>
    <message>
        <source>It says nothing itself; this follows from what the other ranks say, or do not say.</source>
        <translation>Sám nic neříká; plyne to z toho, co ostatní ranky říkají, nebo neříkají.</translation>
    </message>
    <message>
        <source>Nothing in the logs tells which of them held up the others.</source>
        <translation>Nic v lozích neříká, který z nich zdržel ostatní.</translation>
    </message>
    <message>
        <source>They broke too close together to determine which was first.</source>
        <translation>Selhaly příliš krátce po sobě, než aby šlo říci, který byl první.</translation>
    </message>
    <message>
        <source>The clocks of the machines disagree: other ranks seem to have followed before it broke. The order is taken from the messages in the logs.</source>
        <translation>Hodiny strojů se rozcházejí: ostatní zdánlivě následovaly dříve, než selhal. Rozhodnuto podle toho, co říkají logy.</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>návratový kód %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ranks stopped because of them</source>
        <translation>
            <numerusform>kvůli nim se zastavil %n rank</numerusform>
            <numerusform>kvůli nim se zastavily %n ranky</numerusform>
            <numerusform>kvůli nim se zastavilo %n ranků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ranks stopped because of it</source>
        <translation>
            <numerusform>kvůli němu se zastavil %n rank</numerusform>
            <numerusform>kvůli němu se zastavily %n ranky</numerusform>
            <numerusform>kvůli němu se zastavilo %n ranků</numerusform>
        </translation>
    </message>
    <message>
        <source>raised in turn: %1</source>
        <translation>následně vyvoláno: %1</translation>
    </message>
    <message>
        <source>Each of ranks %1</source>
        <translation>Každý z ranků %1</translation>
    </message>
    <message>
        <source>was ended (%1); nothing tells by whom</source>
        <translation>byl ukončen (%1); nic neříká, kým</translation>
    </message>
    <message>
        <source>gave up trying to meet the others</source>
        <translation>vzdal pokus setkat se s ostatními</translation>
    </message>
    <message>
        <source>was not in the same collective as the others</source>
        <translation>nebyl ve stejné kolektivní operaci jako ostatní</translation>
    </message>
    <message>
        <source>gave up waiting for the others</source>
        <translation>přestal čekat na ostatní</translation>
    </message>
    <message>
        <source>%1 (raised in turn: %2)</source>
        <translation>%1 (vyvolala další: %2)</translation>
    </message>
    <message>
        <source>%1 gave up waiting for the others: %2</source>
        <translation>%1 přestal čekat na ostatní: %2</translation>
    </message>
    <message>
        <source>%1 broke at the same moment: %2</source>
        <translation>%1 selhal ve stejné chvíli: %2</translation>
    </message>
    <message>
        <source>Several processes share this log without names; this is the first error at its end.</source>
        <translation>Do tohoto logu píše několik procesů beze jména; toto je první chyba na jeho konci.</translation>
    </message>
    <message>
        <source>How it ended is known. Nothing in the logs says why.</source>
        <translation>Je známo, jak skončil. Proč, to v lozích nic neříká.</translation>
    </message>
    <message>
        <source>Nothing in the logs tells which rank was lost or held it up.</source>
        <translation>Nic v lozích neříká, který rank se ztratil nebo ho zdržel.</translation>
    </message>
    <message>
        <source>A requirements.txt beside the script is not installed.</source>
        <translation>Soubor requirements.txt vedle skriptu se neinstaluje.</translation>
    </message>
    <message>
        <source>Add the module to the environment of the run. %1</source>
        <translation>Přidejte modul do prostředí běhu. %1</translation>
    </message>
    <message>
        <source>Add the module to the environment %1. %2</source>
        <translation>Přidejte modul do prostředí %1. %2</translation>
    </message>
    <message>
        <source>Only the folder of the script is sent with a run: files outside it are not available. Pass them to the run as an input.</source>
        <translation>S během se odesílá jen složka skriptu: soubory mimo ni tam nejsou. Předejte je běhu jako vstup.</translation>
    </message>
    <message>
        <source>1 rank stopped because of them</source>
        <translation>1 rank se kvůli nim zastavil</translation>
    </message>
    <message>
        <source>1 rank stopped because of it</source>
        <translation>1 rank se kvůli němu zastavil</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Submit, watch and debug PyTorch training runs.</source>
        <translation>Odesílání, sledování a ladění trénovacích běhů PyTorch.</translation>
    </message>
    <message>
        <source>Open this workspace folder or config.json.</source>
        <translation>Otevřít tuto složku pracovního prostoru nebo soubor config.json.</translation>
    </message>
    <message>
        <source>Begin with this run.</source>
        <translation>Začít tímto během.</translation>
    </message>
    <message>
        <source>Write pictures of the main pages into this folder and quit.</source>
        <translation>Uložit snímky hlavních stránek do této složky a skončit.</translation>
    </message>
    <message>
        <source>Unknown word: %1. See roost --help.</source>
        <translation>Neznámý argument: %1. Viz roost --help.</translation>
    </message>
    <message>
        <source>There is no page %1. Pages: %2.</source>
        <translation>Stránka %1 neexistuje. Stránky: %2.</translation>
    </message>
    <message>
        <source>Begin on this page: %1.</source>
        <translation>Začít na této stránce: %1.</translation>
    </message>
</context>
<context>
    <name>DownloadQuestion</name>
    <message>
        <source>Replace</source>
        <translation>Nahradit</translation>
    </message>
    <message>
        <source>%1 already exists in %2. Replace it?</source>
        <translation>%1 už je v %2. Nahradit?</translation>
    </message>
    <message numerus="yes">
        <source>%n of these files already exist in %1. Replace them?</source>
        <translation>
            <numerusform>%n z těchto souborů už je v %1. Nahradit jej?</numerusform>
            <numerusform>%n z těchto souborů už jsou v %1. Nahradit je?</numerusform>
            <numerusform>%n z těchto souborů už je v %1. Nahradit je?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nyní</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>před %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>před %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>před %1 h</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>dnes %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>včera %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date of this year in Qt&apos;s format letters, as &quot;12 Mar&quot;</extracomment>
        <translation>d. M.</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm:ss</source>
        <extracomment>Exact time in Qt&apos;s format letters, for tool tips</extracomment>
        <translation>d. MMMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 bajt</numerusform>
            <numerusform>%1 bajty</numerusform>
            <numerusform>%1 bajtů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n soubor</numerusform>
            <numerusform>%n soubory</numerusform>
            <numerusform>%n souborů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>%n soubor, %1</numerusform>
            <numerusform>%n soubory, %1</numerusform>
            <numerusform>%n souborů, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>ImageDecoder</name>
    <message>
        <source>This is not an image that can be shown: it is not PNG, JPEG, GIF, WebP or BMP. Save it to open it with another program.</source>
        <translation>Toto není obrázek, který lze zobrazit: není to PNG, JPEG, GIF, WebP ani BMP. Uložte jej a otevřete v jiném programu.</translation>
    </message>
    <message>
        <source>The image is damaged: it has no size.</source>
        <translation>Obrázek je poškozený: nemá rozměry.</translation>
    </message>
    <message>
        <source>The image is too large to be shown: %1 × %2 pixels. Save it to open it with another program.</source>
        <translation>Obrázek je příliš velký na zobrazení: %1 × %2 pixelů. Uložte jej a otevřete v jiném programu.</translation>
    </message>
    <message>
        <source>The image is damaged and cannot be shown.</source>
        <translation>Obrázek je poškozený a nelze jej zobrazit.</translation>
    </message>
</context>
<context>
    <name>ModelDownload</name>
    <message>
        <source>asking for its files</source>
        <translation>zjišťování souborů</translation>
    </message>
    <message>
        <source>This version has no files.</source>
        <translation>Tato verze nemá žádné soubory.</translation>
    </message>
    <message>
        <source>Downloading %1 version %2</source>
        <translation>Stahování modelu %1, verze %2</translation>
    </message>
    <message>
        <source>The model no longer has the file %1.</source>
        <translation>Model už soubor %1 nemá.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Domů</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíle</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modely</translation>
    </message>
</context>
<context>
    <name>RankText</name>
    <message numerus="yes">
        <source>Ranks %1 and %n more</source>
        <translation>
            <numerusform>Ranky %1 a %n další</numerusform>
            <numerusform>Ranky %1 a %n další</numerusform>
            <numerusform>Ranky %1 a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranks %1</source>
        <translation>Ranky %1</translation>
    </message>
    <message>
        <source>Rank %1 has made the least progress.</source>
        <translation>Nejméně daleko došel rank %1.</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Rank %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nyní</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No rank has written for %1.</source>
        <translation>Žádný rank nic nezapsal už %1.</translation>
    </message>
    <message>
        <source>%1 have been silent for up to %2.</source>
        <translation>%1 mlčí až %2.</translation>
    </message>
    <message>
        <source>Rank %1 has been silent for %2.</source>
        <translation>Rank %1 mlčí už %2.</translation>
    </message>
    <message>
        <source>Rank %1 has been silent for %2; the others write every %3.</source>
        <translation>Rank %1 mlčí už %2; ostatní píší každých %3.</translation>
    </message>
    <message numerus="yes">
        <source>Rank %1: %n steps (%2) behind</source>
        <translation>
            <numerusform>Rank %1: %n krok (%2) pozadu</numerusform>
            <numerusform>Rank %1: %n kroky (%2) pozadu</numerusform>
            <numerusform>Rank %1: %n kroků (%2) pozadu</numerusform>
        </translation>
    </message>
    <message>
        <source>Rank %1: not in step for %2 % of the time</source>
        <translation>Rank %1: %2 % času mimo krok</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>není</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>v kroku</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>pozadu</translation>
    </message>
    <message>
        <source>far behind</source>
        <translation>daleko pozadu</translation>
    </message>
    <message>
        <source>silent while others write</source>
        <translation>mlčí, zatímco ostatní píší</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>no rank writes</source>
        <translation>žádný rank nepíše</translation>
    </message>
</context>
<context>
    <name>ResourceText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 memory</source>
        <translation>paměť %1</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>%1 GPU memory</source>
        <translation>paměť GPU %1</translation>
    </message>
    <message>
        <source>Memory: the most that all ranks used at one time. CPU: the mean, of all cores of the machine. GPU: the mean over the GPUs of the run.</source>
        <translation>Paměť: nejvíce, co všechny ranky využívaly najednou. CPU: průměr ze všech jader stroje. GPU: průměr přes GPU běhu.</translation>
    </message>
</context>
<context>
    <name>Roost::Items::ActiveRunsModel</name>
    <message>
        <source>Run</source>
        <translation>Běh</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíl</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Doba</translation>
    </message>
</context>
<context>
    <name>Roost::Items::ArtifactsModel</name>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Zapsáno</translation>
    </message>
</context>
<context>
    <name>Roost::Items::ComputesModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 a %n další</numerusform>
            <numerusform>%1 a %n další</numerusform>
            <numerusform>%1 a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Tento počítač</translation>
    </message>
    <message>
        <source>None now, at most 1</source>
        <translation>Nyní žádný, nejvýše 1</translation>
    </message>
    <message>
        <source>None now, at most %1</source>
        <translation>Nyní žádný, nejvýše %1</translation>
    </message>
    <message>
        <source>%1 of %2 busy, at most %3</source>
        <translation>Vytíženo %1 z %2, nejvýše %3</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 jádro</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n jádro</numerusform>
            <numerusform>%n jádra</numerusform>
            <numerusform>%n jader</numerusform>
        </translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 GPU</translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Uzly</translation>
    </message>
    <message>
        <source>Size of a node</source>
        <translation>Velikost uzlu</translation>
    </message>
    <message>
        <source>%1 being prepared</source>
        <translation>%1 se připravuje</translation>
    </message>
    <message>
        <source>%1 leaving</source>
        <translation>%1 odchází</translation>
    </message>
    <message>
        <source>%1 broken</source>
        <translation>%1 nefunkční</translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation>zaneprázdněno %1 z %2</translation>
    </message>
    <message>
        <source>%1 wanted</source>
        <translation>požadováno %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>nejvýše %1</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>Mění velikost</translation>
    </message>
    <message>
        <source>Not known yet, at most 1</source>
        <translation>Zatím neznámo, nejvýše 1</translation>
    </message>
    <message>
        <source>Not known yet, at most %1</source>
        <translation>Zatím neznámo, nejvýše %1</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>Běžící úlohy</translation>
    </message>
</context>
<context>
    <name>Roost::Items::EnvironmentDraft</name>
    <message>
        <source>Give the environment a name.</source>
        <translation>Zadejte název prostředí.</translation>
    </message>
    <message>
        <source>An environment %1 already exists.</source>
        <translation>Prostředí %1 už existuje.</translation>
    </message>
    <message>
        <source>An image has the form registry/name:tag, without spaces.</source>
        <translation>Obraz se zapisuje jako registr/název:značka, bez mezer.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Řádek %1: %2</translation>
    </message>
    <message>
        <source>Write a conda file or name an image.</source>
        <translation>Napište soubor conda, nebo zadejte obraz.</translation>
    </message>
    <message>
        <source>Nothing was changed since version %1.</source>
        <translation>Od verze %1 se nic nezměnilo.</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1</translation>
    </message>
    <message>
        <source>1 conda package</source>
        <translation>1 balíček conda</translation>
    </message>
    <message numerus="yes">
        <source>%n conda packages</source>
        <translation>
            <numerusform>%n balíček conda</numerusform>
            <numerusform>%n balíčky conda</numerusform>
            <numerusform>%n balíčků conda</numerusform>
        </translation>
    </message>
    <message>
        <source>1 pip package</source>
        <translation>1 balíček pip</translation>
    </message>
    <message numerus="yes">
        <source>%n pip packages</source>
        <translation>
            <numerusform>%n balíček pip</numerusform>
            <numerusform>%n balíčky pip</numerusform>
            <numerusform>%n balíčků pip</numerusform>
        </translation>
    </message>
    <message>
        <source>made with venv and pip</source>
        <translation>vytvoří se pomocí venv a pip</translation>
    </message>
    <message>
        <source>needs micromamba, mamba or conda</source>
        <translation>vyžaduje micromamba, mamba nebo conda</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Soubor %1 se nepodařilo zapsat: %2</translation>
    </message>
</context>
<context>
    <name>Roost::Items::EnvironmentsModel</name>
    <message>
        <source>Curated</source>
        <translation>Dodané</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Vlastní</translation>
    </message>
    <message>
        <source>conda file on %1</source>
        <translation>soubor conda nad obrazem %1</translation>
    </message>
    <message>
        <source>conda file</source>
        <translation>soubor conda</translation>
    </message>
    <message>
        <source>This machine&apos;s Python</source>
        <translation>Python tohoto počítače</translation>
    </message>
    <message>
        <source>This machine&apos;s Python, 1 package</source>
        <translation>Python tohoto počítače, 1 balíček</translation>
    </message>
    <message numerus="yes">
        <source>This machine&apos;s Python, %n packages</source>
        <translation>
            <numerusform>Python tohoto počítače, %n balíček</numerusform>
            <numerusform>Python tohoto počítače, %n balíčky</numerusform>
            <numerusform>Python tohoto počítače, %n balíčků</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Druh</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uloženo</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Zdroj</translation>
    </message>
</context>
<context>
    <name>Roost::Items::HyperparametersModel</name>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
</context>
<context>
    <name>Roost::Items::LogFollower</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 nelze zapsat.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 nelze zapsat: %2.</translation>
    </message>
</context>
<context>
    <name>Roost::Items::LongWork</name>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 z %3</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>zrušeno</translation>
    </message>
</context>
<context>
    <name>Roost::Items::ModelVersionsModel</name>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Triton</source>
        <translation>Triton</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrováno</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>From run</source>
        <translation>Z běhu</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Štítky</translation>
    </message>
</context>
<context>
    <name>Roost::Items::ModelsModel</name>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Nejnovější</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrováno</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
</context>
<context>
    <name>Roost::Items::RanksModel</name>
    <message>
        <source>Waiting</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Mlčí</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Failed first</source>
        <translation>Selhal první</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Zrušen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>signál %1</translation>
    </message>
    <message>
        <source>Last line at %1</source>
        <translation>Poslední řádek v %1</translation>
    </message>
    <message>
        <source>Ended because another rank had failed before it.</source>
        <translation>Skončil, protože před ním selhal jiný rank.</translation>
    </message>
    <message>
        <source>Has not written for longer than is usual for this rank and for the others.</source>
        <translation>Nepíše déle, než odpovídá jeho vlastnímu rytmu i rytmu ostatních.</translation>
    </message>
    <message>
        <source>Node %1, process %2 of it</source>
        <translation>Uzel %1, jeho proces %2</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>Poslední řádek</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Řádky</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Chyby</translation>
    </message>
    <message>
        <source>Lines/s</source>
        <translation>Řádky/s</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Uzel</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Příčina</translation>
    </message>
    <message>
        <source>Stopped after</source>
        <translation>Zastavil se poté</translation>
    </message>
</context>
<context>
    <name>Roost::Items::RunMedia</name>
    <message>
        <source>This is not an event file of TensorBoard.</source>
        <translation>Toto není soubor událostí TensorBoardu.</translation>
    </message>
    <message>
        <source>A record of %1 is too large to be shown and was skipped.</source>
        <translation>Záznam o velikosti %1 je příliš velký na zobrazení a byl přeskočen.</translation>
    </message>
    <message>
        <source>The file is damaged at byte %1. The damaged part is not shown.</source>
        <translation>Soubor je poškozený na bajtu %1. Poškozená část se nezobrazuje.</translation>
    </message>
    <message>
        <source>Reading event files</source>
        <translation>Čtení souborů událostí</translation>
    </message>
    <message>
        <source>Read the event files</source>
        <translation>Přečíst soubory událostí</translation>
    </message>
    <message>
        <source>The workspace is not connected.</source>
        <translation>Pracovní prostor není připojen.</translation>
    </message>
    <message>
        <source>The value could not be read: %1 was changed in the meantime.</source>
        <translation>Hodnotu nelze přečíst: %1 se mezitím změnil.</translation>
    </message>
</context>
<context>
    <name>Roost::Items::RunsModel</name>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Vytvořeno</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Doba</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíl</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Příčina</translation>
    </message>
    <message>
        <source>It was already waiting when this workspace was first opened here, so it does not start by itself. Check its command, then start or cancel it.</source>
        <translation>Čekal už tehdy, když byl tento pracovní prostor zde poprvé otevřen, proto se sám nespustí. Podívejte se na jeho příkaz a pak ho spusťte, nebo zrušte.</translation>
    </message>
    <message>
        <source>Start %1? Its command runs as you, with your files and rights: %2</source>
        <translation>Spustit %1? Jeho příkaz poběží pod vaším jménem, s vašimi soubory a právy: %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Průběh</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Nejvyšší paměť</translation>
    </message>
    <message>
        <source>Mean GPU</source>
        <translation>Průměr GPU</translation>
    </message>
</context>
<context>
    <name>Roost::Items::SnapshotModel</name>
    <message>
        <source>Sent</source>
        <translation>Odesílá se</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Vynechán</translation>
    </message>
    <message>
        <source>Sent: %1 includes it again (%2)</source>
        <translation>Odesílá se: vrací ho %1 (%2)</translation>
    </message>
    <message>
        <source>Left out by %1 (%2)</source>
        <translation>Vynechává %1 (%2)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Sent or left out</source>
        <translation>Odeslání</translation>
    </message>
    <message>
        <source>Stored with the earlier run</source>
        <translation>Uloženo s dřívějším během</translation>
    </message>
    <message>
        <source>Left out: it belongs to the workspace</source>
        <translation>Vynecháno: patří pracovnímu prostoru</translation>
    </message>
</context>
<context>
    <name>Roost::Items::Submission</name>
    <message>
        <source>Submitting the run</source>
        <translation>Odesílání běhu</translation>
    </message>
    <message>
        <source>Submitting %1</source>
        <translation>Odesílání %1</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Procházení souborů</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Nahrávání</translation>
    </message>
    <message>
        <source>Registering the environment</source>
        <translation>Registrace prostředí</translation>
    </message>
    <message>
        <source>Submitting the job</source>
        <translation>Odesílání úlohy</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 z %3</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <translation>Odesláno: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Items::SubmitDraft</name>
    <message>
        <source>Choose the folder that contains the code.</source>
        <translation>Vyberte složku s kódem.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Složka %1 neexistuje.</translation>
    </message>
    <message>
        <source>The folder is still being read.</source>
        <translation>Složka se ještě načítá.</translation>
    </message>
    <message>
        <source>Write the command that each process runs.</source>
        <translation>Zadejte příkaz, který spustí každý proces.</translation>
    </message>
    <message>
        <source>An experiment&apos;s name starts with a letter or digit and contains letters, digits, - and _.</source>
        <translation>Název experimentu začíná písmenem nebo číslicí a smí obsahovat jen písmena, číslice, pomlčky a podtržítka.</translation>
    </message>
    <message>
        <source>%1 is set for each process when it starts; the value given here is not used.</source>
        <translation>Proměnná %1 se nastavuje každému procesu při spuštění; hodnota zadaná zde se nepoužije.</translation>
    </message>
    <message>
        <source>Choose the Python script to run.</source>
        <translation>Vyberte skript v Pythonu, který se má spustit.</translation>
    </message>
    <message>
        <source>The script has to lie in the folder that is sent.</source>
        <translation>Skript musí být v odesílané složce.</translation>
    </message>
    <message>
        <source>There is no file %1 in the folder.</source>
        <translation>Soubor %1 ve složce není.</translation>
    </message>
    <message>
        <source>%1 is not sent because of %2 (%3). Change that rule or choose another script.</source>
        <translation>%1 se neodešle kvůli pravidlu %2 (%3). Změňte toto pravidlo, nebo vyberte jiný skript.</translation>
    </message>
    <message>
        <source>This workspace has no compute yet. Create one first.</source>
        <translation>Tento pracovní prostor zatím nemá výpočetní cíl. Nejprve ho vytvořte.</translation>
    </message>
    <message>
        <source>Choose where the run goes.</source>
        <translation>Vyberte, kde běh poběží.</translation>
    </message>
    <message>
        <source>There is no compute %1 in this workspace. Choose another one.</source>
        <translation>Výpočetní cíl %1 v tomto pracovním prostoru není. Vyberte jiný.</translation>
    </message>
    <message>
        <source>%1 could not be created: %2</source>
        <translation>Výpočetní cíl %1 se nepodařilo vytvořit: %2</translation>
    </message>
    <message>
        <source>no reason is given.</source>
        <translation>důvod není uveden.</translation>
    </message>
    <message>
        <source>%1 is being deleted. Choose another one.</source>
        <translation>Výpočetní cíl %1 se odstraňuje. Vyberte jiný.</translation>
    </message>
    <message>
        <source>%1 is still being provisioned; the run waits until it is ready.</source>
        <translation>Výpočetní cíl %1 se ještě připravuje; běh na něj počká.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Řádek %1: %2</translation>
    </message>
    <message>
        <source>Choose the environment the code runs in.</source>
        <translation>Vyberte prostředí, ve kterém kód poběží.</translation>
    </message>
    <message>
        <source>There is no environment %1 in this workspace. Choose another one.</source>
        <translation>Prostředí %1 v tomto pracovním prostoru není. Vyberte jiné.</translation>
    </message>
    <message>
        <source>At least one process has to run on each node.</source>
        <translation>Na každém uzlu musí běžet alespoň jeden proces.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Soubor %1 se nepodařilo zapsat: %2</translation>
    </message>
    <message>
        <source>%1 with 1 argument</source>
        <translation>%1 s 1 argumentem</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n arguments</source>
        <translation>
            <numerusform>%1 s %n argumentem</numerusform>
            <numerusform>%1 s %n argumenty</numerusform>
            <numerusform>%1 s %n argumenty</numerusform>
        </translation>
    </message>
    <message>
        <source>Written into the job</source>
        <translation>Zapsané v úloze</translation>
    </message>
    <message>
        <source>Written into the job, %1</source>
        <translation>Zapsané v úloze, %1</translation>
    </message>
    <message>
        <source>One process</source>
        <translation>Jeden proces</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 uzel</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n uzel</numerusform>
            <numerusform>%n uzly</numerusform>
            <numerusform>%n uzlů</numerusform>
        </translation>
    </message>
    <message>
        <source>1 process</source>
        <translation>1 proces</translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n proces</numerusform>
            <numerusform>%n procesy</numerusform>
            <numerusform>%n procesů</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 × %3</source>
        <comment>distribution: nodes × processes</comment>
        <translation>%1: %2 × %3</translation>
    </message>
    <message>
        <source>The files of the earlier run</source>
        <translation>Soubory dřívějšího běhu</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>nodes × processes</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>2 nodes × 2 processes on a compute</comment>
        <translation>%1 na %2</translation>
    </message>
    <message>
        <source>1 process on %1</source>
        <translation>1 proces na %1</translation>
    </message>
    <message>
        <source>%1 has no value. Drafts store only names: enter the value again if it needs one.</source>
        <translation>%1 nemá hodnotu. Koncepty uchovávají jen názvy: je-li třeba, napište ji znovu.</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 jádro</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n jádro</numerusform>
            <numerusform>%n jádra</numerusform>
            <numerusform>%n jader</numerusform>
        </translation>
    </message>
    <message>
        <source>A node of %1 has %2, so %3 share what is there.</source>
        <comment>2 cores, 3 processes</comment>
        <translation>Uzel výpočtu %1 má %2, takže %3 se o ně dělí.</translation>
    </message>
    <message>
        <source>%1 occurs more than once. Remove all but one.</source>
        <translation>%1 je zde víckrát. Ponechte jen jednu.</translation>
    </message>
    <message>
        <source>A value has no name. Name it, or remove its row.</source>
        <translation>Hodnota nemá název. Pojmenujte ji, nebo odeberte její řádek.</translation>
    </message>
    <message>
        <source>Reading the folder was stopped. Read it again, or choose another one.</source>
        <translation>Načítání složky bylo zastaveno. Načtěte ji znovu, nebo vyberte jinou.</translation>
    </message>
    <message>
        <source>the files of the earlier run</source>
        <translation>soubory dřívějšího běhu</translation>
    </message>
    <message>
        <source>%1 is in a folder of the workspace itself, which is not sent. Choose another script.</source>
        <translation>%1 leží mezi soubory pracovního prostoru, které se neposílají. Zvolte jiný skript.</translation>
    </message>
    <message>
        <source>Enter an absolute path, such as ~/project.</source>
        <translation>Zadejte absolutní cestu, například ~/projekt.</translation>
    </message>
    <message>
        <source>There is no Python file (.py) in this folder. Choose another folder, or run any command.</source>
        <translation>V této složce není žádný soubor Pythonu (.py). Vyberte jinou složku, nebo spusťte libovolný příkaz.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 nelze načíst: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a conda file.</source>
        <translation>%1 je na soubor conda příliš velký.</translation>
    </message>
    <message>
        <source>Sent unchanged from the earlier run, and not shown here: %1.</source>
        <translation>Odešle se stejně jako v předchozím běhu a zde se nezobrazuje: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Without distribution one process runs on one node. Choose %1 to use %n nodes.</source>
        <comment>PyTorch or MPI</comment>
        <translation>
            <numerusform>Bez distribuce běží jeden proces na jednom uzlu. Chcete-li použít %n uzel, zvolte %1.</numerusform>
            <numerusform>Bez distribuce běží jeden proces na jednom uzlu. Chcete-li použít %n uzly, zvolte %1.</numerusform>
            <numerusform>Bez distribuce běží jeden proces na jednom uzlu. Chcete-li použít %n uzlů, zvolte %1.</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <comment>PyTorch or MPI</comment>
        <translation> nebo </translation>
    </message>
</context>
<context>
    <name>Roost::Items::VariablesModel</name>
    <message>
        <source>New variable&apos;s name</source>
        <translation>Název nové proměnné</translation>
    </message>
    <message>
        <source>New variable&apos;s value</source>
        <translation>Hodnota nové proměnné</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
</context>
<context>
    <name>Roost::Items::WorkspaceSession</name>
    <message>
        <source>This workspace keeps the history of runs but starts none.</source>
        <translation>Tento pracovní prostor uchovává historii běhů, ale žádné nespouští.</translation>
    </message>
    <message>
        <source>The workspace is not reachable.</source>
        <translation>Pracovní prostor není dostupný.</translation>
    </message>
    <message>
        <source>This workspace is a hub, and a hub accepts no jobs. Open one of its projects.</source>
        <translation>Tento pracovní prostor je centrum (hub) a to úlohy nepřijímá. Otevřete některý z jeho projektů.</translation>
    </message>
    <message>
        <source>As of %1. Connecting…</source>
        <translation>Stav k %1. Připojování…</translation>
    </message>
    <message>
        <source>As of %1. The server is out of reach: %2</source>
        <translation>Stav k %1. Server je nedostupný: %2</translation>
    </message>
</context>
<context>
    <name>Roost::Shell::ScriptLine</name>
    <message>
        <source>%1 has a special meaning to the shell. Put the argument in quotes, or run a command instead of a script.</source>
        <translation>%1 má pro shell zvláštní význam. Dejte argument do uvozovek, nebo místo skriptu spusťte příkaz.</translation>
    </message>
    <message>
        <source>The quote %1 before “%2” is not closed.</source>
        <translation>Uvozovka %1 před „%2“ není uzavřená.</translation>
    </message>
    <message>
        <source>%1 has a special meaning to the shell. Put the argument in single quotes, or run a command instead of a script.</source>
        <translation>%1 má pro shell zvláštní význam. Dejte argument do jednoduchých uvozovek, nebo místo skriptu spusťte příkaz.</translation>
    </message>
</context>
<context>
    <name>Roost::Transfer::Download</name>
    <message>
        <source>%1 cannot be read back.</source>
        <translation>%1 nelze přečíst zpět.</translation>
    </message>
    <message>
        <source>The file name &apos;%1&apos; refers to a place outside the folder; the file was not downloaded.</source>
        <translation>Název souboru „%1“ by vedl mimo složku; soubor nebyl stažen.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>Složku %1 nelze vytvořit.</translation>
    </message>
    <message>
        <source>%1 is being downloaded already.</source>
        <translation>%1 se už stahuje.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 nelze zapsat.</translation>
    </message>
    <message>
        <source>%1 keeps changing while it is fetched. Try again when it is finished.</source>
        <translation>%1 se během stahování stále mění. Zkuste to znovu, až bude hotový.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 nelze zapsat: %2.</translation>
    </message>
    <message>
        <source>%1 ended early: %2 of %3 arrived.</source>
        <translation>%1 skončil předčasně: dorazilo %2 z %3.</translation>
    </message>
    <message>
        <source>%1 was downloaded but could not be renamed to its final name.</source>
        <translation>%1 byl stažen, ale nelze jej uložit na místo.</translation>
    </message>
    <message>
        <source>%1 arrived damaged: its checksum is wrong. Download it again.</source>
        <translation>%1 dorazil poškozený: nesouhlasí kontrolní součet. Stáhněte jej znovu.</translation>
    </message>
    <message>
        <source>%1 already exists, with other content.</source>
        <translation>%1 už existuje a má jiný obsah.</translation>
    </message>
    <message>
        <source>%1 is a folder that the service could not read; none of its files was downloaded.</source>
        <translation>%1 je složka, kterou na jejím místě nebylo možné přečíst; nic z ní nebylo staženo.</translation>
    </message>
</context>
<context>
    <name>Roost::Transfer::FilesDownload</name>
    <message>
        <source>Saved %1 in %2</source>
        <translation>%1 uloženo do %2</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in %1</source>
        <translation>
            <numerusform>%n soubor uložen do %1</numerusform>
            <numerusform>%n soubory uloženy do %1</numerusform>
            <numerusform>%n souborů uloženo do %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::AboutDialog</name>
    <message>
        <source>About Roost</source>
        <translation>O programu Roost</translation>
    </message>
    <message>
        <source>Version %1, Qt %2, %3</source>
        <translation>Verze %1, Qt %2, %3</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Svobodný software pod licencí GNU General Public License, verze 3 nebo novější.</translation>
    </message>
    <message>
        <source>Copy version</source>
        <translation>Kopírovat verzi</translation>
    </message>
    <message>
        <source>Runs and watches PyTorch training, here and in Azure Machine Learning.</source>
        <translation>Spouští a sleduje trénování v PyTorchi, zde i v Azure Machine Learning.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ChartLegend</name>
    <message>
        <source>Remove %1 from this chart</source>
        <translation>Odebrat %1 z tohoto grafu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>Klávesové zkratky</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CodePane</name>
    <message>
        <source>Files of the snapshot</source>
        <translation>Soubory snímku</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Obsah souboru</translation>
    </message>
    <message>
        <source>Job (YAML)</source>
        <translation>Úloha (YAML)</translation>
    </message>
    <message>
        <source>The job could not be read.</source>
        <translation>Úlohu se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Soubor se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown.</source>
        <translation>Zobrazuje se jen prvních %1 z %2.</translation>
    </message>
    <message>
        <source>The files of the snapshot cannot be shown. %1</source>
        <translation>Soubory snímku nelze zobrazit. %1</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Soubory se čtou…</translation>
    </message>
    <message>
        <source>No code is kept for this run, which was logged from elsewhere. Files that a program logs below code/ appear here.</source>
        <translation>U tohoto běhu není uložen žádný kód, protože byl zaznamenán odjinud. Soubory, které program zaznamená do code/, se objeví zde.</translation>
    </message>
    <message>
        <source>No code is kept for this run, which was logged from %1. Files that a program logs below code/ appear here.</source>
        <translation>U tohoto běhu není uložen žádný kód, protože byl zaznamenán z %1. Soubory, které program zaznamená do code/, se objeví zde.</translation>
    </message>
    <message>
        <source>This is not a text file: %1.</source>
        <translation>Soubor není textový: %1.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CodeStep</name>
    <message>
        <source>Choose…</source>
        <translation>Vybrat…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Vybrat složku</translation>
    </message>
    <message>
        <source>&amp;Folder with the code</source>
        <translation>&amp;Složka s kódem</translation>
    </message>
    <message>
        <source>A Python &amp;script</source>
        <translation>Skript v &amp;Pythonu</translation>
    </message>
    <message>
        <source>Any c&amp;ommand</source>
        <translation>&amp;Libovolný příkaz</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Sc&amp;ript</source>
        <translation>Sk&amp;ript</translation>
    </message>
    <message>
        <source>Co&amp;mmand</source>
        <translation>Pří&amp;kaz</translation>
    </message>
    <message>
        <source>A shell line that each process runs in the folder. $NAME and ${{inputs.name}} are filled in for each process.</source>
        <translation>Příkazový řádek shellu, který ve složce spustí každý proces. $NAME a ${{inputs.name}} se doplní pro každý proces zvlášť.</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>&amp;Argumenty</translation>
    </message>
    <message>
        <source>Put quotes around text with spaces: --name &quot;two words&quot;. $NAME and ${{inputs.name}} are filled in for each process.</source>
        <translation>Argumenty s mezerami dejte do uvozovek: --name &quot;dvě slova&quot;. $NAME a ${{inputs.name}} se doplní pro každý proces zvlášť.</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>&amp;Experiment</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove the variable</source>
        <translation>Odebrat proměnnou</translation>
    </message>
    <message>
        <source>Remove the selected variable</source>
        <translation>Odebrat vybranou proměnnou</translation>
    </message>
    <message>
        <source>Environment &amp;variables</source>
        <translation>Pro&amp;měnné prostředí</translation>
    </message>
    <message>
        <source>Folder with the code</source>
        <translation>Složka s kódem</translation>
    </message>
    <message numerus="yes">
        <source>Reading the folder: %n files so far</source>
        <translation>
            <numerusform>Čtení složky: zatím %n soubor</numerusform>
            <numerusform>Čtení složky: zatím %n soubory</numerusform>
            <numerusform>Čtení složky: zatím %n souborů</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will be sent, see Review.</source>
        <translation>K odeslání: %1, viz Kontrola.</translation>
    </message>
    <message>
        <source>All files in it that no ignore rule excludes are sent with the run.</source>
        <translation>S během se odešle celý obsah složky kromě toho, co vynechávají pravidla ignorování.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(prázdný)</translation>
    </message>
    <message numerus="yes">
        <source>%n arguments as the script sees them</source>
        <translation>
            <numerusform>%n argument, jak ho uvidí skript</numerusform>
            <numerusform>%n argumenty, jak je uvidí skript</numerusform>
            <numerusform>%n argumentů, jak je uvidí skript</numerusform>
        </translation>
    </message>
    <message>
        <source>Values may be secrets: drafts keep the names only.</source>
        <translation>Hodnoty mohou být tajné: koncepty uchovávají jen názvy.</translation>
    </message>
    <message>
        <source>Name of the r&amp;un</source>
        <translation>&amp;Název běhu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>Stop reading the folder</source>
        <translation>Zastavit načítání složky</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Načíst složku znovu</translation>
    </message>
    <message>
        <source>The run gets the files of the earlier run. Choose a folder to send others.</source>
        <translation>Běh dostane soubory dřívějšího běhu. Chcete-li poslat jiné, zvolte složku.</translation>
    </message>
    <message>
        <source>~/project</source>
        <translation>~/projekt</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>vygeneruje se</translation>
    </message>
    <message>
        <source>Run with the current code of %1</source>
        <translation>Spustit se současným kódem ze složky %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Type a page, an action, a run or a model</source>
        <translation>Zadejte stránku, akci, běh nebo model</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Příkazy</translation>
    </message>
    <message>
        <source>Searching older runs…</source>
        <translation>Prohledávají se starší běhy…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Hledá se…</translation>
    </message>
    <message>
        <source>No match. A part of the name of a page, an action, a run or a model is enough.</source>
        <translation>Nic neodpovídá. Stačí část názvu stránky, akce, běhu nebo modelu.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ComputeDetail</name>
    <message>
        <source>Nothing runs there now.</source>
        <translation>Nyní tam nic neběží.</translation>
    </message>
    <message>
        <source>Runs on this compute</source>
        <translation>Běhy na tomto výpočetním cíli</translation>
    </message>
    <message>
        <source>Enter opens the run</source>
        <translation>Enter otevře běh</translation>
    </message>
    <message>
        <source>No reason is given.</source>
        <translation>Důvod není uveden.</translation>
    </message>
    <message>
        <source>%1 could not be created.</source>
        <translation>Výpočetní cíl %1 se nepodařilo vytvořit.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Druh</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Tento počítač</translation>
    </message>
    <message>
        <source>Size of a node</source>
        <translation>Velikost uzlu</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Uzly</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorita</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Nízká</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Vytvořeno</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>Běžící úlohy</translation>
    </message>
    <message>
        <source>Cores per node</source>
        <translation>Jader na uzel</translation>
    </message>
    <message>
        <source>Minimum nodes</source>
        <translation>Nejméně uzlů</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Limit nečinnosti</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Oblast</translation>
    </message>
    <message>
        <source>Details of the compute</source>
        <translation>Podrobnosti výpočetního cíle</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Zátěž</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ComputePage</name>
    <message>
        <source>Create compute</source>
        <translation>Vytvořit výpočetní cíl</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>Delete the selected compute (Del)</source>
        <translation>Odstranit vybraný výpočetní cíl (Del)</translation>
    </message>
    <message>
        <source>Computes of the workspace</source>
        <translation>Výpočetní cíle pracovního prostoru</translation>
    </message>
    <message>
        <source>There is no compute yet. Create one for your runs.</source>
        <translation>Zatím zde není žádný výpočetní cíl. Vytvořte ho, aby bylo kam odesílat běhy.</translation>
    </message>
    <message>
        <source>Select a compute to see more of it.</source>
        <translation>Vyberte výpočetní cíl a zobrazí se podrobnosti.</translation>
    </message>
    <message>
        <source>The computes could not be read.</source>
        <translation>Výpočetní cíle se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>This workspace keeps the history of runs; it has no compute to start them on.</source>
        <translation>Tento pracovní prostor uchovává jen historii běhů; nemá výpočetní cíl, na kterém by je spouštěl.</translation>
    </message>
    <message>
        <source>Delete the compute %1?</source>
        <translation>Odstranit výpočetní cíl %1?</translation>
    </message>
    <message numerus="yes">
        <source>Delete the compute %1? %n runs on it are canceled.</source>
        <translation>
            <numerusform>Odstranit výpočetní cíl %1? Bude na něm zrušen %n běh.</numerusform>
            <numerusform>Odstranit výpočetní cíl %1? Budou na něm zrušeny %n běhy.</numerusform>
            <numerusform>Odstranit výpočetní cíl %1? Bude na něm zrušeno %n běhů.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete compute</source>
        <translation>Odstranit výpočetní cíl</translation>
    </message>
    <message>
        <source>%1 is being deleted.</source>
        <translation>Výpočetní cíl %1 se odstraňuje.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíle</translation>
    </message>
    <message>
        <source>Keep compute</source>
        <translation>Ponechat</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ComputeStep</name>
    <message>
        <source>Computes of the workspace</source>
        <translation>Výpočetní cíle pracovního prostoru</translation>
    </message>
    <message>
        <source>Create a compute…</source>
        <translation>Vytvořit výpočetní cíl…</translation>
    </message>
    <message>
        <source>Where the run &amp;goes</source>
        <translation>&amp;Kde běh poběží</translation>
    </message>
    <message>
        <source>Reading the computes…</source>
        <translation>Načítání výpočetních cílů…</translation>
    </message>
    <message>
        <source>This workspace has no compute: it keeps the history of runs that were started elsewhere.</source>
        <translation>Tento pracovní prostor nemá výpočetní cíl: uchovává historii běhů spuštěných jinde.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ConfirmBar</name>
    <message>
        <source>Keep</source>
        <translation>Ponechat</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrdit</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CreateComputeDialog</name>
    <message>
        <source>Create a compute</source>
        <translation>Vytvořit výpočetní cíl</translation>
    </message>
    <message>
        <source>Progress of the provisioning</source>
        <translation>Průběh přípravy výpočetního cíle</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Vytvořit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Název</translation>
    </message>
    <message>
        <source>3 to 24 letters, digits and -.</source>
        <translation>3 až 24 písmen, číslic a pomlček.</translation>
    </message>
    <message>
        <source>&amp;Size of a node</source>
        <translation>Velikost uz&amp;lu</translation>
    </message>
    <message>
        <source>A size of virtual machine that the workspace&apos;s region offers.</source>
        <translation>Velikost virtuálního počítače, kterou nabízí oblast pracovního prostoru.</translation>
    </message>
    <message>
        <source>Give the compute a name.</source>
        <translation>Zadejte název výpočetního cíle.</translation>
    </message>
    <message>
        <source>Name a size.</source>
        <translation>Zadejte velikost.</translation>
    </message>
    <message>
        <source>The compute cannot be created.</source>
        <translation>Výpočetní cíl nelze vytvořit.</translation>
    </message>
    <message>
        <source>This workspace has no compute.</source>
        <translation>Tento pracovní prostor nemá výpočetní cíle.</translation>
    </message>
    <message>
        <source>The compute could not be created.</source>
        <translation>Výpočetní cíl se nepodařilo vytvořit.</translation>
    </message>
    <message>
        <source>%1 could not be created.</source>
        <translation>Výpočetní cíl %1 se nepodařilo vytvořit.</translation>
    </message>
    <message>
        <source>%1 is being provisioned, %2 s. You can close this window; the provisioning continues.</source>
        <translation>Výpočetní cíl %1 se připravuje, %2 s. Okno můžete zavřít, příprava pokračuje.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>The minimum number of nodes exceeds the maximum.</source>
        <translation>V pohotovosti je víc uzlů, než kolik jich smí být nejvýše.</translation>
    </message>
    <message>
        <source>Minimum n&amp;odes</source>
        <translation>Nejméně &amp;uzlů</translation>
    </message>
    <message>
        <source>Ma&amp;ximum nodes</source>
        <translation>Nej&amp;více uzlů</translation>
    </message>
    <message>
        <source>&amp;Idle timeout</source>
        <translation>Limit nečin&amp;nosti</translation>
    </message>
    <message>
        <source>Its runs use this machine and share its cores and memory, one for each node at a time.</source>
        <translation>Jeho běhy jdou na tento počítač a sdílejí jeho jádra a paměť, na každý uzel najednou jeden.</translation>
    </message>
    <message>
        <source>&amp;Low priority: cheaper, but may be preempted</source>
        <translation>Nízká &amp;priorita: levnější, ale uzly mohou být odebrány</translation>
    </message>
    <message>
        <source>Requesting %1…</source>
        <translation>Žádost o %1…</translation>
    </message>
    <message>
        <source>The state of %1 could not be read.</source>
        <translation>Stav výpočetního cíle %1 se nepodařilo zjistit.</translation>
    </message>
    <message>
        <source>%1 is not ready yet. Follow it on the Compute page.</source>
        <translation>Výpočetní cíl %1 stále není připraven. Sledujte ho na stránce Výpočetní cíle.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::CreateWorkspaceDialog</name>
    <message>
        <source>Birds</source>
        <translation>Birds</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Nový pracovní prostor</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vybrat…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Vybrat složku</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Název</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Složka</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Vytvořit pracovní prostor</translation>
    </message>
    <message>
        <source>A workspace is a folder on this machine that contains runs with their logs and outputs, environments and models, in open formats.</source>
        <translation>Pracovní prostor je složka na tomto počítači, která v otevřených formátech obsahuje běhy s jejich logy a výstupy, prostředí a modely.</translation>
    </message>
    <message>
        <source>Letters, digits, hyphens and underscores.</source>
        <translation>Písmena, číslice, pomlčky a podtržítka.</translation>
    </message>
    <message>
        <source>Folder of the workspace</source>
        <translation>Složka pracovního prostoru</translation>
    </message>
    <message>
        <source>The workspace could not be created.</source>
        <translation>Pracovní prostor se nepodařilo vytvořit.</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>Zadejte název pracovního prostoru.</translation>
    </message>
    <message>
        <source>3 to 33 letters, digits, hyphens or underscores; the first one a letter or digit.</source>
        <translation>3 až 33 písmen, číslic, pomlček nebo podtržítek; na začátku písmeno nebo číslice.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Vyberte složku.</translation>
    </message>
    <message>
        <source>That folder already contains a workspace. Open it instead.</source>
        <translation>V této složce už pracovní prostor je. Otevřete ho.</translation>
    </message>
    <message>
        <source>The folder is not empty. Choose another or a new one inside it.</source>
        <translation>Složka není prázdná. Vyberte jinou, nebo v ní zadejte novou.</translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation>Do složky %1 nelze zapisovat.</translation>
    </message>
    <message>
        <source>Saved as %1: names contain no spaces, as in Azure.</source>
        <translation>Uloží se jako %1: názvy neobsahují mezery, stejně jako v Azure.</translation>
    </message>
    <message>
        <source>Created if it does not exist.</source>
        <translation>Pokud neexistuje, vytvoří se.</translation>
    </message>
    <message>
        <source>Enter an absolute path.</source>
        <translation>Zadejte úplnou cestu.</translation>
    </message>
    <message>
        <source>A file with this name already exists.</source>
        <translation>Soubor s tímto názvem už existuje.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::DebugAidsFold</name>
    <message>
        <source>Check that all ranks call the same &amp;collectives (slower)</source>
        <translation>Kontrolovat, že všechny ranky volají stejné &amp;kolektivní operace (pomalejší)</translation>
    </message>
    <message>
        <source>Log of &amp;Gloo</source>
        <translation>Log knihovny &amp;Gloo</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostika</translation>
    </message>
    <message>
        <source>Each is kept as environment variables of the job. Stacks of a crash and the error file of torchelastic are always written.</source>
        <translation>Každá se uchová jako proměnné prostředí úlohy. Zásobníky při pádu a chybový soubor torchelastic se zapisují vždy.</translation>
    </message>
    <message>
        <source>Log of NCC&amp;L</source>
        <translation>Log knihovny &amp;NCCL</translation>
    </message>
    <message>
        <source>NCCL &amp;flight recorder, written below logs/ when a rank times out</source>
        <translation>&amp;Letový zapisovač NCCL, zapíše se pod logs/, když rank čeká marně</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::DesktopNotice</name>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::DiagnosticsList</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Řádek %1: %2</translation>
    </message>
    <message>
        <source>Problems in the text</source>
        <translation>Chyby v textu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::DistributionStep</name>
    <message>
        <source>&amp;One process</source>
        <translation>&amp;Jeden proces</translation>
    </message>
    <message>
        <source>No&amp;des</source>
        <translation>&amp;Uzly</translation>
    </message>
    <message>
        <source>P&amp;rocesses on each node</source>
        <translation>P&amp;rocesy na každém uzlu</translation>
    </message>
    <message>
        <source>%1 has 1 node.</source>
        <translation>Výpočetní cíl %1 má 1 uzel.</translation>
    </message>
    <message>
        <source>1 process in all.</source>
        <translation>Celkem 1 proces.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has up to %n nodes.</source>
        <translation>
            <numerusform>%1 má nejvýše %n uzel.</numerusform>
            <numerusform>%1 má nejvýše %n uzly.</numerusform>
            <numerusform>%1 má nejvýše %n uzlů.</numerusform>
        </translation>
    </message>
    <message>
        <source>A node has 1 core.</source>
        <translation>Uzel má 1 jádro.</translation>
    </message>
    <message numerus="yes">
        <source>A node has %n cores.</source>
        <translation>
            <numerusform>Uzel má %n jádro.</numerusform>
            <numerusform>Uzel má %n jádra.</numerusform>
            <numerusform>Uzel má %n jader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes in all: ranks 0 to %1, each with a log of its own.</source>
        <translation>
            <numerusform>Celkem %n proces: ranky 0 až %1, každý s vlastním logem.</numerusform>
            <numerusform>Celkem %n procesy: ranky 0 až %1, každý s vlastním logem.</numerusform>
            <numerusform>Celkem %n procesů: ranky 0 až %1, každý s vlastním logem.</numerusform>
        </translation>
    </message>
    <message>
        <source>As the script says</source>
        <translation>Jak určí skript</translation>
    </message>
    <message>
        <source>Gloo, for CPUs</source>
        <translation>Gloo, pro procesory</translation>
    </message>
    <message>
        <source>NCCL, for NVIDIA GPUs</source>
        <translation>NCCL, pro GPU NVIDIA</translation>
    </message>
    <message>
        <source>The script finds it in the variable %1.</source>
        <translation>Skript ji najde v proměnné %1.</translation>
    </message>
    <message>
        <source>One for each GPU: a node has 1.</source>
        <translation>Jeden na každé GPU: uzel má 1.</translation>
    </message>
    <message numerus="yes">
        <source>One for each GPU: a node has %n.</source>
        <translation>
            <numerusform>Jeden na každé GPU: uzel má %n.</numerusform>
            <numerusform>Jeden na každé GPU: uzel má %n.</numerusform>
            <numerusform>Jeden na každé GPU: uzel má %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back &amp;end</source>
        <translation>Kn&amp;ihovna</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::EnvironmentDetail</name>
    <message>
        <source>Saved %1 version %2</source>
        <translation>Prostředí %1 uloženo jako verze %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Název</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Popis</translation>
    </message>
    <message>
        <source>Container base &amp;image</source>
        <translation>Základní o&amp;braz kontejneru</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Balíčky</translation>
    </message>
    <message>
        <source>Filter the packages</source>
        <translation>Filtrovat balíčky</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Packages of the environment</source>
        <translation>Balíčky prostředí</translation>
    </message>
    <message>
        <source>conda file</source>
        <translation>Soubor conda</translation>
    </message>
    <message>
        <source>conda file of the environment</source>
        <translation>Soubor conda prostředí</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Uložit</translation>
    </message>
    <message>
        <source>Save the conda file</source>
        <translation>Uložit soubor conda</translation>
    </message>
    <message>
        <source>conda files (*.yml *.yaml)</source>
        <translation>Soubory conda (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Uloženo: %1</translation>
    </message>
    <message>
        <source>The environment could not be saved.</source>
        <translation>Prostředí se nepodařilo uložit.</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Nové prostředí</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Verze %1, %2</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uloženo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>&amp;Save as a new version</source>
        <translation>&amp;Uložit jako novou verzi</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Ukládání…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Zdroj</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Kontext Dockeru</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Version shown</source>
        <translation>Kterou verzi zobrazit</translation>
    </message>
    <message>
        <source>none: built on the compute itself</source>
        <translation>žádný: vytvoří se přímo na výpočetním cíli</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::EnvironmentStep</name>
    <message>
        <source>Environments of the workspace</source>
        <translation>Prostředí pracovního prostoru</translation>
    </message>
    <message>
        <source>&amp;conda file</source>
        <translation>Soubor &amp;conda</translation>
    </message>
    <message>
        <source>Tab indents; Escape, then Tab, leaves the editor.</source>
        <translation>Tab odsazuje; Escape a poté Tab opustí editor.</translation>
    </message>
    <message>
        <source>Container base &amp;image, optional</source>
        <translation>Základní o&amp;braz kontejneru, nepovinný</translation>
    </message>
    <message>
        <source>&amp;Keep version %1, even if there is a newer one</source>
        <translation>Zůs&amp;tat u verze %1, i když existuje novější</translation>
    </message>
    <message>
        <source>Reading the environments…</source>
        <translation>Načítání prostředí…</translation>
    </message>
    <message>
        <source>This workspace has no environments: write one into the job.</source>
        <translation>Tento pracovní prostor neuchovává prostředí: napište je přímo do úlohy.</translation>
    </message>
    <message>
        <source>&amp;Workspace environment</source>
        <translation>Prostředí z &amp;pracovního prostoru</translation>
    </message>
    <message>
        <source>Define in this &amp;job</source>
        <translation>Definovat v této ú&amp;loze</translation>
    </message>
    <message>
        <source>Use %1 of the folder</source>
        <translation>Použít %1 ze složky</translation>
    </message>
    <message>
        <source>Without one the environment is built on the compute itself.</source>
        <translation>Bez obrazu se prostředí vytvoří přímo na výpočetním cíli.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::EnvironmentsPage</name>
    <message>
        <source>New environment</source>
        <translation>Nové prostředí</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonovat</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>Uložit do složky…</translation>
    </message>
    <message>
        <source>Environments of the workspace</source>
        <translation>Prostředí pracovního prostoru</translation>
    </message>
    <message>
        <source>There is no environment yet. Write one for your runs.</source>
        <translation>Zatím zde není žádné prostředí. Vytvořte ho pro své běhy.</translation>
    </message>
    <message>
        <source>Select an environment to see what is in it.</source>
        <translation>Vyberte prostředí a zobrazí se jeho obsah.</translation>
    </message>
    <message>
        <source>The environments could not be read.</source>
        <translation>Prostředí se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>This workspace keeps the history of runs; it has no environments.</source>
        <translation>Tento pracovní prostor uchovává jen historii běhů; prostředí nemá.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Pokračovat v úpravách</translation>
    </message>
    <message>
        <source>Start a new environment with the content of this one</source>
        <translation>Založit nové prostředí s obsahem tohoto</translation>
    </message>
    <message>
        <source>The changes in %1 are not saved.</source>
        <translation>Změny v prostředí %1 nejsou uloženy.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ErrorBar</name>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopírovat podrobnosti</translation>
    </message>
    <message>
        <source>This may be out of date.</source>
        <translation>Údaje mohou být zastaralé.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::FailureCard</name>
    <message>
        <source>Why the run failed</source>
        <translation>Proč běh selhal</translation>
    </message>
    <message>
        <source>Resubmit with changes</source>
        <translation>Odeslat znovu se změnami</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>Běh selhal.</translation>
    </message>
    <message>
        <source>Rank %1: %2</source>
        <translation>Rank %1: %2</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>Zobrazit v logu</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopírovat podrobnosti</translation>
    </message>
    <message>
        <source>What the log says</source>
        <translation>Co říká log</translation>
    </message>
    <message>
        <source>Copy the cause and its lines</source>
        <translation>Kopírovat příčinu a její řádky</translation>
    </message>
    <message>
        <source>raised in turn: %1</source>
        <translation>následně vyvoláno: %1</translation>
    </message>
    <message>
        <source>Ranks %1</source>
        <translation>Ranky %1</translation>
    </message>
    <message>
        <source>Which ranks stopped because of it</source>
        <translation>Které ranky se kvůli němu zastavily</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Rank %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::FindBar</name>
    <message>
        <source>Find in the log</source>
        <translation>Najít v logu</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Filtrovat log</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>Zobrazit jen řádky obsahující…</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Rozlišovat velikost písmen</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulární výraz</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Předchozí shoda (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Další shoda (Enter)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Zavřít (Escape)</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Neplatný regulární výraz</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Hledání…</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Žádný řádek</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 z %n řádku</numerusform>
            <numerusform>%1 z %n řádků</numerusform>
            <numerusform>%1 z %n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Show the lines that do not match</source>
        <translation>Zobrazit řádky, které neodpovídají</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::FolderEdit</name>
    <message>
        <source>Folders that were sent before (Alt+Down)</source>
        <translation>Složky odeslané dříve (Alt+Šipka dolů)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::GoToBox</name>
    <message>
        <source>There is no line yet.</source>
        <translation>Zatím tu není žádný řádek.</translation>
    </message>
    <message>
        <source>There are lines 1 to %1.</source>
        <translation>Jsou tu řádky 1 až %1.</translation>
    </message>
    <message>
        <source>It is not known when these lines were written.</source>
        <translation>Není známo, kdy byly tyto řádky zapsány.</translation>
    </message>
    <message>
        <source>Line, 14:02:07 or +3m</source>
        <translation>Řádek, 14:02:07 nebo +3m</translation>
    </message>
    <message>
        <source>Go to a line or a time</source>
        <translation>Přejít na řádek nebo čas</translation>
    </message>
    <message>
        <source>Enter a line (1234), a time (14:02:07) or a step (+3m).</source>
        <translation>Napište řádek (1234), čas (14:02:07) nebo posun (+3m).</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::Header</name>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Další akce</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Přejít na: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HighlightMenu</name>
    <message>
        <source>Find or select some text to mark it</source>
        <translation>Chcete-li text zvýraznit, vyhledejte jej nebo vyberte</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>Zvýraznit „%1“</translation>
    </message>
    <message>
        <source>Mark nothing</source>
        <translation>Nezvýrazňovat nic</translation>
    </message>
    <message>
        <source>Remove this mark</source>
        <translation>Už nezvýrazňovat</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HistogramCard</name>
    <message>
        <source>Histogram %1</source>
        <translation>Histogram %1</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>žádné hodnoty</translation>
    </message>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation>%1 hodnot od %2 do %3</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopírovat obrázek</translation>
    </message>
    <message>
        <source>Export this step as CSV…</source>
        <translation>Exportovat tento krok jako CSV…</translation>
    </message>
    <message>
        <source>Export histogram</source>
        <translation>Exportovat histogram</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HistogramView</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 až %2: %3</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>krok %1</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>žádné hodnoty</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HomePage</name>
    <message>
        <source>New workspace…</source>
        <translation>Nový pracovní prostor…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Otevřít pracovní prostor…</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Domů</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Právě běží</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Všechny běhy</translation>
    </message>
    <message>
        <source>Nothing runs now. What you submit appears here.</source>
        <translation>Nyní nic neběží. Co odešlete, objeví se zde.</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>Nový běh…</translation>
    </message>
    <message>
        <source>Start with a sample</source>
        <translation>Začít s ukázkou</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Úložiště</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Pracovní prostory</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>celkem %1</translation>
    </message>
    <message>
        <source>The sample is not installed beside this program.</source>
        <translation>Ukázka není nainstalována spolu s tímto programem.</translation>
    </message>
    <message>
        <source>PyTorch birds</source>
        <translation>PyTorch: ptáci</translation>
    </message>
    <message>
        <source>A small network learns to tell turkeys from chickens, on pictures it draws itself.</source>
        <translation>Malá síť se učí rozeznat krůty od kuřat na obrázcích, které si sama kreslí.</translation>
    </message>
    <message>
        <source>Distributed PyTorch</source>
        <translation>Distribuovaný PyTorch</translation>
    </message>
    <message>
        <source>Two ranks train one network with DistributedDataParallel, over Gloo.</source>
        <translation>Dva ranky trénují jednu síť pomocí DistributedDataParallel přes Gloo.</translation>
    </message>
    <message>
        <source>Distributed MPI</source>
        <translation>Distribuované MPI</translation>
    </message>
    <message>
        <source>Two ranks average their gradients with mpi4py.</source>
        <translation>Dva ranky průměrují své gradienty pomocí mpi4py.</translation>
    </message>
    <message>
        <source>Each takes under a minute on two cores. Nothing is downloaded.</source>
        <translation>Každý trvá na dvou jádrech méně než minutu. Nic se nestahuje.</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Spustit…</translation>
    </message>
    <message>
        <source>Run the sample %1</source>
        <translation>Spustit ukázku %1</translation>
    </message>
    <message>
        <source>The workspace could not be opened.</source>
        <translation>Pracovní prostor se nepodařilo otevřít.</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation>Běhy se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Nothing runs now. Runs that are started elsewhere appear here.</source>
        <translation>Nyní nic neběží. Běhy spuštěné jinde se objeví zde.</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Poslední běhy</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nic</translation>
    </message>
    <message>
        <source>Active runs</source>
        <translation>Právě probíhající běhy</translation>
    </message>
    <message>
        <source>Runs that ended recently</source>
        <translation>Běhy, které skončily naposledy</translation>
    </message>
    <message>
        <source>The lines for MLflow clients are on the clipboard.</source>
        <translation>Řádky pro klienty MLflow jsou ve schránce.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::HyperparametersTable</name>
    <message>
        <source>Hyperparameters</source>
        <translation>Hyperparametry</translation>
    </message>
    <message>
        <source>Hyperparameters and their metrics</source>
        <translation>Hyperparametry a jejich metriky</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n sezení</numerusform>
            <numerusform>%n sezení</numerusform>
            <numerusform>%n sezení</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ImageCard</name>
    <message>
        <source>Image %1</source>
        <translation>Obrázek %1</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>Skutečné pixely</translation>
    </message>
    <message>
        <source>Show each pixel of the image as one pixel of the screen, or fit the image into the page</source>
        <translation>Zobrazit každý pixel obrázku jako jeden pixel obrazovky, nebo přizpůsobit obrázek stránce</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 pixelů</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Kopírovat obrázek</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Uložit obrázek…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Přizpůsobit</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Uložit obrázek</translation>
    </message>
    <message>
        <source>Images (*.%1)</source>
        <translation>Obrázky (*.%1)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LagHeatmap</name>
    <message>
        <source>How the ranks keep up over time</source>
        <translation>Jak si ranky v čase stačí</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n steps (%1)</source>
        <translation>
            <numerusform>%n krok (%1)</numerusform>
            <numerusform>%n kroky (%1)</numerusform>
            <numerusform>%n kroků (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>One row per rank. Arrow keys move, Enter goes there in the log.</source>
        <translation>Řádek je jeden rank. Šipky posouvají, Enter přejde na místo v logu.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LoadView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>není známo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>load not reported</source>
        <translation>zátěž se nehlásí</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cores</source>
        <translation>
            <numerusform>%1 z %n jádra</numerusform>
            <numerusform>%1 ze %n jader</numerusform>
            <numerusform>%1 z %n jader</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Provoz disku</translation>
    </message>
    <message>
        <source>%1 read, %2 written</source>
        <translation>%1 čteno, %2 zapsáno</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>%1 received, %2 sent</source>
        <translation>%1 přijato, %2 odesláno</translation>
    </message>
    <message>
        <source>The load is being measured.</source>
        <translation>Zátěž se měří.</translation>
    </message>
    <message>
        <source>This workspace does not report the load of its computes.</source>
        <translation>Tento pracovní prostor zátěž výpočetních cílů nehlásí.</translation>
    </message>
    <message>
        <source>The load could not be measured. %1</source>
        <translation>Zátěž nelze změřit. %1</translation>
    </message>
    <message>
        <source>The load is not current. %1</source>
        <translation>Zátěž není aktuální. %1</translation>
    </message>
    <message>
        <source>The compute has no node at the moment.</source>
        <translation>Výpočetní cíl nyní nemá žádný uzel.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogCanvas</name>
    <message>
        <source>The file started again at %1</source>
        <translation>Soubor začal znovu v %1</translation>
    </message>
    <message>
        <source>Rank %1: the file started again at %2</source>
        <translation>Rank %1: soubor začal znovu v %2</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogCompareView</name>
    <message>
        <source>The log at the right</source>
        <translation>Log vpravo</translation>
    </message>
    <message>
        <source>Show one log</source>
        <translation>Zobrazit jeden log</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogGutter</name>
    <message>
        <source>Rank %1, its line %2</source>
        <translation>Rank %1, jeho řádek %2</translation>
    </message>
    <message>
        <source>Written at %1</source>
        <translation>Zapsáno %1</translation>
    </message>
    <message>
        <source>When it was written is not known</source>
        <translation>Není známo, kdy byl zapsán</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogLayout</name>
    <message>
        <source> … (the line is cut here)</source>
        <translation> … (řádek je zde zkrácen)</translation>
    </message>
    <message>
        <source> … (turn off Wrap to see more of this line)</source>
        <translation> … (více z řádku uvidíte po vypnutí volby Zalamovat)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogPageText</name>
    <message>
        <source>Rank %1: </source>
        <translation>Rank %1: </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogPane</name>
    <message>
        <source>No log yet. It appears here as soon as the run writes its first line.</source>
        <translation>Zatím žádný log. Objeví se zde, jakmile běh zapíše první řádek.</translation>
    </message>
    <message>
        <source>This run wrote no log.</source>
        <translation>Tento běh nezapsal žádný log.</translation>
    </message>
    <message>
        <source>The logs of the run could not be listed.</source>
        <translation>Seznam logů běhu se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation>Log se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Nothing was printed here.</source>
        <translation>Nic tu nebylo vypsáno.</translation>
    </message>
    <message>
        <source>Nothing was printed yet. The first line appears here.</source>
        <translation>Zatím nic nebylo vypsáno. První řádek se objeví zde.</translation>
    </message>
    <message>
        <source>All ranks are muted. Unmute one in the list of ranks, or show all of them there.</source>
        <translation>Všechny ranky jsou ztlumené. V seznamu ranků zrušte ztlumení některého z nich, nebo je tam zobrazte všechny.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogPicker</name>
    <message>
        <source>All ranks</source>
        <translation>Všechny ranky</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Rank %1</translation>
    </message>
    <message>
        <source>Driver log</source>
        <translation>Hlavní log</translation>
    </message>
    <message>
        <source>Environment build</source>
        <translation>Sestavení prostředí</translation>
    </message>
    <message>
        <source>Show the log %1</source>
        <translation>Zobrazit log: %1</translation>
    </message>
    <message>
        <source>All ranks in the order of time</source>
        <translation>Všechny ranky v pořadí podle času</translation>
    </message>
    <message>
        <source>Rank %1, %2</source>
        <translation>Rank %1, %2</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogSaver</name>
    <message>
        <source>Save the log</source>
        <translation>Uložit log</translation>
    </message>
    <message>
        <source>Text (*.txt *.log)</source>
        <translation>Text (*.txt *.log)</translation>
    </message>
    <message>
        <source>Save each log in a folder</source>
        <translation>Uložit každý log do složky</translation>
    </message>
    <message>
        <source>Saved %1 (%2)</source>
        <translation>Uloženo: %1 (%2)</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation>Log nelze přečíst.</translation>
    </message>
    <message>
        <source>The log could not be saved as %1.</source>
        <translation>Log nelze uložit jako %1.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogStatus</name>
    <message>
        <source>not up to date</source>
        <translation>neaktuální</translation>
    </message>
    <message numerus="yes">
        <source>%n ranks</source>
        <translation>
            <numerusform>%n rank</numerusform>
            <numerusform>%n ranky</numerusform>
            <numerusform>%n ranků</numerusform>
        </translation>
    </message>
    <message>
        <source>started again at %1</source>
        <translation>začal znovu v %1</translation>
    </message>
    <message>
        <source>times not known, in rank order</source>
        <translation>časy nejsou známy, v pořadí ranků</translation>
    </message>
    <message numerus="yes">
        <source>%1 error lines</source>
        <translation>
            <numerusform>%1 řádek s chybou</numerusform>
            <numerusform>%1 řádky s chybami</numerusform>
            <numerusform>%1 řádků s chybami</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 řádek</numerusform>
            <numerusform>%1 řádky</numerusform>
            <numerusform>%1 řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>načítání…</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogTabs</name>
    <message>
        <source>Log %1</source>
        <translation>Log: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogTools</name>
    <message>
        <source>Next error (F8), previous (Shift+F8)</source>
        <translation>Další chyba (F8), předchozí (Shift+F8)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Sledovat</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>Držet na obrazovce nejnovější řádek</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Zalamovat</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Zalamovat dlouhé řádky</translation>
    </message>
    <message>
        <source>Show when lines were written</source>
        <translation>Zobrazit, kdy byly řádky zapsány</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Najít (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter (Ctrl+L)</source>
        <translation>Filtr (Ctrl+L)</translation>
    </message>
    <message>
        <source>Mark words with colours</source>
        <translation>Zvýraznit slova barvami</translation>
    </message>
    <message>
        <source>Go to a line or a time (Ctrl+G)</source>
        <translation>Přejít na řádek nebo čas (Ctrl+G)</translation>
    </message>
    <message>
        <source>Save the log as a file</source>
        <translation>Uložit log do souboru</translation>
    </message>
    <message>
        <source>What is shown…</source>
        <translation>To, co je zobrazeno…</translation>
    </message>
    <message>
        <source>Each log as a file…</source>
        <translation>Každý log do souboru…</translation>
    </message>
    <message>
        <source>Two logs side by side, at the same time (Ctrl+D)</source>
        <translation>Dva logy vedle sebe ve stejném čase (Ctrl+D)</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Další chyba</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Časy</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ranky</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Vedle sebe</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Najít</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Označit</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Přejít</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Show the list of ranks and their timeline</source>
        <translation>Zobrazit seznam ranků a jejich časovou osu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Vybrat vše</translation>
    </message>
    <message>
        <source>The text is too long to be copied. Save the log to a file instead.</source>
        <translation>Text je příliš dlouhý na kopírování. Uložte raději log do souboru.</translation>
    </message>
    <message>
        <source>Open %1, line %2</source>
        <translation>Otevřít %1, řádek %2</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MainWindow</name>
    <message>
        <source>Go</source>
        <translation>Přejít</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Okno</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta příkazů</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nový běh</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vpřed</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nové okno</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Zavřít okno</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Ukončit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesové zkratky</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Žádný pracovní prostor</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Otevřít běh</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;.</source>
        <translation>Stránka „%1“ neexistuje.</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Nejprve otevřete pracovní prostor.</translation>
    </message>
    <message>
        <source>Newest notice</source>
        <translation>Nejnovější oznámení</translation>
    </message>
    <message>
        <source>There is no notice.</source>
        <translation>Není tu žádné oznámení.</translation>
    </message>
    <message>
        <source>About Roost</source>
        <translation>O programu Roost</translation>
    </message>
    <message>
        <source>Reading the keychain…</source>
        <translation>Čtení klíčenky…</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MediaCard</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 nelze zapsat.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Zvětšit</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Co udělat s %1</translation>
    </message>
    <message>
        <source>Back to all (Esc)</source>
        <translation>Zpět na vše (Esc)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MediaPane</name>
    <message>
        <source>Read on</source>
        <translation>Číst dál</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Filter media</source>
        <translation>Filtrovat média</translation>
    </message>
    <message>
        <source>Show only entries whose name contains this text (Ctrl+L)</source>
        <translation>Zobrazit jen položky, jejichž název obsahuje tento text (Ctrl+L)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>vše</translation>
    </message>
    <message>
        <source>images</source>
        <translation>obrázky</translation>
    </message>
    <message>
        <source>histograms</source>
        <translation>histogramy</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>texty</translation>
    </message>
    <message>
        <source>hyperparameters</source>
        <translation>hyperparametry</translation>
    </message>
    <message>
        <source>Without prefix</source>
        <translation>Bez předpony</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Uloženo %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more files have problems.</source>
        <translation>
            <numerusform>%n další soubor má potíže.</numerusform>
            <numerusform>%n další soubory mají potíže.</numerusform>
            <numerusform>%n dalších souborů má potíže.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 nelze přečíst.</translation>
    </message>
    <message>
        <source>The event files were read in part: %1 of %2.</source>
        <translation>Soubory událostí byly přečteny zčásti: %1 z %2.</translation>
    </message>
    <message>
        <source>No match. Change the filter or what is shown.</source>
        <translation>Nic nevyhovuje. Změňte filtr nebo to, co se zobrazuje.</translation>
    </message>
    <message>
        <source>No images, histograms, texts or hyperparameters yet. What the script logs with a SummaryWriter of TensorBoard below ./logs or ./outputs appears here: add_image, add_histogram, add_text, add_hparams.</source>
        <translation>Zatím žádné obrázky, histogramy, texty ani hyperparametry. Zde se objeví, co skript zaznamená pomocí SummaryWriteru TensorBoardu pod ./logs nebo ./outputs: add_image, add_histogram, add_text, add_hparams.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MediaSection</name>
    <message>
        <source>Fold or unfold this section</source>
        <translation>Sbalit nebo rozbalit tento oddíl</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>Oddíl %1</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>rozbaleno</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>sbaleno</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Zobrazit všech %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricCard</name>
    <message>
        <source>Metric %1</source>
        <translation>Metrika %1</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Možnosti metriky %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>krok %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>NaN or infinite, first at %1</source>
        <translation>NaN nebo nekonečno, poprvé v %1</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>Logaritmická osa</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Vyhlazení</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Přizpůsobit</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopírovat obrázek</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportovat jako CSV…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportovat %1</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 se nepodařilo zapsat.</translation>
    </message>
    <message>
        <source>Log axis, smoothing, comparison, export</source>
        <translation>Logaritmická osa, vyhlazení, porovnání, export</translation>
    </message>
    <message>
        <source>%1 smoothed</source>
        <translation>%1 vyhlazeno</translation>
    </message>
    <message>
        <source>%1 logged, %2 smoothed at %3</source>
        <translation>zapsáno %1, vyhlazeno %2 v %3</translation>
    </message>
    <message>
        <source>Value of %1: %2</source>
        <translation>Hodnota %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n values not finite</source>
        <translation>
            <numerusform>%n hodnota není konečná</numerusform>
            <numerusform>%n hodnoty nejsou konečné</numerusform>
            <numerusform>%n hodnot není konečných</numerusform>
        </translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Ještě se čte</translation>
    </message>
    <message>
        <source>%1: no values</source>
        <comment>name of a metric</comment>
        <translation>%1: žádné hodnoty</translation>
    </message>
    <message numerus="yes">
        <source>%1: last %2, lowest %3, highest %4, from %5 to %6; %n values</source>
        <translation>
            <numerusform>%1: poslední %2, nejnižší %3, nejvyšší %4, od %5 do %6; %n hodnota</numerusform>
            <numerusform>%1: poslední %2, nejnižší %3, nejvyšší %4, od %5 do %6; %n hodnoty</numerusform>
            <numerusform>%1: poslední %2, nejnižší %3, nejvyšší %4, od %5 do %6; %n hodnot</numerusform>
        </translation>
    </message>
    <message>
        <source>lowest %1, highest %2</source>
        <translation>nejnižší %1, nejvyšší %2</translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation>kroky %1 až %2</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 až %2 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>lowest and highest value</comment>
        <translation>%1 až %2</translation>
    </message>
    <message>
        <source>Export as CSV: too many values; use &quot;roostctl export&quot;</source>
        <translation>Export do CSV: příliš mnoho hodnot; použijte „roostctl export“</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricChart</name>
    <message>
        <source>Chart of %1</source>
        <translation>Graf metriky %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricComparison</name>
    <message>
        <source>%1 has logged no %2.</source>
        <translation>Běh %1 nezaznamenal metriku %2.</translation>
    </message>
    <message>
        <source>Add metric</source>
        <translation>Přidat metriku</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Porovnat s</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Načítání běhů…</translation>
    </message>
    <message>
        <source>No other run of this experiment</source>
        <translation>Žádný jiný běh tohoto experimentu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricsFold</name>
    <message numerus="yes">
        <source>%1: %n values, the last is %2</source>
        <translation>
            <numerusform>%1: %n hodnota, poslední je %2</numerusform>
            <numerusform>%1: %n hodnoty, poslední je %2</numerusform>
            <numerusform>%1: %n hodnot, poslední je %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No value was found in the last %n lines.</source>
        <translation>
            <numerusform>V posledním %n řádku nebyla nalezena žádná hodnota.</numerusform>
            <numerusform>V posledních %n řádcích nebyla nalezena žádná hodnota.</numerusform>
            <numerusform>V posledních %n řádcích nebyla nalezena žádná hodnota.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reco&amp;gnize usual lines: &quot;epoch 3 loss 0.12&quot;, &quot;loss=0.12&quot;, tqdm, Keras, Lightning, Hugging Face</source>
        <translation>R&amp;ozpoznávat obvyklé řádky: „epoch 3 loss 0.12“, „loss=0.12“, tqdm, Keras, Lightning, Hugging Face</translation>
    </message>
    <message>
        <source>Pa&amp;tterns</source>
        <translation>&amp;Vzory</translation>
    </message>
    <message>
        <source>Metrics in the log</source>
        <translation>Metriky v logu</translation>
    </message>
    <message>
        <source>One metric on each line: its name, a colon, and a regular expression. The group &quot;value&quot; is the number, the group &quot;step&quot; the step if there is one.</source>
        <translation>Na každém řádku jedna metrika: její název, dvojtečka a regulární výraz. Skupina „value“ je číslo, skupina „step“ je krok, pokud je uveden.</translation>
    </message>
    <message>
        <source>Tr&amp;y on a log…</source>
        <translation>V&amp;yzkoušet na logu…</translation>
    </message>
    <message>
        <source>Show what these metrics find in the log of an earlier run</source>
        <translation>Ukázat, co tyto metriky najdou v logu dřívějšího běhu</translation>
    </message>
    <message>
        <source>Lines of the log with values</source>
        <translation>Řádky logu s hodnotami</translation>
    </message>
    <message>
        <source>Log of an earlier run</source>
        <translation>Log dřívějšího běhu</translation>
    </message>
    <message>
        <source>Logs (*.txt *.log *.out *.err);;All files (*)</source>
        <translation>Logy (*.txt *.log *.out *.err);;Všechny soubory (*)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::MetricsPane</name>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>Filter metrics</source>
        <translation>Filtrovat metriky</translation>
    </message>
    <message>
        <source>Show only metrics whose name contains this text (Ctrl+L)</source>
        <translation>Zobrazit jen metriky s tímto textem v názvu (Ctrl+L)</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Osa x</translation>
    </message>
    <message>
        <source>step</source>
        <translation>krok</translation>
    </message>
    <message>
        <source>time</source>
        <translation>čas</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Vyhlazení</translation>
    </message>
    <message>
        <source>off</source>
        <translation>vypnuto</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Přizpůsobit vše</translation>
    </message>
    <message>
        <source>Fit all charts</source>
        <translation>Přizpůsobit všechny grafy</translation>
    </message>
    <message>
        <source>The metrics could not be read.</source>
        <translation>Metriky se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Uloženo: %1</translation>
    </message>
    <message>
        <source>No metrics yet. What the script logs with mlflow.log_metric appears here as it is logged.</source>
        <translation>Zatím žádné metriky. Co skript zapíše pomocí mlflow.log_metric, objeví se zde ihned.</translation>
    </message>
    <message>
        <source>Show all of each metric and follow it (double click on a chart)</source>
        <translation>Zobrazit celý průběh všech metrik a sledovat jej (dvojité kliknutí na graf)</translation>
    </message>
    <message>
        <source>This run logged no metrics. Log some with mlflow.log_metric.</source>
        <translation>Tento běh nezapsal žádné metriky. Zapište je pomocí mlflow.log_metric.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ModelDetail</name>
    <message>
        <source>Versions of the model</source>
        <translation>Verze modelu</translation>
    </message>
    <message>
        <source>This model has no version.</source>
        <translation>Tento model nemá žádnou verzi.</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Stáhnout…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Otevřít běh</translation>
    </message>
    <message>
        <source>The versions of %1 could not be read.</source>
        <translation>Verze modelu %1 se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Verze %1</translation>
    </message>
    <message>
        <source>From run</source>
        <translation>Z běhu</translation>
    </message>
    <message>
        <source>Path in the run</source>
        <translation>Cesta v běhu</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrováno</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Download the model to</source>
        <translation>Stáhnout model do</translation>
    </message>
    <message>
        <source>Delete %1 version %2? The run it came from keeps its files.</source>
        <translation>Odstranit model %1, verzi %2? Běh, ze kterého pochází, si soubory ponechá.</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Odstranit verzi</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasy</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ModelsPage</name>
    <message>
        <source>Registered models</source>
        <translation>Registrované modely</translation>
    </message>
    <message>
        <source>No model is registered yet. A run that wrote one to outputs/ can register it.</source>
        <translation>Zatím není registrován žádný model. Lze ho registrovat z běhu, který ho zapsal do outputs/.</translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>Otevřít běhy</translation>
    </message>
    <message>
        <source>Select a model to see its versions.</source>
        <translation>Vyberte model a zobrazí se jeho verze.</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Stáhnout…</translation>
    </message>
    <message>
        <source>The models could not be read.</source>
        <translation>Modely se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>This workspace has no model registry.</source>
        <translation>Tento pracovní prostor nemá registr modelů.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modely</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::NotebookCard</name>
    <message>
        <source>Log from a notebook</source>
        <translation>Zaznamenávat z notebooku</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>A script or notebook with these lines logs to this workspace through the MLflow client.</source>
        <translation>Skript nebo notebook s těmito řádky zaznamenává do tohoto pracovního prostoru přes klienta MLflow.</translation>
    </message>
    <message>
        <source>Form of the lines</source>
        <translation>Podoba řádků</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Zobrazit token</translation>
    </message>
    <message>
        <source>Copy the lines for MLflow clients</source>
        <translation>Kopírovat řádky pro klienty MLflow</translation>
    </message>
    <message>
        <source>Copy all lines, with the token</source>
        <translation>Kopírovat všechny řádky i s tokenem</translation>
    </message>
    <message>
        <source>Keep the token secret: whoever has it can read and change this workspace. It holds until you log out or restart this computer.</source>
        <translation>Token držte v tajnosti: kdo jej má, může tento pracovní prostor číst a měnit. Platí, dokud se neodhlásíte nebo nerestartujete počítač.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Zatím není znám</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::NoticeCard</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Zavřít (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopírovat podrobnosti</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OpenServerDialog</name>
    <message>
        <source>Open an MLflow server</source>
        <translation>Otevřít server MLflow</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Uživatelské jméno a heslo</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Přístupový token</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresa</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Přihlášení</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Uživatelské jméno</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Heslo</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>Zadejte uživatelské jméno.</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Zadejte token.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vybrat…</translation>
    </message>
    <message>
        <source>There is no readable file %1.</source>
        <translation>Soubor %1 neexistuje nebo jej nelze číst.</translation>
    </message>
    <message>
        <source>Use &amp;certificates of my own</source>
        <translation>Použít &amp;vlastní certifikáty</translation>
    </message>
    <message>
        <source>Accept this certificate</source>
        <translation>Přijmout tento certifikát</translation>
    </message>
    <message>
        <source>As MLflow&apos;s client does</source>
        <translation>Jako klient MLflow</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Bez přihlášení</translation>
    </message>
    <message>
        <source>&amp;Found on this machine</source>
        <translation>&amp;Nalezeno na tomto stroji</translation>
    </message>
    <message>
        <source>As in MLFLOW_TRACKING_URI, databricks://PROFILE, or an Azure tracking URI. The server stores runs and models; it starts no runs.</source>
        <translation>Jako v MLFLOW_TRACKING_URI, databricks://PROFIL nebo sledovací URI Azure. Server ukládá běhy a modely; žádné běhy nespouští.</translation>
    </message>
    <message>
        <source>Certificate a&amp;uthority</source>
        <translation>Certifikační a&amp;utorita</translation>
    </message>
    <message>
        <source>Choose the certificate authority</source>
        <translation>Vybrat certifikační autoritu</translation>
    </message>
    <message>
        <source>Certificates of the authority</source>
        <translation>Certifikáty autority</translation>
    </message>
    <message>
        <source>A PEM file. It is trusted for this server, beside the authorities of the system.</source>
        <translation>Soubor PEM. Důvěřuje se mu pro tento server, vedle autorit systému.</translation>
    </message>
    <message>
        <source>C&amp;lient certificate</source>
        <translation>K&amp;lientský certifikát</translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation>Vybrat klientský certifikát</translation>
    </message>
    <message>
        <source>Certificate and key</source>
        <translation>Certifikát a klíč</translation>
    </message>
    <message>
        <source>A PEM file with the certificate and its private key, if the server asks for one.</source>
        <translation>Soubor PEM s certifikátem a jeho soukromým klíčem, pokud jej server vyžaduje.</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>Vy&amp;zkoušet</translation>
    </message>
    <message>
        <source>Enter an address that starts with http://, https://, databricks:// or azureml://.</source>
        <translation>Zadejte adresu, která začíná http://, https://, databricks:// nebo azureml://.</translation>
    </message>
    <message>
        <source>Stop t&amp;est</source>
        <translation>&amp;Zastavit zkoušku</translation>
    </message>
    <message>
        <source>Accept this certificate, %1.
Only do so if the server&apos;s administrator confirms the fingerprint:
%2
%3</source>
        <translation>Přijmout tento certifikát, %1.
Učiňte tak, jen pokud správce serveru potvrdí otisk:
%2
%3</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>Soubory PEM (*.pem *.crt *.cer *.key);;Všechny soubory (*)</translation>
    </message>
    <message>
        <source>By MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, ~/.mlflow/credentials, MLFLOW_TRACKING_TOKEN or a profile of Databricks, if there are any; otherwise without.</source>
        <translation>Podle MLFLOW_TRACKING_USERNAME a MLFLOW_TRACKING_PASSWORD, ~/.mlflow/credentials, MLFLOW_TRACKING_TOKEN nebo profilu Databricks, pokud existují; jinak bez přihlášení.</translation>
    </message>
    <message>
        <source>Roost keeps it in the keychain of your desktop.</source>
        <translation>Roost jej uchovává v klíčence vašeho prostředí.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OpeningQuestionDialog</name>
    <message>
        <source>Do not open</source>
        <translation>Neotevírat</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OutputPreview</name>
    <message>
        <source>Content of the file</source>
        <translation>Obsah souboru</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Open the file with the program that the desktop has for it</source>
        <translation>Otevřít soubor v programu, který pro něj má systém</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Zavřít náhled</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Načítá se %1…</translation>
    </message>
    <message>
        <source>The picture is too large to be shown here: %1.</source>
        <translation>Obrázek je příliš velký, aby se zde zobrazil: %1.</translation>
    </message>
    <message>
        <source>The file could not be read. %1</source>
        <translation>Soubor se nepodařilo načíst. %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixelů</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown.</source>
        <translation>Zobrazuje se jen prvních %1 z %2.</translation>
    </message>
    <message>
        <source>This is neither text nor a picture: %1. Open or download it.</source>
        <translation>Toto není text ani obrázek: %1. Otevřete jej, nebo stáhněte.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OutputsPane</name>
    <message>
        <source>Download…</source>
        <translation>Stáhnout…</translation>
    </message>
    <message>
        <source>Download all…</source>
        <translation>Stáhnout vše…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otevřít složku</translation>
    </message>
    <message>
        <source>Register model…</source>
        <translation>Registrovat model…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Kopírovat cestu</translation>
    </message>
    <message>
        <source>Files of the run</source>
        <translation>Soubory běhu</translation>
    </message>
    <message>
        <source>Download all files of the run</source>
        <translation>Stáhnout všechny soubory běhu</translation>
    </message>
    <message>
        <source>Register the selected file or folder as a model</source>
        <translation>Registrovat vybraný soubor nebo složku jako model</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Otevřít složku ve správci souborů</translation>
    </message>
    <message>
        <source>The files of the run could not be listed.</source>
        <translation>Soubory běhu se nepodařilo vypsat.</translation>
    </message>
    <message>
        <source>No files yet. What the script writes to ./outputs and ./logs appears here.</source>
        <translation>Zatím žádné soubory. Co skript zapíše do ./outputs a ./logs, se objeví zde.</translation>
    </message>
    <message>
        <source>This run has no files. Files that a script writes to ./outputs are kept.</source>
        <translation>Tento běh nezanechal žádné soubory. Uchovává se to, co skript zapíše do ./outputs.</translation>
    </message>
    <message>
        <source>Download to</source>
        <translation>Stáhnout do</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Stahování %1</translation>
    </message>
    <message>
        <source>Download the selected file or folder</source>
        <translation>Stáhnout vybraný soubor nebo složku</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>%1. What a canceled run was writing may be incomplete.</source>
        <translation>%1. Co zrušený běh právě zapisoval, nemusí být úplné.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::OverviewPane</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n uzel</numerusform>
            <numerusform>%n uzly</numerusform>
            <numerusform>%n uzlů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n proces</numerusform>
            <numerusform>%n procesy</numerusform>
            <numerusform>%n procesů</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation>Přehled běhu</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Běh</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Kde</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesy</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Proměnné prostředí</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Vytvořeno</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Spuštěno</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ukončeno</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>Doba běhu</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribuce</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snímek</translation>
    </message>
    <message>
        <source>last values</source>
        <translation>poslední hodnoty</translation>
    </message>
    <message>
        <source>running</source>
        <translation>běží</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>signál %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>návratový kód %1</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Rank %1</translation>
    </message>
    <message>
        <source>Ranks in step</source>
        <translation>Ranky v kroku</translation>
    </message>
    <message numerus="yes">
        <source>%n in all, those that failed</source>
        <translation>
            <numerusform>celkem %n, ty, které selhaly</numerusform>
            <numerusform>celkem %n, ty, které selhaly</numerusform>
            <numerusform>celkem %n, ty, které selhaly</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>ztracen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Prostředky</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::PageActions</name>
    <message>
        <source>On this page</source>
        <translation>Na této stránce</translation>
    </message>
    <message>
        <source>There are no errors to step through on this page.</source>
        <translation>Na této stránce nejsou chyby, které by šlo procházet.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Obnovit</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>Najít na stránce</translation>
    </message>
    <message>
        <source>There is nothing to search on this page.</source>
        <translation>Na této stránce není co prohledávat.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>There is nothing to filter on this page.</source>
        <translation>Na této stránce není co filtrovat.</translation>
    </message>
    <message>
        <source>Go to a line or a time</source>
        <translation>Přejít na řádek nebo čas</translation>
    </message>
    <message>
        <source>There are no lines on this page.</source>
        <translation>Na této stránce nejsou žádné řádky.</translation>
    </message>
    <message>
        <source>Two logs side by side</source>
        <translation>Dva logy vedle sebe</translation>
    </message>
    <message>
        <source>There are no two logs on this page.</source>
        <translation>Na této stránce nejsou dva logy.</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Další chyba</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Předchozí chyba</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::PaletteSource</name>
    <message>
        <source>Action</source>
        <translation>Akce</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Zde</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::PhaseTimeline</name>
    <message>
        <source>Phases of the run</source>
        <translation>Fáze běhu</translation>
    </message>
    <message>
        <source>%1: since %2</source>
        <translation>%1: od %2</translation>
    </message>
    <message>
        <source>until %1 (%2)</source>
        <translation>do %1 (%2)</translation>
    </message>
    <message>
        <source>, to come</source>
        <translation>, teprve nastane</translation>
    </message>
    <message>
        <source>, now</source>
        <translation>, právě probíhá</translation>
    </message>
    <message>
        <source>, done</source>
        <translation>, hotovo</translation>
    </message>
    <message>
        <source>, failed</source>
        <translation>, selhání</translation>
    </message>
    <message>
        <source>, canceled</source>
        <translation>, zrušeno</translation>
    </message>
    <message>
        <source>, not reached</source>
        <translation>, neproběhlo</translation>
    </message>
    <message>
        <source>Preparing failed</source>
        <translation>Příprava selhala</translation>
    </message>
    <message>
        <source>Scaling failed</source>
        <translation>Škálování selhalo</translation>
    </message>
    <message>
        <source>Run failed</source>
        <translation>Běh selhal</translation>
    </message>
    <message>
        <source>Post-processing failed</source>
        <translation>Dokončování selhalo</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Průběh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Zrušit: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::QueryStatus</name>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::QuickLook</name>
    <message>
        <source>Quick look at the run</source>
        <translation>Rychlý náhled běhu</translation>
    </message>
    <message>
        <source>Open the run (Enter)</source>
        <translation>Otevřít běh (Enter)</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Otevřít běh</translation>
    </message>
    <message>
        <source>Close the quick look (Space)</source>
        <translation>Zavřít rychlý náhled (mezerník)</translation>
    </message>
    <message>
        <source>Close the quick look</source>
        <translation>Zavřít rychlý náhled</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Vytvořeno</translation>
    </message>
    <message>
        <source>The log could not be read. %1</source>
        <translation>Log se nepodařilo načíst. %1</translation>
    </message>
    <message>
        <source>Select a run.</source>
        <translation>Vyberte běh.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Prostředky</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Stránky</translation>
    </message>
    <message>
        <source>Settings and help</source>
        <translation>Nastavení a nápověda</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nový běh</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Pracovní prostor: %1</translation>
    </message>
    <message>
        <source>Workspace %1. Click to switch.</source>
        <translation>Pracovní prostor %1. Kliknutím přepnete.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RailButton</name>
    <message>
        <source>%1 active</source>
        <translation>aktivních: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RankTimelineView</name>
    <message>
        <source>Activity of the ranks over time</source>
        <translation>Činnost ranků v čase</translation>
    </message>
    <message>
        <source>One row per rank; ticks are errors. Arrow keys move, Enter goes there in the log.</source>
        <translation>Řádek je jeden rank; značky jsou chyby. Šipky posouvají, Enter přejde na místo v logu.</translation>
    </message>
    <message>
        <source>Ranks %1 to %2</source>
        <translation>Ranky %1 až %2</translation>
    </message>
    <message>
        <source>nothing written</source>
        <translation>nic nezapsáno</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error lines</source>
        <translation>
            <numerusform>%n chybový řádek</numerusform>
            <numerusform>%n chybové řádky</numerusform>
            <numerusform>%n chybových řádků</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RanksList</name>
    <message>
        <source>Ranks</source>
        <translation>Ranky</translation>
    </message>
    <message>
        <source>All ranks</source>
        <translation>Všechny ranky</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Potíže</translation>
    </message>
    <message>
        <source>List only ranks that failed or are silent</source>
        <translation>Vypsat jen ranky, které selhaly nebo mlčí</translation>
    </message>
    <message>
        <source>All logs</source>
        <translation>Všechny logy</translation>
    </message>
    <message>
        <source>Show the logs of all ranks (A); M or the context menu mutes one</source>
        <translation>Zobrazit logy všech ranků (A); klávesa M nebo místní nabídka jeden ztlumí</translation>
    </message>
    <message>
        <source>Show the others too</source>
        <translation>Zobrazit i ostatní</translation>
    </message>
    <message>
        <source>Show this one alone</source>
        <translation>Zobrazit jen tento</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Zrušit ztlumení</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Ztlumit</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Zobrazit vše</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RanksSidebar</name>
    <message>
        <source>What each rank wrote over time</source>
        <translation>Co který rank v čase zapsal</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RegisterModelDialog</name>
    <message>
        <source>Register a model</source>
        <translation>Registrovat model</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Registrovat</translation>
    </message>
    <message>
        <source>From the run %1</source>
        <translation>Z běhu %1</translation>
    </message>
    <message>
        <source>&amp;File or folder of the run</source>
        <translation>&amp;Soubor nebo složka běhu</translation>
    </message>
    <message>
        <source>&amp;Name of the model</source>
        <translation>&amp;Název modelu</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Š&amp;títky</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Popis</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>Zadejte název modelu.</translation>
    </message>
    <message>
        <source>Becomes version %1 of %2.</source>
        <translation>Bude to verze %1 modelu %2.</translation>
    </message>
    <message>
        <source>Becomes the next version of %1.</source>
        <translation>Bude to další verze modelu %1.</translation>
    </message>
    <message>
        <source>A new name, or that of a model to add a version to.</source>
        <translation>Nový název, nebo název modelu, kterému chcete přidat verzi.</translation>
    </message>
    <message>
        <source>A new model.</source>
        <translation>Nový model.</translation>
    </message>
    <message>
        <source>The model cannot be registered.</source>
        <translation>Model nelze registrovat.</translation>
    </message>
    <message>
        <source>This workspace has no model registry.</source>
        <translation>Tento pracovní prostor nemá registr modelů.</translation>
    </message>
    <message>
        <source>The model could not be registered.</source>
        <translation>Model se nepodařilo registrovat.</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Registrace…</translation>
    </message>
    <message>
        <source>name=value, separated by commas</source>
        <translation>název=hodnota, oddělené čárkami</translation>
    </message>
    <message>
        <source>Choose the file or folder of the run that is the model.</source>
        <translation>Vyberte, co z běhu je modelem.</translation>
    </message>
    <message>
        <source>Enter tags as name=value.</source>
        <translation>Štítky zapište jako název=hodnota.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ReviewStep</name>
    <message>
        <source>What is missing</source>
        <translation>Co chybí</translation>
    </message>
    <message>
        <source>What to check before the files are sent</source>
        <translation>Na co myslet před odesláním souborů</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Soubory</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>Soubory složky</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>Které soubory zobrazit</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Odesílané</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Vynechané</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>The job as YAML</source>
        <translation>Úloha jako YAML</translation>
    </message>
    <message>
        <source>This is the job as it is submitted. Changes here also change the other steps.</source>
        <translation>Toto se odešle. Změny provedené zde se promítnou i do ostatních kroků.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step: what is missing</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Reading the folder: %n files so far</source>
        <translation>
            <numerusform>Čtení složky: zatím %n soubor</numerusform>
            <numerusform>Čtení složky: zatím %n soubory</numerusform>
            <numerusform>Čtení složky: zatím %n souborů</numerusform>
        </translation>
    </message>
    <message>
        <source>no .amlignore or .gitignore</source>
        <translation>bez .amlignore a .gitignore</translation>
    </message>
    <message>
        <source>rules of %1</source>
        <translation>pravidla z %1</translation>
    </message>
    <message>
        <source>%1 sent, %2 left out, %3</source>
        <translation>K odeslání: %1; vynecháno: %2; %3</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Co se odešle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Stop reading the folder</source>
        <translation>Zastavit načítání složky</translation>
    </message>
    <message>
        <source>Ask the workspace for the files of the snapshot again</source>
        <translation>Zeptat se pracovního prostoru na soubory snímku znovu</translation>
    </message>
    <message>
        <source>The run gets the files of the earlier run, unchanged: %1. None is sent again.</source>
        <translation>Běh dostane beze změny soubory dřívějšího běhu: %1. Žádný se neposílá znovu.</translation>
    </message>
    <message>
        <source>The run gets the files of the earlier run, unchanged. They cannot be shown: %1</source>
        <translation>Běh dostane beze změny soubory dřívějšího běhu. Nelze je zobrazit: %1</translation>
    </message>
    <message>
        <source>The run gets the files of the earlier run, unchanged.</source>
        <translation>Běh dostane beze změny soubory dřívějšího běhu.</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Vynechat…</translation>
    </message>
    <message>
        <source>Add a line to the ignore file, so that the selected file is not sent</source>
        <translation>Přidat řádek do souboru výjimek, aby se vybraný soubor neodeslal</translation>
    </message>
    <message>
        <source>Leave out %1? This line is added to %2: %3</source>
        <translation>Vynechat %1? Do souboru %2 se přidá řádek: %3</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Vynechat</translation>
    </message>
    <message>
        <source>Keep file</source>
        <translation>Ponechat soubor</translation>
    </message>
    <message>
        <source>Click to go to the file</source>
        <translation>Kliknutím přejdete na soubor</translation>
    </message>
    <message>
        <source>Read the folder and its ignore rules again</source>
        <translation>Znovu načíst složku a její pravidla ignorování</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunActions</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Zrušit běh</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Start the run, which waits for your approval</source>
        <translation>Spustit běh, který čeká na vaše svolení</translation>
    </message>
    <message>
        <source>Stacks of all ranks</source>
        <translation>Zásobníky všech ranků</translation>
    </message>
    <message>
        <source>Write the current stack of each rank into the logs</source>
        <translation>Zapsat do logů, kde se každý rank právě nachází</translation>
    </message>
    <message>
        <source>Resubmit</source>
        <translation>Odeslat znovu</translation>
    </message>
    <message>
        <source>Resubmit with changes</source>
        <translation>Odeslat znovu se změnami</translation>
    </message>
    <message>
        <source>Register model</source>
        <translation>Registrovat model</translation>
    </message>
    <message>
        <source>Register a file of the run as a model</source>
        <translation>Registrovat soubor běhu jako model</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Odstranit běh</translation>
    </message>
    <message>
        <source>Delete the run with its files</source>
        <translation>Odstranit běh i s jeho soubory</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kopírovat ID</translation>
    </message>
    <message>
        <source>Copy the id of the run</source>
        <translation>Kopírovat ID běhu</translation>
    </message>
    <message>
        <source>Reading the stacks of %1…</source>
        <translation>Zkoumají se procesy běhu %1…</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Běh %1 byl odstraněn</translation>
    </message>
    <message>
        <source>Registered %1 version %2</source>
        <translation>Model %1 registrován jako verze %2</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Otevřít model</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunPage</name>
    <message>
        <source>Parts of the run</source>
        <translation>Části běhu</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Přehled</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logy</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Výstupy</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kód</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>The run %1 could not be read.</source>
        <translation>Běh %1 se nepodařilo načíst.</translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>Otevřít běhy</translation>
    </message>
    <message>
        <source>This run was deleted.</source>
        <translation>Tento běh byl smazán.</translation>
    </message>
    <message>
        <source>There is no run %1. Maybe it was deleted.</source>
        <translation>Běh %1 neexistuje. Možná byl smazán.</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation>Čeká: %1</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Média</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunQuestion</name>
    <message>
        <source>Start run</source>
        <translation>Spustit běh</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Zatím ne</translation>
    </message>
    <message>
        <source>Cancel %1? Its processes are ended; what it wrote so far stays.</source>
        <translation>Zrušit běh %1? Jeho procesy budou ukončeny; co dosud zapsal, zůstane.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Zrušit běh</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Nechat běžet</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Odstranit běh</translation>
    </message>
    <message>
        <source>Keep run</source>
        <translation>Ponechat běh</translation>
    </message>
    <message>
        <source>Delete %1 with its logs and outputs?</source>
        <translation>Smazat %1 i s logy a výstupy?</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunSubmitter</name>
    <message>
        <source>The workspace is not connected.</source>
        <translation>Pracovní prostor není připojen.</translation>
    </message>
    <message>
        <source>The folder changed since it was reviewed. %1</source>
        <translation>Složka se od vašeho posledního pohledu změnila. %1</translation>
    </message>
    <message>
        <source>Submit run</source>
        <translation>Odeslat běh</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Zatím ne</translation>
    </message>
    <message>
        <source>Send and submit</source>
        <translation>Odeslat a spustit</translation>
    </message>
    <message>
        <source>%1 looks like a secret. Anyone who sees the run can read it. Send it anyway?</source>
        <translation>%1 vypadá jako tajný údaj. Kdo vidí běh, může si jej přečíst. Přesto odeslat?</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more look like secrets. Anyone who sees the run can read them. Send them anyway?</source>
        <translation>
            <numerusform>%1 a ještě %n další vypadají jako tajné údaje. Kdo vidí běh, může si je přečíst. Přesto odeslat?</numerusform>
            <numerusform>%1 a ještě %n další vypadají jako tajné údaje. Kdo vidí běh, může si je přečíst. Přesto odeslat?</numerusform>
            <numerusform>%1 a ještě %n dalších vypadá jako tajné údaje. Kdo vidí běh, může si je přečíst. Přesto odeslat?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunsActions</name>
    <message>
        <source>New run</source>
        <translation>Nový běh</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Rychlý náhled</translation>
    </message>
    <message>
        <source>Start run…</source>
        <translation>Spustit běh…</translation>
    </message>
    <message>
        <source>Cancel run…</source>
        <translation>Zrušit běh…</translation>
    </message>
    <message>
        <source>Delete run…</source>
        <translation>Odstranit běh…</translation>
    </message>
    <message>
        <source>Resubmit with changes</source>
        <translation>Odeslat znovu se změnami</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kopírovat ID</translation>
    </message>
    <message>
        <source>Quick look at the selected run (Space)</source>
        <translation>Rychlý náhled vybraného běhu (mezerník)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunsPage</name>
    <message>
        <source>No runs yet. Submit a training script, and watch it here.</source>
        <translation>Zatím žádné běhy. Odešlete trénovací skript a sledujte ho zde.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nový běh</translation>
    </message>
    <message>
        <source>No run matches the filter.</source>
        <translation>Filtru neodpovídá žádný běh.</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Zobrazit všechny běhy</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation>Běhy se nepodařilo načíst.</translation>
    </message>
    <message numerus="yes">
        <source>No match yet among %1 runs. Older runs are being read.</source>
        <translation>
            <numerusform>Mezi %1 během zatím nic neodpovídá. Načítají se starší běhy.</numerusform>
            <numerusform>Mezi %1 běhy zatím nic neodpovídá. Načítají se starší běhy.</numerusform>
            <numerusform>Mezi %1 běhy zatím nic neodpovídá. Načítají se starší běhy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roost::Ui::RunsToolBar</name>
    <message numerus="yes">
        <source>%1 of %2 runs</source>
        <translation>
            <numerusform>%1 z %2 běhu</numerusform>
            <numerusform>%1 z %2 běhů</numerusform>
            <numerusform>%1 z %2 běhů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 běh</numerusform>
            <numerusform>%1 běhy</numerusform>
            <numerusform>%1 běhů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 runs so far, reading older ones…</source>
        <translation>
            <numerusform>zatím %1 z %2 běhu, načítají se starší…</numerusform>
            <numerusform>zatím %1 z %2 běhů, načítají se starší…</numerusform>
            <numerusform>zatím %1 z %2 běhů, načítají se starší…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs so far, reading older ones…</source>
        <translation>
            <numerusform>zatím %1 běh, načítají se starší…</numerusform>
            <numerusform>zatím %1 běhy, načítají se starší…</numerusform>
            <numerusform>zatím %1 běhů, načítají se starší…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %2 newest runs</source>
        <translation>
            <numerusform>%1 z %2 nejnovějšího běhu</numerusform>
            <numerusform>%1 z %2 nejnovějších běhů</numerusform>
            <numerusform>%1 z %2 nejnovějších běhů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %1 newest runs</source>
        <translation>
            <numerusform>%1 nejnovější běh</numerusform>
            <numerusform>%1 nejnovější běhy</numerusform>
            <numerusform>%1 nejnovějších běhů</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Zrušit filtr</translation>
    </message>
    <message>
        <source>Show all runs again</source>
        <translation>Zobrazit znovu všechny běhy</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Vybrat sloupce</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Rychlý náhled</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Filtrovat běhy</translation>
    </message>
    <message>
        <source>Filter by name, experiment, tag or parameter</source>
        <translation>Filtrovat podle názvu, experimentu, štítku nebo parametru</translation>
    </message>
    <message>
        <source>Show only runs with these words (Ctrl+L)</source>
        <translation>Zobrazit jen běhy s těmito slovy (Ctrl+L)</translation>
    </message>
    <message>
        <source>Show runs of this state</source>
        <translation>Zobrazit běhy v tomto stavu</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Všechny stavy</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktivní</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Dokončen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhal</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Zrušen</translation>
    </message>
    <message>
        <source>Show runs of this experiment</source>
        <translation>Zobrazit běhy tohoto experimentu</translation>
    </message>
    <message>
        <source>All experiments</source>
        <translation>Všechny experimenty</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::Screenshots</name>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>Obrázek %1 se nepodařilo zapsat.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>Složku %1 nelze vytvořit.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::ServerCheckView</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlý</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavý</translation>
    </message>
    <message>
        <source>&amp;Compact rows in tables</source>
        <translation>&amp;Kompaktní řádky v tabulkách</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Vzhled</translation>
    </message>
    <message>
        <source>Desktop &amp;notifications when a run ends</source>
        <translation>&amp;Oznámení na ploše, když běh skončí</translation>
    </message>
    <message>
        <source>Shown while no window of Roost is in front</source>
        <translation>Zobrazují se, pokud žádné okno Roostu není v popředí</translation>
    </message>
    <message>
        <source>Same as the desktop</source>
        <translation>Podle systému</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Načítání</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StalledRanksBar</name>
    <message>
        <source>Open its log</source>
        <translation>Otevřít jeho log</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StatusLine</name>
    <message>
        <source>No workspace is open</source>
        <translation>Žádný pracovní prostor není otevřen</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>běží: %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>čeká: %1</translation>
    </message>
    <message>
        <source>nothing runs</source>
        <translation>nic neběží</translation>
    </message>
    <message>
        <source>last known %1</source>
        <translation>naposledy známo %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>živě</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualizováno %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StepButton</name>
    <message>
        <source>%1, filled in</source>
        <translation>%1, vyplněno</translation>
    </message>
    <message>
        <source>%1, not yet filled in</source>
        <translation>%1, zatím nevyplněno</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, něco chybí</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StepSlider</name>
    <message>
        <source>Step of %1</source>
        <translation>Krok položky %1</translation>
    </message>
    <message>
        <source>Choose a step: arrows, Page Up, Page Down, Home; End follows the newest step</source>
        <translation>Zvolte krok: šipky, Page Up, Page Down, Home; End sleduje nejnovější krok</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>krok %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StorageView</name>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modely</translation>
    </message>
    <message>
        <source>Code snapshots</source>
        <translation>Snímky kódu</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Storage used: %1</source>
        <translation>Využité úložiště: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::StragglerView</name>
    <message>
        <source>Which ranks keep up</source>
        <translation>Které ranky stačí</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>All ranks keep up with each other.</source>
        <translation>Všechny ranky si navzájem stačí.</translation>
    </message>
    <message>
        <source>Compared by the line that the ranks repeat: “%1”</source>
        <translation>Porovnáno podle řádku, který ranky opakují: „%1“</translation>
    </message>
    <message>
        <source>Compared by the points of the metric that each rank logs: “%1”</source>
        <translation>Porovnáno podle bodů metriky, kterou zapisuje každý rank: „%1“</translation>
    </message>
    <message>
        <source>All ranks kept up until the run was canceled.</source>
        <translation>Všechny ranky si stačily, dokud nebyl běh zrušen.</translation>
    </message>
    <message>
        <source>All ranks kept up with each other.</source>
        <translation>Všechny ranky si navzájem stačily.</translation>
    </message>
    <message>
        <source>All ranks kept up until the run failed.</source>
        <translation>Všechny ranky si stačily, dokud běh neselhal.</translation>
    </message>
    <message>
        <source>All ranks kept up until rank %1 failed.</source>
        <translation>Všechny ranky si stačily, dokud neselhal rank %1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is the cause of the failure, %2 states how far each rank was behind before it</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Until then all ranks kept up.</source>
        <translation>Do té doby si všechny ranky stačily.</translation>
    </message>
    <message>
        <source>Compared by the times at which the ranks write; no repeated line marks a step.</source>
        <translation>Porovnáno podle toho, kdy ranky píší; neopakují žádný řádek, který by udával krok.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::SubmitStep</name>
    <message>
        <source>Code</source>
        <translation>Kód</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Výpočetní cíl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribuce</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kontrola</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::SubmitWizard</name>
    <message>
        <source>This draft was written %1 and not submitted.</source>
        <translation>Obnoven neodeslaný koncept (%1).</translation>
    </message>
    <message>
        <source>Open job.yml…</source>
        <translation>Otevřít job.yml…</translation>
    </message>
    <message>
        <source>Save as job.yml…</source>
        <translation>Uložit jako job.yml…</translation>
    </message>
    <message>
        <source>As %1: %2, %3</source>
        <comment>when: folder, command</comment>
        <translation>Jako %1: %2, %3</translation>
    </message>
    <message>
        <source>The run cannot be submitted.</source>
        <translation>Běh nelze odeslat.</translation>
    </message>
    <message>
        <source>The run could not be submitted.</source>
        <translation>Běh se nepodařilo odeslat.</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Otevřít soubor úlohy</translation>
    </message>
    <message>
        <source>Job files (*.yml *.yaml)</source>
        <translation>Soubory úloh (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Save the job</source>
        <translation>Uložit úlohu</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Uloženo: %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nový běh</translation>
    </message>
    <message>
        <source>This draft was not submitted. Replace it?</source>
        <translation>Co je zde napsáno, nebylo odesláno. Nahradit?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Nahradit</translation>
    </message>
    <message>
        <source>This run was submitted. Submitting again creates another run.</source>
        <translation>Tento běh byl odeslán. Dalším odesláním vznikne jiný.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Vrátit zpět</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>Clear form</source>
        <translation>Vymazat formulář</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Pokračovat v úpravách</translation>
    </message>
    <message>
        <source>Some fields need attention.</source>
        <translation>Zde něco chybí, viz pole.</translation>
    </message>
    <message>
        <source>A run is being sent. Wait until it is submitted or cancel it, then start the next one.</source>
        <translation>Právě se odesílá běh. Počkejte, až se odešle, nebo ho zrušte, a teprve pak začněte další.</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Rozepsaný běh byl zahozen.</translation>
    </message>
    <message>
        <source>The text of job.yml has an error, so it cannot be saved for later.</source>
        <translation>Text job.yml obsahuje chybu, proto jej nelze uchovat na později.</translation>
    </message>
    <message>
        <source>Some fields need attention, see the list above.</source>
        <translation>Něco chybí, viz seznam výše.</translation>
    </message>
    <message>
        <source>Reading the folder once more…</source>
        <translation>Ještě jednou se prohlíží složka…</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::SummaryPanel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Soubory</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Zatím není nic zvoleno.</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>zatím nezvoleno</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>načítá se</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::SystemSection</name>
    <message>
        <source>System</source>
        <translation>Systém</translation>
    </message>
    <message>
        <source>over the seconds of the run; ranks 0 to %1 of %2, roostctl runs metrics shows all</source>
        <translation>podle sekund běhu; ranky 0 až %1 z %2, všechny ukáže roostctl runs metrics</translation>
    </message>
    <message>
        <source>over the seconds of the run</source>
        <translation>podle sekund běhu</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::TextCard</name>
    <message>
        <source>Text %1</source>
        <translation>Text %1</translation>
    </message>
    <message>
        <source>the first %1 of %2 characters</source>
        <translation>prvních %1 z %2 znaků</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Kopírovat text</translation>
    </message>
    <message>
        <source>Save text…</source>
        <translation>Uložit text…</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Uložit text</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Texty (*.txt)</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::TextFind</name>
    <message>
        <source>Find in the text</source>
        <translation>Hledat v textu</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Předchozí nález (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Další nález (Enter)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Zavřít (Escape)</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nenalezeno</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WelcomeView</name>
    <message>
        <source>A workspace contains your runs with their logs, metrics and outputs, and the environments and models that belong to them. Create one on this machine, or open one in Azure or the history of an MLflow server. The Home page of a new workspace has a sample to run first: PyTorch birds, which takes under a minute.</source>
        <translation>Pracovní prostor obsahuje vaše běhy s logy, metrikami a výstupy a také prostředí a modely, které k nim patří. Vytvořte ho na tomto počítači, nebo otevřete pracovní prostor v Azure či historii serveru MLflow. Domovská stránka nového pracovního prostoru nabízí ukázku na první spuštění: PyTorch birds, která trvá necelou minutu.</translation>
    </message>
    <message>
        <source>Roost runs and watches your PyTorch training</source>
        <translation>Roost spouští a sleduje vaše trénování v PyTorchi</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WindowActions</name>
    <message>
        <source>In lists</source>
        <translation>V seznamech</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>Otevřít v novém okně</translation>
    </message>
    <message>
        <source>Quick look at a run</source>
        <translation>Rychlý náhled běhu</translation>
    </message>
    <message>
        <source>Cancel or delete</source>
        <translation>Zrušit nebo odstranit</translation>
    </message>
    <message>
        <source>First and last row</source>
        <translation>První a poslední řádek</translation>
    </message>
    <message>
        <source>In charts</source>
        <translation>V grafech</translation>
    </message>
    <message>
        <source>%1 and wheel</source>
        <translation>%1 a kolečko</translation>
    </message>
    <message>
        <source>Zoom all charts</source>
        <translation>Přiblížit všechny grafy</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>Přiblížit a oddálit</translation>
    </message>
    <message>
        <source>Go along</source>
        <translation>Posunout se</translation>
    </message>
    <message>
        <source>Show all, as a double click</source>
        <translation>Zobrazit vše, jako dvojité kliknutí</translation>
    </message>
    <message>
        <source>%1 and drag</source>
        <translation>%1 a tažení</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>Přiblížit výřez</translation>
    </message>
    <message>
        <source>In logs</source>
        <translation>V lozích</translation>
    </message>
    <message>
        <source>In the find bar: next and previous hit</source>
        <translation>V panelu hledání: další a předchozí výskyt</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Zavřít panel hledání</translation>
    </message>
    <message>
        <source>In the list of ranks: mute one, show all</source>
        <translation>V seznamu ranků: ztlumit jeden, zobrazit všechny</translation>
    </message>
    <message>
        <source>In a new run</source>
        <translation>V novém běhu</translation>
    </message>
    <message>
        <source>Alt and the underlined letter</source>
        <translation>Alt a podtržené písmeno</translation>
    </message>
    <message>
        <source>Next step, back, submit, a field</source>
        <translation>Další krok, zpět, odeslat, pole</translation>
    </message>
    <message>
        <source>In the list of steps: another step</source>
        <translation>V seznamu kroků: jiný krok</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Otevřít soubor úlohy</translation>
    </message>
    <message>
        <source>Save as a job file</source>
        <translation>Uložit jako soubor úlohy</translation>
    </message>
    <message>
        <source>Start and end of the log</source>
        <translation>Začátek a konec logu</translation>
    </message>
    <message>
        <source>Page up and down</source>
        <translation>O stránku zpět a vpřed</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WizardFooter</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zpět</translation>
    </message>
    <message>
        <source>&amp;Submit run</source>
        <translation>&amp;Odeslat běh</translation>
    </message>
    <message>
        <source>&amp;Next: %1</source>
        <translation>&amp;Další: %1</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WorkspaceList</name>
    <message>
        <source>New workspace…</source>
        <translation>Nový pracovní prostor…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Otevřít složku…</translation>
    </message>
    <message>
        <source>Open Azure config.json…</source>
        <translation>Otevřít config.json z Azure…</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Otevřít pracovní prostor</translation>
    </message>
    <message>
        <source>Open an Azure Machine Learning workspace</source>
        <translation>Otevřít pracovní prostor Azure Machine Learning</translation>
    </message>
    <message>
        <source>Workspace configuration (config.json *.json)</source>
        <translation>Konfigurace pracovního prostoru (config.json *.json)</translation>
    </message>
    <message>
        <source>Open MLflow server…</source>
        <translation>Otevřít server MLflow…</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WorkspaceRow</name>
    <message>
        <source>Open workspace %1</source>
        <translation>Otevřít pracovní prostor %1</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nenalezen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Odebrat ze seznamu</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>připojování</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>připojeno</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>obnovování spojení</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nedostupný</translation>
    </message>
    <message>
        <source>Sign-in and certificates…</source>
        <translation>Přihlášení a certifikáty…</translation>
    </message>
    <message>
        <source>Forget this server</source>
        <translation>Zapomenout tento server</translation>
    </message>
    <message>
        <source>Removes it from this list, its password or token from the keychain, and what is kept of its runs from this machine. Nothing changes on the server.</source>
        <translation>Odstraní jej z tohoto seznamu, jeho heslo nebo token z klíčenky a uchované údaje o jeho bězích z tohoto stroje. Na serveru se nic nezmění.</translation>
    </message>
</context>
<context>
    <name>Roost::Ui::WorkspaceSwitcher</name>
    <message>
        <source>New workspace…</source>
        <translation>Nový pracovní prostor…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Otevřít složku…</translation>
    </message>
    <message>
        <source>Open Azure config.json…</source>
        <translation>Otevřít config.json z Azure…</translation>
    </message>
    <message>
        <source>Open MLflow server…</source>
        <translation>Otevřít server MLflow…</translation>
    </message>
</context>
<context>
    <name>RunEnd</name>
    <message>
        <source>%1 completed.</source>
        <translation>Běh %1 byl dokončen.</translation>
    </message>
    <message>
        <source>%1 completed after %2.</source>
        <translation>Běh %1 byl dokončen za %2.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>Běh %1 selhal.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>Běh %1 selhal: %2</translation>
    </message>
    <message>
        <source>%1 was canceled.</source>
        <translation>Běh %1 byl zrušen.</translation>
    </message>
</context>
<context>
    <name>SnapshotChanges</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>file names</comment>
        <translation>
            <numerusform>%1 a %n další</numerusform>
            <numerusform>%1 a %n další</numerusform>
            <numerusform>%1 a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Nové: %1.</translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation>Změněné: %1.</translation>
    </message>
    <message>
        <source>Not sent any more: %1.</source>
        <translation>Už se neodešlou: %1.</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Not started</source>
        <translation>Nespuštěn</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Ve frontě</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Příprava</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Škálování</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Spouštění</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>Dokončování</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>Rušení</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Dokončen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhal</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Zrušen</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Neodpovídá</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pozastaven</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Neznámý</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Vytváření</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Aktualizace</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Odstraňování</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Připraven</translation>
    </message>
</context>
<context>
    <name>SystemCharts</name>
    <message>
        <source>read</source>
        <translation>čteno</translation>
    </message>
    <message>
        <source>written</source>
        <translation>zapsáno</translation>
    </message>
    <message>
        <source>received</source>
        <translation>přijato</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>odesláno</translation>
    </message>
    <message>
        <source>CPU, % of a core</source>
        <translation>Procesor, % jádra</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Paměť, GB</translation>
    </message>
    <message>
        <source>GPU, %</source>
        <translation>GPU, %</translation>
    </message>
    <message>
        <source>GPU memory of the run, GB</source>
        <translation>Paměť GPU využitá během, GB</translation>
    </message>
    <message>
        <source>GPU memory, GB</source>
        <translation>Paměť GPU, GB</translation>
    </message>
    <message>
        <source>GPU power, W</source>
        <translation>Příkon GPU, W</translation>
    </message>
    <message>
        <source>GPU temperature, °C</source>
        <translation>Teplota GPU, °C</translation>
    </message>
    <message>
        <source>Read from disk, MB/s</source>
        <translation>Čtení z disku, MB/s</translation>
    </message>
    <message>
        <source>Written to disk, MB/s</source>
        <translation>Zápis na disk, MB/s</translation>
    </message>
    <message>
        <source>CPU of the machine, %</source>
        <translation>Procesor stroje, %</translation>
    </message>
    <message>
        <source>Memory of the machine, GB</source>
        <translation>Paměť stroje, GB</translation>
    </message>
    <message>
        <source>Disk of the machine, MB/s</source>
        <translation>Disk stroje, MB/s</translation>
    </message>
    <message>
        <source>Network of the machine, MB/s</source>
        <translation>Síť stroje, MB/s</translation>
    </message>
    <message>
        <source>Disk in use, GB</source>
        <translation>Využití disku, GB</translation>
    </message>
    <message>
        <source>Network of the machine, MB</source>
        <translation>Síť stroje, MB</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>rank %1</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>rank %1, GPU %2</source>
        <translation>rank %1, GPU %2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>[ and ] enclose pairs like version=&apos;&gt;=1.20&apos;.</source>
        <translation>Mezi [ a ] patří dvojice jako version=&apos;&gt;=1.20&apos;.</translation>
    </message>
    <message>
        <source>The name is followed by a version and at most one build, like &apos;numpy 1.26.* py312*&apos;.</source>
        <translation>Za názvem může být verze a nejvýše jedno sestavení, například &apos;numpy 1.26.* py312*&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a version constraint; write it like &apos;=3.10&apos;, &apos;&gt;=1.20,&lt;2&apos; or &apos;1.26.*&apos;.</source>
        <translation>&apos;%1&apos; není omezení verze; zapište ho jako &apos;=3.10&apos;, &apos;&gt;=1.20,&lt;2&apos; nebo &apos;1.26.*&apos;.</translation>
    </message>
    <message>
        <source>pip writes an exact version with two signs: &apos;%1==%2&apos;.</source>
        <translation>pip zapisuje přesnou verzi dvěma rovnítky: &apos;%1==%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a pip version constraint; write it like &apos;==2.6.0&apos; or &apos;&gt;=2,&lt;3&apos;.</source>
        <translation>&apos;%1&apos; není omezení verze pro pip; zapište ho jako &apos;==2.6.0&apos; nebo &apos;&gt;=2,&lt;3&apos;.</translation>
    </message>
    <message>
        <source>The name of a channel comes before &apos;::&apos;, like &apos;conda-forge::numpy&apos;.</source>
        <translation>Před &apos;::&apos; patří název kanálu, například &apos;conda-forge::numpy&apos;.</translation>
    </message>
    <message>
        <source>A package starts with its name, like &apos;numpy&gt;=1.20&apos;.</source>
        <translation>Balíček začíná svým názvem, například &apos;numpy&gt;=1.20&apos;.</translation>
    </message>
    <message>
        <source>The bracket that opens here is not closed with &apos;]&apos;.</source>
        <translation>Závorka, která se zde otevírá, není uzavřena znakem &apos;]&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not allowed in a package name; write &apos;name&apos;, &apos;name=1.2&apos; or &apos;name&gt;=1.2&apos;.</source>
        <translation>&apos;%1&apos; nemůže být v názvu balíčku; pište &apos;name&apos;, &apos;name=1.2&apos; nebo &apos;name&gt;=1.2&apos;.</translation>
    </message>
    <message>
        <source>A requirement starts with the name of a package, like &apos;torch&gt;=2&apos;.</source>
        <translation>Požadavek začíná názvem balíčku, například &apos;torch&gt;=2&apos;.</translation>
    </message>
    <message>
        <source>&apos;@&apos; is followed by the location of the package, like &apos;name @ https://...&apos;.</source>
        <translation>Za &apos;@&apos; patří adresa balíčku, například &apos;name @ https://...&apos;.</translation>
    </message>
    <message>
        <source>The file lists no packages. Add them below &apos;dependencies:&apos;.</source>
        <translation>Soubor nežádá žádné balíčky. Uveďte je pod &apos;dependencies:&apos;.</translation>
    </message>
    <message>
        <source>&apos;prefix&apos; names a folder of the machine the file was exported on. It is not used.</source>
        <translation>&apos;prefix&apos; označuje složku počítače, na kterém byl soubor exportován. Nepoužije se.</translation>
    </message>
    <message>
        <source>&apos;pip&apos; belongs below &apos;dependencies&apos;, as an item &apos;- pip:&apos;. Here it is not used.</source>
        <translation>&apos;pip&apos; patří pod &apos;dependencies&apos; jako položka &apos;- pip:&apos;. Zde se nepoužije.</translation>
    </message>
    <message>
        <source>conda does not know &apos;%1&apos;; did you mean &apos;%2&apos;? It is not used.</source>
        <translation>conda nezná &apos;%1&apos;; mysleli jste &apos;%2&apos;? Nepoužije se.</translation>
    </message>
    <message>
        <source>conda does not know &apos;%1&apos;. It is not used.</source>
        <translation>conda nezná &apos;%1&apos;. Nepoužije se.</translation>
    </message>
    <message>
        <source>&apos;name&apos; is one word, like &apos;name: birds&apos;.</source>
        <translation>&apos;name&apos; je jedno slovo, například &apos;name: birds&apos;.</translation>
    </message>
    <message>
        <source>An environment&apos;s name contains no spaces and none of &apos;/&apos;, &apos;:&apos;, &apos;#&apos;.</source>
        <translation>Název prostředí neobsahuje mezery ani žádný ze znaků &apos;/&apos;, &apos;:&apos;, &apos;#&apos;.</translation>
    </message>
    <message>
        <source>&apos;channels&apos; is a list: each channel on its own line behind &apos;- &apos;.</source>
        <translation>&apos;channels&apos; je seznam: každý kanál na vlastním řádku za &apos;- &apos;.</translation>
    </message>
    <message>
        <source>A channel is one word or URL, like &apos;- conda-forge&apos;.</source>
        <translation>Kanál je jedno slovo nebo adresa URL, například &apos;- conda-forge&apos;.</translation>
    </message>
    <message>
        <source>The channel &apos;%1&apos; is listed twice.</source>
        <translation>Kanál &apos;%1&apos; je uveden dvakrát.</translation>
    </message>
    <message>
        <source>&apos;variables&apos; contains lines like &apos;NAME: value&apos;.</source>
        <translation>&apos;variables&apos; obsahuje řádky jako &apos;NAME: value&apos;.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; needs one value.</source>
        <translation>Proměnná &apos;%1&apos; potřebuje jednu hodnotu.</translation>
    </message>
    <message>
        <source>No packages are listed here. Write each on its own line behind &apos;- &apos;.</source>
        <translation>Nejsou zde uvedeny žádné balíčky. Každý napište na vlastní řádek za &apos;- &apos;.</translation>
    </message>
    <message>
        <source>&apos;dependencies&apos; is a list: each package on its own line behind &apos;- &apos;.</source>
        <translation>&apos;dependencies&apos; je seznam: každý balíček na vlastním řádku za &apos;- &apos;.</translation>
    </message>
    <message>
        <source>A list entry needs the name of a package, like &apos;- numpy&gt;=1.20&apos;.</source>
        <translation>Položka seznamu potřebuje název balíčku, například &apos;- numpy&gt;=1.20&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is listed twice; line %2 lists it too.</source>
        <translation>&apos;%1&apos; je žádán dvakrát; žádá ho i řádek %2.</translation>
    </message>
    <message>
        <source>conda calls this package &apos;pytorch&apos;; &apos;torch&apos; is pip&apos;s name for it.</source>
        <translation>conda tomuto balíčku říká &apos;pytorch&apos;; &apos;torch&apos; je jeho název pro pip.</translation>
    </message>
    <message>
        <source>Only &apos;- pip:&apos; may open a list inside &apos;dependencies&apos;. A package is written &apos;- %1=1.2&apos;.</source>
        <translation>Seznam uvnitř &apos;dependencies&apos; smí otevřít jen &apos;- pip:&apos;. Balíček se zapisuje &apos;- %1=1.2&apos;.</translation>
    </message>
    <message>
        <source>The pip section is empty. Indent its lines deeper than &apos;- pip:&apos;.</source>
        <translation>Oddíl pip je prázdný. Jeho řádky odsaďte hlouběji než &apos;- pip:&apos;.</translation>
    </message>
    <message>
        <source>&apos;pip&apos; contains a list: each requirement on its own line behind &apos;- &apos;.</source>
        <translation>&apos;pip&apos; obsahuje seznam: každý požadavek na vlastním řádku za &apos;- &apos;.</translation>
    </message>
    <message>
        <source>A list entry needs a requirement, like &apos;- torch&gt;=2&apos;.</source>
        <translation>Položka seznamu potřebuje požadavek, například &apos;- torch&gt;=2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is listed twice for pip; line %2 lists it too.</source>
        <translation>&apos;%1&apos; je od pip žádán dvakrát; žádá ho i řádek %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is also listed for conda, in line %2; pip would replace it.</source>
        <translation>&apos;%1&apos; se na řádku %2 žádá i od conda; pip by ho nahradil.</translation>
    </message>
    <message>
        <source>There is a pip section, but &apos;pip&apos; itself is not among the dependencies. Add &apos;- pip&apos; above it.</source>
        <translation>Je zde oddíl pip, ale samotný &apos;pip&apos; mezi závislostmi není. Přidejte nad něj &apos;- pip&apos;.</translation>
    </message>
    <message>
        <source>Roost does not know &apos;%1&apos;. It is kept in the file but not used.</source>
        <translation>Roost nezná &apos;%1&apos;. V souboru zůstane, ale nepoužije se.</translation>
    </message>
    <message>
        <source>Roost does not know &apos;%1&apos;; did you mean &apos;%2&apos;? It is not used.</source>
        <translation>Roost nezná &apos;%1&apos;; mysleli jste &apos;%2&apos;? Nepoužije se.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes one value.</source>
        <translation>&apos;%1&apos; má jednu hodnotu.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes a whole number, %2 or more.</source>
        <translation>&apos;%1&apos; je celé číslo, nejméně %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; requires lines below it, like &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; obsahuje vlastní řádky, například &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; below &apos;%2&apos; takes one value.</source>
        <translation>&apos;%1&apos; pod &apos;%2&apos; má jednu hodnotu.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Soubor %1 nelze číst: %2.</translation>
    </message>
    <message>
        <source>The job has no &apos;%1:&apos;. Add that line.</source>
        <translation>Úloha nemá &apos;%1:&apos;. Přidejte tento řádek.</translation>
    </message>
    <message>
        <source>This is a job of type &apos;%1&apos;; Roost submits &apos;command&apos; jobs.</source>
        <translation>Toto je úloha typu &apos;%1&apos;; Roost odesílá úlohy typu &apos;command&apos;.</translation>
    </message>
    <message>
        <source>The command is empty; write what is to run, like &apos;python train.py&apos;.</source>
        <translation>Příkaz je prázdný; napište, co se má spustit, například &apos;python train.py&apos;.</translation>
    </message>
    <message>
        <source>The code must be in a folder on this machine; &apos;%1&apos; is an address.</source>
        <translation>Kód musí ležet ve složce tohoto počítače; &apos;%1&apos; je adresa.</translation>
    </message>
    <message>
        <source>A compute target is written &apos;azureml:%1&apos;.</source>
        <translation>Výpočetní cíl se zapisuje &apos;azureml:%1&apos;.</translation>
    </message>
    <message>
        <source>In Azure ML v1 &apos;process_count&apos; counted the processes of all nodes. It is not used: write &apos;process_count_per_instance&apos;, those of each node.</source>
        <translation>V Azure ML v1 znamenal &apos;process_count&apos; počet procesů všech uzlů. Nepoužije se: napište &apos;process_count_per_instance&apos;, počet na každém uzlu.</translation>
    </message>
    <message>
        <source>&apos;process_count_per_node&apos; is from Azure ML v1 and is not used: write &apos;process_count_per_instance&apos;.</source>
        <translation>V Azure ML v1 se psalo &apos;process_count_per_node&apos;. Nepoužije se: napište &apos;process_count_per_instance&apos;.</translation>
    </message>
    <message>
        <source>&apos;node_count&apos; is from Azure ML v1 and is not used: write &apos;instance_count&apos; below &apos;resources&apos;.</source>
        <translation>V Azure ML v1 se zde psalo &apos;node_count&apos;. Nepoužije se: napište &apos;instance_count&apos; pod &apos;resources&apos;.</translation>
    </message>
    <message>
        <source>&apos;shm_size&apos; is a number with b, k, m or g, like &apos;2g&apos;.</source>
        <translation>&apos;shm_size&apos; je číslo s b, k, m nebo g, například &apos;2g&apos;.</translation>
    </message>
    <message>
        <source>An input&apos;s name contains letters, digits and &apos;_&apos; and does not start with a digit.</source>
        <translation>Název vstupu obsahuje písmena, číslice a &apos;_&apos; a nezačíná číslicí.</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is data; Roost passes only literal values, like &apos;%1: 10&apos;.</source>
        <translation>Vstup &apos;%1&apos; jsou data; Roost předává jen přímé hodnoty, například &apos;%1: 10&apos;.</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; has no value.</source>
        <translation>Vstup &apos;%1&apos; nemá hodnotu.</translation>
    </message>
    <message>
        <source>The command uses &apos;${{inputs.%1}}&apos;, but there is no &apos;%1&apos; below &apos;inputs:&apos;.</source>
        <translation>Příkaz používá &apos;${{inputs.%1}}&apos;, ale pod &apos;inputs:&apos; žádný &apos;%1&apos; není.</translation>
    </message>
    <message>
        <source>The environment is empty; name one, like &apos;azureml:name:version&apos;.</source>
        <translation>Prostředí je prázdné; uveďte ho, například &apos;azureml:name:version&apos;.</translation>
    </message>
    <message>
        <source>Environments that are built from a Dockerfile are not supported in a job file; use &apos;image&apos; and &apos;conda_file&apos;.</source>
        <translation>Prostředí sestavovaná z Dockerfile nejsou v souboru úlohy podporována; použijte &apos;image&apos; a &apos;conda_file&apos;.</translation>
    </message>
    <message>
        <source>An environment in the job itself needs &apos;conda_file&apos;, &apos;image&apos; or both.</source>
        <translation>Prostředí přímo v úloze potřebuje &apos;conda_file&apos;, &apos;image&apos; nebo obojí.</translation>
    </message>
    <message>
        <source>An environment file is not read here; put its &apos;image&apos; and &apos;conda_file&apos; below &apos;environment:&apos;.</source>
        <translation>Soubor prostředí se zde nečte; jeho &apos;image&apos; a &apos;conda_file&apos; uveďte pod &apos;environment:&apos;.</translation>
    </message>
    <message>
        <source>A registered environment is written &apos;azureml:%1&apos;.</source>
        <translation>Registrované prostředí se zapisuje &apos;azureml:%1&apos;.</translation>
    </message>
    <message>
        <source>The only label is &apos;@latest&apos;; write it or a version, like &apos;azureml:%1:1&apos;.</source>
        <translation>Jediným štítkem je &apos;@latest&apos;; napište ho, nebo verzi, například &apos;azureml:%1:1&apos;.</translation>
    </message>
    <message>
        <source>The conda file is wrong in line %1: %2</source>
        <translation>Soubor conda má chybu na řádku %1: %2</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Try again when it no longer changes.</source>
        <translation>Soubor %1 se při čtení změnil. Zkuste to znovu, až se měnit nebude.</translation>
    </message>
    <message>
        <source>%1 can no longer be read: %2.</source>
        <translation>%1 už nelze číst: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 nelze číst: %2.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Složka %1 neexistuje.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Složku %1 nelze číst.</translation>
    </message>
    <message>
        <source>The folder %1 contains more than %2 files. Choose a smaller one, or exclude files with an .amlignore file.</source>
        <translation>Složka %1 obsahuje přes %2 souborů. Vyberte menší, nebo soubory vylučte souborem .amlignore.</translation>
    </message>
    <message>
        <source>The folder %1 contains no files to send.</source>
        <translation>Složka %1 neobsahuje žádné soubory k odeslání.</translation>
    </message>
    <message>
        <source>All files of %1 are excluded by %2, so nothing would be sent.</source>
        <translation>Všechny soubory složky %1 vylučuje %2, takže by se nic neodeslalo.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so it is not known which files may be sent.</source>
        <translation>%1 nelze číst, takže není známo, co se smí odeslat.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read and is not sent: %2.</source>
        <translation>Složku %1 nelze číst a neodešle se: %2.</translation>
    </message>
    <message>
        <source>The name of %1 is not valid UTF-8; it is not sent. Rename it.</source>
        <translation>Název %1 není v UTF-8; soubor se neodešle. Přejmenujte ho.</translation>
    </message>
    <message>
        <source>%1 is a broken link; it is not sent.</source>
        <translation>%1 je odkaz, který nikam nevede; neodešle se.</translation>
    </message>
    <message>
        <source>%1 is not a regular file; it is not sent.</source>
        <translation>%1 není obyčejný soubor; neodešle se.</translation>
    </message>
    <message>
        <source>%1 is a link to a folder that contains it; it is not followed.</source>
        <translation>%1 je odkaz na složku, ve které sám leží; nesleduje se.</translation>
    </message>
    <message>
        <source>%1 is a link to a target outside the folder; the target is sent too.</source>
        <translation>%1 je odkaz ven ze složky; odešle se i to, na co ukazuje.</translation>
    </message>
    <message>
        <source>%1 cannot be read and is not sent: %2.</source>
        <translation>%1 nelze číst a neodešle se: %2.</translation>
    </message>
    <message>
        <source>%1 %2. Everyone who can see the run can read it; exclude it with %3.</source>
        <translation>%1 %2. Přečte si ho každý, kdo vidí běh; vylučte ho pomocí %3.</translation>
    </message>
    <message>
        <source>%1 seems to contain %2 in line %3. Everyone who can see the run can read it.</source>
        <translation>%1 zřejmě obsahuje %2 na řádku %3. Přečte si ho každý, kdo vidí běh.</translation>
    </message>
    <message>
        <source>%1 has %2 MB. Data is better kept out of the snapshot.</source>
        <translation>%1 má %2 MB. Data je lepší do snímku nezahrnovat.</translation>
    </message>
    <message>
        <source>%1 files would be sent; Azure ML advises at most %2. Exclude folders with %3.</source>
        <translation>Odeslalo by se %1 souborů; Azure ML doporučuje nejvýše %2. Vylučte složky pomocí %3.</translation>
    </message>
    <message>
        <source>%1 MB would be sent; Azure ML advises at most 300 MB. Exclude data with %2.</source>
        <translation>Odeslalo by se %1 MB; Azure ML doporučuje nejvýše 300 MB. Vylučte data pomocí %2.</translation>
    </message>
    <message>
        <source>usually contains passwords and tokens</source>
        <translation>obvykle obsahuje hesla a tokeny</translation>
    </message>
    <message>
        <source>is a private SSH key</source>
        <translation>je soukromý klíč SSH</translation>
    </message>
    <message>
        <source>may be a private key</source>
        <translation>může být soukromý klíč</translation>
    </message>
    <message>
        <source>is a store of keys or passwords</source>
        <translation>je úložiště klíčů nebo hesel</translation>
    </message>
    <message>
        <source>holds passwords</source>
        <translation>obsahuje hesla</translation>
    </message>
    <message>
        <source>contains credentials of a cloud account</source>
        <translation>obsahuje přihlašovací údaje cloudového účtu</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>soukromý klíč</translation>
    </message>
    <message>
        <source>an AWS access key</source>
        <translation>přístupový klíč AWS</translation>
    </message>
    <message>
        <source>a GitHub token</source>
        <translation>token GitHubu</translation>
    </message>
    <message>
        <source>a GitLab token</source>
        <translation>token GitLabu</translation>
    </message>
    <message>
        <source>a Hugging Face token</source>
        <translation>token Hugging Face</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>klíč API</translation>
    </message>
    <message>
        <source>a Slack token</source>
        <translation>token Slacku</translation>
    </message>
    <message>
        <source>a Google API key</source>
        <translation>klíč Google API</translation>
    </message>
    <message>
        <source>the key of an Azure storage account</source>
        <translation>klíč účtu úložiště Azure</translation>
    </message>
    <message>
        <source>a signed storage address</source>
        <translation>podepsanou adresu úložiště</translation>
    </message>
    <message>
        <source>The Azure CLI gave no access token.</source>
        <translation>Azure CLI nevydalo přístupový token.</translation>
    </message>
    <message>
        <source>The Azure CLI did not answer in time. Try &quot;az account show&quot;.</source>
        <translation>Azure CLI neodpovědělo včas. Zkuste „az account show“.</translation>
    </message>
    <message>
        <source>There is no Azure CLI (%1) on this machine. Install it and run &quot;az login&quot;.</source>
        <translation>Na tomto počítači není Azure CLI (%1). Nainstalujte ho a spusťte „az login“.</translation>
    </message>
    <message>
        <source>The Azure CLI gave no token; run &quot;az login&quot; in a terminal.</source>
        <translation>Azure CLI nevydalo token; spusťte v terminálu „az login“.</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>žádná odpověď do %1 s</translation>
    </message>
    <message>
        <source>no connection within %1 s</source>
        <translation>žádné spojení do %1 s</translation>
    </message>
    <message>
        <source>The program is closing its connections.</source>
        <translation>Program uzavírá svá spojení.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 se nepodařilo přečíst: %2.</translation>
    </message>
    <message>
        <source>The answer is longer than %1 MB.</source>
        <translation>Odpověď je delší než %1 MB.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2.</source>
        <translation>%1 neodpovídá: %2.</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2.</source>
        <translation>S %1 nelze navázat důvěryhodné spojení: %2.</translation>
    </message>
    <message>
        <source>The server does not give parts of files (it ignored the Range header).</source>
        <translation>Server nevydává části souborů (hlavičku Range přehlédl).</translation>
    </message>
    <message>
        <source>The run %1 no longer contains %2.</source>
        <translation>Běh %1 už neobsahuje %2.</translation>
    </message>
    <message>
        <source>The list of files from the storage is not XML: %1.</source>
        <translation>Seznam souborů z úložiště není XML: %1.</translation>
    </message>
    <message>
        <source>The storage no longer contains %1.</source>
        <translation>Úložiště už neobsahuje %1.</translation>
    </message>
    <message>
        <source>The run has no file %1.</source>
        <translation>Běh nemá soubor %1.</translation>
    </message>
    <message>
        <source>The model&apos;s address %1 refers to neither a run nor a datastore.</source>
        <translation>Adresa modelu %1 nevede k žádnému běhu ani úložišti dat.</translation>
    </message>
    <message>
        <source>There is no environment %1.</source>
        <translation>Prostředí %1 neexistuje.</translation>
    </message>
    <message>
        <source>A run %1 already exists. Choose another name.</source>
        <translation>Běh %1 už existuje. Zvolte jiný název.</translation>
    </message>
    <message>
        <source>The job names no environment. Pick one.</source>
        <translation>Úloha nemá prostředí. Vyberte ho.</translation>
    </message>
    <message>
        <source>The operation is still in progress. Check again in a few minutes.</source>
        <translation>Operace stále probíhá. Podívejte se znovu za několik minut.</translation>
    </message>
    <message>
        <source>%1 changed while the snapshot was taken. Submit again when nothing writes into the folder.</source>
        <translation>%1 se změnil, zatímco se pořizoval snímek. Odešlete běh znovu, až do složky nic nebude zapisovat.</translation>
    </message>
    <message>
        <source>%1 could not be read completely: %2.</source>
        <translation>%1 se nepodařilo přečíst do konce: %2.</translation>
    </message>
    <message>
        <source>The workspace returned no address for the upload of the snapshot.</source>
        <translation>Pracovní prostor neposkytl místo, kam snímek nahrát.</translation>
    </message>
    <message>
        <source>%1 contains no workspace_name.</source>
        <translation>%1 neuvádí workspace_name.</translation>
    </message>
    <message>
        <source>No service serves %1.</source>
        <translation>Pracovní prostor %1 žádná služba neobsluhuje.</translation>
    </message>
    <message>
        <source>The service is still finishing its work.</source>
        <translation>Služba ještě dokončuje svou práci.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>Složku %1 nelze vytvořit.</translation>
    </message>
    <message>
        <source>%1 is not a workspace: it contains no roost.db.</source>
        <translation>%1 není pracovní prostor: není v něm roost.db.</translation>
    </message>
    <message>
        <source>The endpoint file %1 is damaged.</source>
        <translation>Soubor koncového bodu %1 je poškozen.</translation>
    </message>
    <message>
        <source>The workspace service roostd is neither beside this program nor in PATH. Install Roost again.</source>
        <translation>Služba pracovního prostoru roostd není vedle tohoto programu ani v PATH. Nainstalujte Roost znovu.</translation>
    </message>
    <message>
        <source>The workspace folder %1 does not exist.</source>
        <translation>Složka pracovního prostoru %1 neexistuje.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 se nepodařilo spustit: %2.</translation>
    </message>
    <message>
        <source>The workspace service ended during its start%1</source>
        <translation>Služba pracovního prostoru skončila hned po spuštění%1</translation>
    </message>
    <message>
        <source>The workspace service did not start within %1 s.</source>
        <translation>Služba pracovního prostoru se do %1 s nespustila.</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 není objekt JSON.</translation>
    </message>
    <message>
        <source>The Scope in %1 is not the resource id of a workspace.</source>
        <translation>Scope v %1 není ID prostředku pracovního prostoru.</translation>
    </message>
    <message>
        <source>%1 must name subscription_id, resource_group and workspace_name.</source>
        <translation>%1 musí uvádět subscription_id, resource_group a workspace_name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no web address.</source>
        <translation>„%1“ není webová adresa.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the resource id of a workspace.</source>
        <translation>„%1“ není ID prostředku pracovního prostoru.</translation>
    </message>
    <message>
        <source>%1 is not a workspace: it contains neither roost.db nor config.json.</source>
        <translation>%1 není pracovní prostor: není v něm roost.db ani config.json.</translation>
    </message>
    <message>
        <source>The files of %1:%2 are at %3, which this server does not serve.</source>
        <translation>Soubory %1:%2 leží na %3, což tento server nevydává.</translation>
    </message>
    <message>
        <source>%1 is not a private folder of this user. Remove it, or set XDG_RUNTIME_DIR to a folder that is.</source>
        <translation>%1 není soukromá složka tohoto uživatele. Odstraňte ji, nebo nastavte XDG_RUNTIME_DIR na složku, která jí je.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created: %2.</source>
        <translation>Složku %1 nelze vytvořit: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Soubor %1 neexistuje.</translation>
    </message>
    <message>
        <source>%1 is not a private file of this user. Remove it.</source>
        <translation>%1 není soukromý soubor tohoto uživatele. Odstraňte ho.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an Azure address that does not name a workspace.</source>
        <translation>„%1“ je adresa Azure, která neuvádí pracovní prostor.</translation>
    </message>
    <message>
        <source>The service of %1 runs as process %2, but does not answer.</source>
        <translation>Služba pro %1 běží jako proces %2, ale neodpovídá.</translation>
    </message>
    <message>
        <source>The service of %1 runs as process %2, but this user or session cannot reach it.</source>
        <translation>Služba pro %1 běží jako proces %2, ale tento uživatel nebo relace se k ní nedostane.</translation>
    </message>
    <message>
        <source>The workspace was moved from %1 while its service ran, and process %2 still serves it there. Stop that service (roostctl service stop), then open the workspace again.</source>
        <translation>Pracovní prostor byl přesunut z %1, zatímco jeho služba běžela, a proces %2 jej tam dál obsluhuje. Zastavte tu službu (roostctl service stop) a pak pracovní prostor otevřete znovu.</translation>
    </message>
    <message>
        <source>Process %1 is not the service of %2, so it is not ended.</source>
        <translation>Proces %1 není služba pro %2, proto se nechává být.</translation>
    </message>
    <message>
        <source>Process %1 cannot be ended: %2.</source>
        <translation>Proces %1 nelze ukončit: %2.</translation>
    </message>
    <message>
        <source>%1 names the workspace %2 of this machine, but not its folder. Open that folder instead.</source>
        <translation>%1 jmenuje pracovní prostor %2 na tomto počítači, ale ne jeho složku. Otevřete místo toho tu složku.</translation>
    </message>
    <message>
        <source>%1 belongs to another user (%2).</source>
        <translation>%1 patří jinému uživateli (%2).</translation>
    </message>
    <message>
        <source>Other users may write to %1.</source>
        <translation>Do %1 mohou zapisovat jiní uživatelé.</translation>
    </message>
    <message>
        <source>The workspace %1 was not opened: %2 Everyone who can write there can run commands as you. If you trust them, allow it once: roostctl --workspace %1 --trust workspace show</source>
        <translation>Pracovní prostor %1 nebyl otevřen: %2 Kdo tam může zapisovat, může vaším jménem spouštět příkazy. Pokud mu věříte, jednou to povolte: roostctl --workspace %1 --trust workspace show</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 nelze zapsat: %2.</translation>
    </message>
    <message>
        <source>The time limit of a job cannot be negative.</source>
        <translation>Časový limit úlohy nemůže být záporný.</translation>
    </message>
    <message>
        <source>A time limit of %1 s is too long: the longest is %2 s, ten years. Leave it out for no limit.</source>
        <translation>Časový limit %1 s je příliš dlouhý: nejdelší je %2 s, deset let. Bez limitu jej vynechejte.</translation>
    </message>
    <message>
        <source>An environment variable has no name. Name it, or remove it.</source>
        <translation>Proměnná prostředí nemá název. Pojmenujte ji, nebo ji vynechte.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an environment variable: use letters, digits and _, no digit first, and no &apos;=&apos;, blank or line break.</source>
        <translation>„%1“ nemůže být názvem proměnné prostředí: použijte písmena, číslice a _, ne číslici na začátku a ani &apos;=&apos;, mezeru či konec řádku.</translation>
    </message>
    <message>
        <source>The environment variable %1 contains a NUL character, at which the system would cut it. Remove it.</source>
        <translation>Proměnná prostředí %1 obsahuje znak NUL, na kterém by ji systém uťal. Odstraňte jej.</translation>
    </message>
    <message>
        <source>conda has no extras: it ignores &apos;[%1]&apos;. List the packages of the extra, or install the package with pip.</source>
        <translation>conda nezná extras: &apos;[%1]&apos; přeskočí. Vypište, co extra přináší, nebo balíček žádejte od pipu.</translation>
    </message>
    <message>
        <source>A package file is named NAME-VERSION-BUILD.conda or .tar.bz2, like &apos;tqdm-4.66.1-pyhd8ed1ab_0.conda&apos;.</source>
        <translation>Soubor balíčku se jmenuje NÁZEV-VERZE-SESTAVENÍ.conda nebo .tar.bz2, například &apos;tqdm-4.66.1-pyhd8ed1ab_0.conda&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a path beside this file, and only the text of the file is sent: pip will not find it. Write an absolute path or an address, or the requirements themselves.</source>
        <translation>&apos;%1&apos; je cesta vedle tohoto souboru a odesílá se jen jeho text: pip ji nenajde. Napište absolutní cestu či adresu, nebo přímo požadavky.</translation>
    </message>
    <message>
        <source>This is Azure ML&apos;s description of an environment, not a conda YAML. The packages are in the file that it names: use &apos;%1&apos; and the image.</source>
        <translation>Toto je popis prostředí pro Azure ML, ne conda YAML. Balíčky jsou v souboru, který jmenuje: vezměte &apos;%1&apos; a vedle něj obraz.</translation>
    </message>
    <message>
        <source>This is Azure ML&apos;s description of an environment, not a conda YAML: it lists no packages below &apos;dependencies:&apos;. Use its image.</source>
        <translation>Toto je popis prostředí pro Azure ML, ne conda YAML: pod &apos;dependencies:&apos; nejsou žádné balíčky. Jeho obraz vezměte jako obraz.</translation>
    </message>
    <message>
        <source>conda reads this name as a number. Put it in quotes.</source>
        <translation>conda čte tento název jako číslo. Dejte jej do uvozovek.</translation>
    </message>
    <message>
        <source>&apos;%1:&apos; is followed by one package, like &apos;- %1: numpy&gt;=1.20&apos;.</source>
        <translation>Za &apos;%1:&apos; stojí jeden balíček, například &apos;- %1: numpy&gt;=1.20&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is understood by micromamba and mamba; conda refuses the file.</source>
        <translation>&apos;%1&apos; rozumí micromamba a mamba; conda soubor odmítne.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; selects a platform only in recipes; here it is a comment, and the package is required on every platform.</source>
        <translation>&apos;%1&apos; vybírá platformu jen v receptech; zde je to komentář a balíček se žádá všude.</translation>
    </message>
    <message>
        <source>Templates like &apos;{% ... %}&apos; and &apos;{{ ... }}&apos; are filled in by other tools; use the file that they create.</source>
        <translation>Šablony jako &apos;{% ... %}&apos; a &apos;{{ ... }}&apos; vyplňují jiné nástroje; vezměte soubor, který vytvoří.</translation>
    </message>
    <message>
        <source>&apos;&lt;&lt;&apos; takes an alias of lines of the form &apos;key: value&apos;.</source>
        <translation>&apos;&lt;&lt;&apos; bere alias řádků ve tvaru &apos;klíč: hodnota&apos;.</translation>
    </message>
    <message>
        <source>%1 is a folder, a pipe or a device. Name a file.</source>
        <translation>%1 je složka, roura nebo zařízení. Zadejte soubor.</translation>
    </message>
    <message>
        <source>This is a component, a part that pipelines are made of; Roost submits command jobs. Write its command, code and environment into a job of &apos;type: command&apos;.</source>
        <translation>Toto je komponenta, ze kterých se skládají pipeline; Roost odesílá úlohy typu command. Napište její příkaz, kód a prostředí do úlohy s &apos;type: command&apos;.</translation>
    </message>
    <message>
        <source>This is a run configuration of Azure ML v1. Write a job file instead: &apos;command:&apos;, &apos;code:&apos;, &apos;environment:&apos; and &apos;compute:&apos;.</source>
        <translation>Toto je konfigurace běhu Azure ML v1. Napište místo ní soubor úlohy: &apos;command:&apos;, &apos;code:&apos;, &apos;environment:&apos; a &apos;compute:&apos;.</translation>
    </message>
    <message>
        <source>&apos;local_path&apos; belongs to a preview of the job file. Write the path itself: &apos;code: %1&apos;.</source>
        <translation>&apos;local_path&apos; patří k předběžné verzi souboru úlohy. Napište přímo cestu: &apos;code: %1&apos;.</translation>
    </message>
    <message>
        <source>In a job an input has only its value: write &apos;%1: %2&apos;. Types belong to components.</source>
        <translation>Vstup úlohy má jen hodnotu: napište &apos;%1: %2&apos;. Typy patří ke komponentám.</translation>
    </message>
    <message>
        <source>&apos;$[[...]]&apos; marks an optional part of a component&apos;s command. A job knows its inputs: write the part without the brackets, or remove it.</source>
        <translation>&apos;$[[...]]&apos; označuje, co lze v příkazu komponenty vynechat. Úloha své vstupy zná: napište tuto část bez závorek, nebo ji odstraňte.</translation>
    </message>
    <message>
        <source>The name of %1 contains a line break, which a line of %2 cannot express.</source>
        <translation>Název %1 obsahuje konec řádku, který žádný řádek souboru %2 nevyjádří.</translation>
    </message>
    <message>
        <source>The token or password for %1 would be sent over plain http, where others can read it, so it was not sent. Use https, or allow it (the window asks; roostctl takes --plain-http).</source>
        <translation>Token nebo heslo pro %1 by tam šlo nešifrovaně přes http, kde je mohou číst jiní, proto nebylo odesláno. Použijte https, nebo to povolte (okno se zeptá; roostctl má --plain-http).</translation>
    </message>
    <message>
        <source>it closed the connection before it answered</source>
        <translation>zavřel spojení dřív, než odpověděl</translation>
    </message>
    <message>
        <source>A program of another user (%1) listens at %2:%3, so nothing was sent there.</source>
        <translation>Na %2:%3 naslouchá program jiného uživatele (%1), proto tam nebylo nic odesláno.</translation>
    </message>
    <message>
        <source>There is no compute %1 in this workspace.</source>
        <translation>V tomto pracovním prostoru není výpočetní cíl %1.</translation>
    </message>
    <message>
        <source>The datastore provides neither a key nor a signature.</source>
        <translation>Úložiště dat nevydává klíč ani podpis.</translation>
    </message>
    <message>
        <source>This workspace gives you no key for the storage %1, which contains the files of the snapshot. Ask its owner for a role that may read them.</source>
        <translation>Tento pracovní prostor vám nedává klíč k úložišti %1, kde leží soubory snímku. Požádejte jeho vlastníka o roli, která je smí číst.</translation>
    </message>
    <message>
        <source>The datastore %1 provides neither a key nor a signature, so its files cannot be read from here. Add one of them to the datastore, or download the model from its run.</source>
        <translation>Úložiště dat %1 nevydává klíč ani podpis, jeho soubory odtud proto nelze číst. Nastavte mu jedno z nich, nebo stáhněte model z jeho běhu.</translation>
    </message>
    <message>
        <source>This service did not issue the address.</source>
        <translation>Tato adresa nebyla vydána zde.</translation>
    </message>
    <message>
        <source>The address of the snapshot, %1, is not that of a storage.</source>
        <translation>Adresa snímku, %1, není adresou úložiště.</translation>
    </message>
    <message>
        <source>%1 was not used: %2</source>
        <translation>%1 nebylo použito: %2</translation>
    </message>
    <message>
        <source>pip ignores &apos;%1&apos; after a requirement. Write it on a separate line, like &apos;- %2&apos;.</source>
        <translation>pip volbu „%1“ za požadavkem přeskočí. Napište ji na vlastní řádek, třeba „- %2“.</translation>
    </message>
    <message>
        <source>It looks like a requirements.txt: write its lines below &apos;dependencies:&apos; and &apos;- pip:&apos;.</source>
        <translation>Vypadá to jako requirements.txt: napište jeho řádky pod „dependencies:“ a „- pip:“.</translation>
    </message>
    <message>
        <source>The command uses &apos;${{outputs.%1}}&apos;, but there is no &apos;%1&apos; below &apos;outputs:&apos;.</source>
        <translation>Příkaz používá „${{outputs.%1}}“, ale pod „outputs:“ žádné „%1“ není.</translation>
    </message>
    <message>
        <source>&apos;${{%1}}&apos; is not supported; &apos;${{inputs.NAME}}&apos; and &apos;${{outputs.NAME}}&apos; are.</source>
        <translation>„${{%1}}“ není podporováno; „${{inputs.NÁZEV}}“ a „${{outputs.NÁZEV}}“ ano.</translation>
    </message>
    <message>
        <source>The conda file, line %1: %2</source>
        <translation>Soubor conda, řádek %1: %2</translation>
    </message>
    <message>
        <source>An output&apos;s name contains letters, digits and &apos;_&apos; and does not start with a digit.</source>
        <translation>Název výstupu se skládá z písmen, číslic a „_“ a nezačíná číslicí.</translation>
    </message>
    <message>
        <source>The output &apos;%1&apos; requires lines below it, like &apos;type: uri_folder&apos;.</source>
        <translation>Výstup „%1“ má vlastní řádky, třeba „type: uri_folder“.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is &apos;%2&apos;; it can be %3.</source>
        <translation>„%1“ je „%2“; může to být %3.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 nelze přečíst.</translation>
    </message>
    <message>
        <source>The database %1 of the workspace %2 is missing. Restore it from a backup. To start with an empty database, which does not list the runs in the folder, run: roostd serve --new-database --workspace %3</source>
        <translation>Databáze %1 pracovního prostoru %2 chybí. Obnovte ji ze zálohy. Chcete-li začít s prázdnou databází, ve které běhy ležící vedle ní uvedeny nejsou, spusťte: roostd serve --new-database --workspace %3</translation>
    </message>
    <message>
        <source>&apos;distribution&apos; needs a &apos;type:&apos;, one of %1.</source>
        <translation>„distribution“ potřebuje „type:“, jeden z %1.</translation>
    </message>
    <message>
        <source>Waiting for nodes: %1 of the compute&apos;s nodes are being prepared.</source>
        <translation>Čeká se na uzly: %1 z uzlů výpočetního cíle se připravuje.</translation>
    </message>
    <message>
        <source>Waiting for a free node: all %1 nodes of the compute are busy.</source>
        <translation>Čeká se na volný uzel: všech %1 uzlů výpočetního cíle je obsazeno.</translation>
    </message>
    <message>
        <source>Waiting for nodes: the compute has %1, of which %2 are busy.</source>
        <translation>Čeká se na uzly: výpočetní cíl jich má %1, z toho obsazených %2.</translation>
    </message>
    <message>
        <source>Waiting for nodes: the compute has none yet and has requested some.</source>
        <translation>Čeká se na uzly: výpočetní cíl zatím žádné nemá a žádá o ně.</translation>
    </message>
    <message>
        <source>Waiting for nodes: the compute has none at the moment.</source>
        <translation>Čeká se na uzly: výpočetní cíl teď žádné nemá.</translation>
    </message>
    <message>
        <source>%1 Check the subscription and the resource group, or open another workspace.</source>
        <translation>%1 Zkontrolujte předplatné a skupinu prostředků, nebo otevřete jiný pracovní prostor.</translation>
    </message>
    <message>
        <source>There is no workspace %1: it was deleted, or its subscription, resource group or name is different. Check them, or open another workspace.</source>
        <translation>Pracovní prostor %1 neexistuje: byl smazán, nebo má jiné předplatné, skupinu prostředků či jméno. Zkontrolujte je, nebo otevřete jiný pracovní prostor.</translation>
    </message>
    <message>
        <source>The server does not have the requested object.</source>
        <translation>Server nic takového nemá.</translation>
    </message>
    <message>
        <source>It already exists, or was changed meanwhile.</source>
        <translation>Už existuje, nebo bylo mezitím změněno.</translation>
    </message>
    <message>
        <source>The server is busy or does not answer in time.</source>
        <translation>Server je zaneprázdněn, nebo neodpověděl včas.</translation>
    </message>
    <message>
        <source>The server failed to answer.</source>
        <translation>Serveru se nepodařilo odpovědět.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has at most %n nodes; you ask for %2.</source>
        <translation>
            <numerusform>%1 má nejvýše %n uzel; požadujete %2.</numerusform>
            <numerusform>%1 má nejvýše %n uzly; požadujete %2.</numerusform>
            <numerusform>%1 má nejvýše %n uzlů; požadujete %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has 1 node; you ask for %2.</source>
        <translation>Výpočetní cíl %1 má 1 uzel, požadujete jich %2.</translation>
    </message>
    <message>
        <source>Ask for one node with more processes, or create a compute with nodes.</source>
        <translation>Požadujte jeden uzel s více procesy, nebo vytvořte výpočet s více uzly.</translation>
    </message>
    <message>
        <source>A node of %1 has %2; you ask for %3 on it. To run on the CPU set the variable CUDA_VISIBLE_DEVICES to -1.</source>
        <comment>2 GPUs, 3 processes</comment>
        <translation>Uzel výpočtu %1 má %2; požadujete na něm %3. Má-li běh počítat na CPU, nastavte proměnnou CUDA_VISIBLE_DEVICES na -1.</translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 GPU</translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n proces</numerusform>
            <numerusform>%n procesy</numerusform>
            <numerusform>%n procesů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A node of %1 takes %n processes at most; you ask for %2.</source>
        <translation>
            <numerusform>Uzel výpočtu %1 pojme nejvýše %n proces; požadujete %2.</numerusform>
            <numerusform>Uzel výpočtu %1 pojme nejvýše %n procesy; požadujete %2.</numerusform>
            <numerusform>Uzel výpočtu %1 pojme nejvýše %n procesů; požadujete %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A compute&apos;s name has 3 to 24 letters, digits and &apos;-&apos;, starts with a letter and does not end in &apos;-&apos; and a number.</source>
        <translation>Název výpočtu má 3 až 24 písmen, číslic a pomlček, začíná písmenem a nekončí pomlčkou s číslem.</translation>
    </message>
    <message>
        <source>The command runs once, on one node.</source>
        <translation>Příkaz se spustí jednou, na jednom uzlu.</translation>
    </message>
    <message>
        <source>For DistributedDataParallel. Each process gets RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT, so that init_method=&quot;env://&quot; works.</source>
        <translation>Pro DistributedDataParallel. Každý proces dostane RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR a MASTER_PORT, takže funguje init_method=&quot;env://&quot;.</translation>
    </message>
    <message>
        <source>For Horovod and mpi4py. The processes are started by the environment&apos;s own mpirun.</source>
        <translation>Pro Horovod a mpi4py. Procesy spouští mpirun z prostředí běhu.</translation>
    </message>
    <message>
        <source>An environment&apos;s name starts with a letter or digit and contains letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, at most 255 of them.</source>
        <translation>Název prostředí začíná písmenem nebo číslicí a obsahuje nejvýše 255 písmen, číslic, pomlček, podtržítek a teček.</translation>
    </message>
    <message>
        <source>Names that start with AzureML- are kept for curated environments. Pick another.</source>
        <translation>Názvy začínající na AzureML- jsou vyhrazeny pro dodaná prostředí. Zvolte jiný.</translation>
    </message>
    <message>
        <source>A run&apos;s name starts with a letter or digit and contains letters, digits, &apos;-&apos; and &apos;_&apos;, at most 255 of them.</source>
        <translation>Název běhu začíná písmenem nebo číslicí a obsahuje nejvýše 255 písmen, číslic, pomlček a podtržítek.</translation>
    </message>
    <message>
        <source>A model&apos;s name starts with a letter or digit and contains letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, at most 255 of them.</source>
        <translation>Název modelu začíná písmenem nebo číslicí a obsahuje nejvýše 255 písmen, číslic, pomlček, podtržítek a teček.</translation>
    </message>
    <message>
        <source>Requests cannot be sent to %1: %2.</source>
        <translation>Na adresu %1 nelze posílat požadavky: %2.</translation>
    </message>
    <message>
        <source>The server does not know this user, or does not allow the request. Sign in again.</source>
        <translation>Server tohoto uživatele nezná, nebo mu požadavek nedovoluje. Přihlaste se znovu.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Server požadavek odmítl.</translation>
    </message>
    <message>
        <source>%1 is a workspace service and did not accept the token. Open it by its folder, or set MLFLOW_TRACKING_TOKEN to its token.</source>
        <translation>%1 je služba pracovního prostoru a token nepřijala. Otevřete ji podle její složky, nebo nastavte MLFLOW_TRACKING_TOKEN na její token.</translation>
    </message>
    <message>
        <source>&apos;metrics&apos; is &apos;auto&apos; or has a line for each metric, like &apos;loss: loss=(?&lt;value&gt;\S+)&apos;.</source>
        <translation>„metrics“ je „auto“, nebo má řádek pro každou metriku, například „loss: loss=(?&lt;value&gt;\S+)“.</translation>
    </message>
    <message>
        <source>&apos;metrics.auto&apos; takes true or false; a metric cannot have the name &apos;auto&apos;.</source>
        <translation>„metrics.auto“ přijímá true nebo false; metrika se nemůže jmenovat „auto“.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 nelze zapsat: %2.</translation>
    </message>
    <message>
        <source>The private key in %1 is protected by a passphrase. Save it without one in a file that only you can read.</source>
        <translation>Soukromý klíč v %1 je chráněn heslem. Uložte jej bez hesla do souboru, který můžete číst jen vy.</translation>
    </message>
    <message>
        <source>%1 contains no private key. Append the key of the certificate to the file.</source>
        <translation>%1 neobsahuje soukromý klíč. Připojte klíč certifikátu k souboru.</translation>
    </message>
    <message>
        <source>%1 contains no PEM certificate.</source>
        <translation>%1 neobsahuje certifikát PEM.</translation>
    </message>
    <message>
        <source>issued to %1 by %2, valid until %3</source>
        <translation>vydán pro %1 od %2, platný do %3</translation>
    </message>
    <message>
        <source>%1 does not answer: no connection within %2 s.</source>
        <translation>%1 neodpovídá: spojení se do %2 s nepodařilo navázat.</translation>
    </message>
    <message>
        <source>The server is out of reach, and this was not read before. Try again when it answers.</source>
        <translation>Server je nedostupný a toto ještě nebylo přečteno. Zkuste to znovu, až bude odpovídat.</translation>
    </message>
    <message>
        <source>The server is out of reach, so nothing was changed.</source>
        <translation>Server je nedostupný, takže se nic nezměnilo.</translation>
    </message>
    <message>
        <source>This was never read from the server.</source>
        <translation>Toto ještě nebylo ze serveru přečteno.</translation>
    </message>
    <message>
        <source>%1 Roost keeps the password or token only until it ends.</source>
        <translation>%1 Roost uchová heslo nebo token jen do svého ukončení.</translation>
    </message>
    <message>
        <source>The keychain has no such entry.</source>
        <translation>Klíčenka takovou položku nemá.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Tato relace nemá klíčenku.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Klíčenka je zamčená.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Klíčenka neodpovídá.</translation>
    </message>
    <message>
        <source>The keychain does not answer: %1.</source>
        <translation>Klíčenka neodpovídá: %1.</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 s.</source>
        <translation>Klíčenka do %1 s neodpověděla.</translation>
    </message>
    <message>
        <source>The pattern of &apos;%1&apos; needs too many steps for these lines and is no longer used.</source>
        <translation>Vzor metriky „%1“ potřebuje pro tyto řádky příliš mnoho kroků a dále se nepoužívá.</translation>
    </message>
    <message>
        <source>The pattern of &apos;%1&apos; also matches text that is not a number, which is left out.</source>
        <translation>Vzor metriky „%1“ odpovídá i textu, který není číslo; ten se vynechává.</translation>
    </message>
    <message>
        <source>The pattern is empty; write an expression like &apos;loss=(?&lt;value&gt;\S+)&apos;.</source>
        <translation>Vzor je prázdný; napište výraz jako „loss=(?&lt;value&gt;\S+)“.</translation>
    </message>
    <message>
        <source>The pattern is not valid: %1 (at character %2).</source>
        <translation>Vzor není platný: %1 (u znaku %2).</translation>
    </message>
    <message>
        <source>The pattern has no group for the value; write &apos;(?&lt;value&gt;\S+)&apos; where the number is.</source>
        <translation>Vzor nemá skupinu pro hodnotu; na místo čísla napište „(?&lt;value&gt;\S+)“.</translation>
    </message>
    <message>
        <source>A metric needs a name.</source>
        <translation>Metrika potřebuje název.</translation>
    </message>
    <message>
        <source>The name of a metric has at most %1 characters.</source>
        <translation>Název metriky má nejvýše %1 znaků.</translation>
    </message>
    <message>
        <source>A metric cannot have the name &apos;auto&apos;.</source>
        <translation>Metrika se nemůže jmenovat „auto“.</translation>
    </message>
    <message>
        <source>%1 Use --follow-links if the linked file belongs to the run.</source>
        <translation>%1 Použijte --follow-links, pokud odkazovaný soubor patří k běhu.</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Rename the file.</source>
        <translation>Název není platné UTF-8. Přejmenujte soubor.</translation>
    </message>
    <message>
        <source>It is longer than %1 bytes.</source>
        <translation>Je delší než %1 bajtů.</translation>
    </message>
    <message>
        <source>The experiment &quot;%1&quot; of the target is deleted. Restore it, or name another one with --into.</source>
        <translation>Experiment „%1“ v cíli je smazaný. Obnovte jej, nebo uveďte jiný pomocí --into.</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>experiment %1</translation>
    </message>
    <message>
        <source>The tag %1 was refused: %2</source>
        <translation>Značka %1 byla odmítnuta: %2</translation>
    </message>
    <message>
        <source>%1 has no experiment &quot;%2&quot;.</source>
        <translation>%1 nemá experiment „%2“.</translation>
    </message>
    <message>
        <source>A point of &quot;%1&quot; has no value.</source>
        <translation>Bod metriky „%1“ nemá hodnotu.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Řádek %1: %2</translation>
    </message>
    <message>
        <source>It contains no mapping of YAML.</source>
        <translation>Neobsahuje mapování YAML.</translation>
    </message>
    <message>
        <source>It contains no run_id.</source>
        <translation>Neobsahuje run_id.</translation>
    </message>
    <message>
        <source>The line is not &quot;TIME VALUE STEP&quot;: %1</source>
        <translation>Řádek není „ČAS HODNOTA KROK“: %1</translation>
    </message>
    <message>
        <source>%1 more lines are damaged.</source>
        <translation>Poškozených je dalších %1 řádků.</translation>
    </message>
    <message>
        <source>Its artifacts are outside the folder, at %1. Use --follow-links to copy them.</source>
        <translation>Jeho artefakty jsou mimo složku, v %1. Zkopírujete je pomocí --follow-links.</translation>
    </message>
    <message>
        <source>Its artifacts are at %1, which is not a folder of this machine.</source>
        <translation>Jeho artefakty jsou v %1, což není složka tohoto stroje.</translation>
    </message>
    <message>
        <source>A line is damaged: %1</source>
        <translation>Řádek je poškozený: %1</translation>
    </message>
    <message>
        <source>logged model %1</source>
        <translation>zaznamenaný model %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) were logged by a run that is not imported.</source>
        <translation>
            <numerusform>%Ln metriku zaznamenal běh, který se neimportuje.</numerusform>
            <numerusform>%Ln metriky zaznamenal běh, který se neimportuje.</numerusform>
            <numerusform>%Ln metrik zaznamenal běh, který se neimportuje.</numerusform>
        </translation>
    </message>
    <message>
        <source>It refers to logged models that are not imported.</source>
        <translation>Odkazuje na zaznamenané modely, které se neimportují.</translation>
    </message>
    <message>
        <source>Its logged models: %1</source>
        <translation>Jeho zaznamenané modely: %1</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>model %1</translation>
    </message>
    <message>
        <source>model %1, version %2</source>
        <translation>model %1, verze %2</translation>
    </message>
    <message>
        <source>It is version %1 here.</source>
        <translation>Zde je to verze %1.</translation>
    </message>
    <message>
        <source>The alias %1 was not set, because its version is left out.</source>
        <translation>Alias %1 nebyl nastaven, protože jeho verze je vynechána.</translation>
    </message>
    <message>
        <source>The alias %1 was not set: %2</source>
        <translation>Alias %1 nebyl nastaven: %2</translation>
    </message>
    <message>
        <source>Its run %1 is not in the target, so its files are not there.</source>
        <translation>Jeho běh %1 v cíli není, takže tam nejsou ani jeho soubory.</translation>
    </message>
    <message>
        <source>Its files are at %1, not among those of its run.</source>
        <translation>Jeho soubory jsou v %1, nikoli mezi soubory jeho běhu.</translation>
    </message>
    <message>
        <source>Its stage %1: %2</source>
        <translation>Jeho fáze %1: %2</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Soubor ani složka %1 neexistuje.</translation>
    </message>
    <message>
        <source>%1 contains no runs: no mlruns folder with meta.yaml files, no event files of TensorBoard, and no offline runs of W&amp;B (run-*.wandb).</source>
        <translation>%1 neobsahuje žádné běhy: ani složku mlruns se soubory meta.yaml, ani soubory událostí TensorBoardu, ani offline běhy W&amp;B (run-*.wandb).</translation>
    </message>
    <message>
        <source>The server did not return the new run.</source>
        <translation>Server nový běh nevrátil.</translation>
    </message>
    <message>
        <source>The datasets were refused: %1</source>
        <translation>Datové sady byly odmítnuty: %1</translation>
    </message>
    <message>
        <source>The parameter %1 keeps the value of the first import, %2, because parameters cannot change; it is now %3.</source>
        <translation>Parametr %1 si ponechává hodnotu prvního importu, %2, protože parametry se nemohou měnit; nyní je %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was refused: %2</source>
        <translation>„%1“ bylo odmítnuto: %2</translation>
    </message>
    <message>
        <source>The point of &quot;%1&quot; at step %2 was refused: %3</source>
        <translation>Bod metriky „%1“ v kroku %2 byl odmítnut: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left out. %1</source>
        <translation>
            <numerusform>%Ln soubor byl vynechán. %1</numerusform>
            <numerusform>%Ln soubory byly vynechány. %1</numerusform>
            <numerusform>%Ln souborů bylo vynecháno. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No folder for downloads could be created: %1</source>
        <translation>Nelze vytvořit složku pro stahování: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named &quot;%2&quot;, as MLflow allows it.</source>
        <translation>„%1“ se jmenuje „%2“, jak to MLflow dovoluje.</translation>
    </message>
    <message>
        <source>The %1 is longer than MLflow stores; its whole value is in the file %2.</source>
        <translation>%1 je delší, než MLflow ukládá; celá hodnota je v souboru %2.</translation>
    </message>
    <message>
        <source>Long values were cut, because %1</source>
        <translation>Dlouhé hodnoty byly zkráceny, protože %1</translation>
    </message>
    <message>
        <source>Folders of TensorBoard have no experiments; the runs are put into &quot;%1&quot;. Name another one with --into.</source>
        <translation>Složky TensorBoardu nemají experimenty; běhy se zařadí do „%1“. Jiný uveďte pomocí --into.</translation>
    </message>
    <message>
        <source>%1 is not an event file of TensorBoard.</source>
        <translation>%1 není soubor událostí TensorBoardu.</translation>
    </message>
    <message>
        <source>A record of %1 bytes is too large.</source>
        <translation>Záznam o %1 bajtech je příliš velký.</translation>
    </message>
    <message>
        <source>%1 bytes are damaged.</source>
        <translation>Poškozeno je %1 bajtů.</translation>
    </message>
    <message>
        <source>%1 more parts are damaged.</source>
        <translation>Poškozených je dalších %1 částí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other file(s) in the folder are not event files and are not copied.</source>
        <translation>
            <numerusform>%Ln další soubor ve složce není soubor událostí a nekopíruje se.</numerusform>
            <numerusform>%Ln další soubory ve složce nejsou soubory událostí a nekopírují se.</numerusform>
            <numerusform>%Ln dalších souborů ve složce nejsou soubory událostí a nekopírují se.</numerusform>
        </translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Práce byla zastavena.</translation>
    </message>
    <message>
        <source>The server stores its artifacts at %1 and does not accept files itself. Start it with --serve-artifacts.</source>
        <translation>Server ukládá artefakty v %1 a sám soubory nepřijímá. Spusťte jej s --serve-artifacts.</translation>
    </message>
    <message>
        <source>%1 It was being written when its run ended.</source>
        <translation>%1 Zapisoval se, když jeho běh skončil.</translation>
    </message>
    <message>
        <source>The record cannot be read.</source>
        <translation>Záznam nelze přečíst.</translation>
    </message>
    <message>
        <source>%1 more records are damaged.</source>
        <translation>Poškozených je dalších %1 záznamů.</translation>
    </message>
    <message>
        <source>It contains no description of a run.</source>
        <translation>Neobsahuje popis běhu.</translation>
    </message>
    <message>
        <source>The artifact %1 (%2) of W&amp;B is not in the folder of the run. Log its files again, or copy them to files/.</source>
        <translation>Artefakt W&amp;B %1 (%2) není ve složce běhu. Zaznamenejte jeho soubory znovu, nebo je zkopírujte do files/.</translation>
    </message>
    <message>
        <source>The values of %1 are not numbers; they are in the file wandb/%2 of the run.</source>
        <translation>Hodnoty %1 nejsou čísla; jsou v souboru wandb/%2 běhu.</translation>
    </message>
    <message>
        <source>The value of %1 at step %2 is not JSON.</source>
        <translation>Hodnota %1 v kroku %2 není JSON.</translation>
    </message>
    <message>
        <source>It is not a .wandb file: it does not begin with &quot;:W&amp;B&quot;.</source>
        <translation>Není to soubor .wandb: nezačíná „:W&amp;B“.</translation>
    </message>
    <message>
        <source>Its format has the version %1, and only version 0 is known.</source>
        <translation>Jeho formát má verzi %1 a známá je jen verze 0.</translation>
    </message>
    <message>
        <source>The file ends within a record.</source>
        <translation>Soubor končí uprostřed záznamu.</translation>
    </message>
    <message>
        <source>A record claims to be longer than its block.</source>
        <translation>Záznam má být delší než jeho blok.</translation>
    </message>
    <message>
        <source>The checksum of a record is wrong.</source>
        <translation>Kontrolní součet záznamu nesouhlasí.</translation>
    </message>
    <message>
        <source>A record has no end.</source>
        <translation>Záznam nemá konec.</translation>
    </message>
    <message>
        <source>A record is longer than %1 bytes.</source>
        <translation>Záznam je delší než %1 bajtů.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 až %2</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>nejlepší %1</translation>
    </message>
    <message>
        <source>best %1 at %2</source>
        <translation>nejlepší %1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 epochs</source>
        <translation>%1 z %2 epoch</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 z %2 kroků</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>less than 1 min left</source>
        <translation>zbývá méně než 1 min</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>zbývá asi %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>zbývá asi %1 h</translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>zbývá asi %1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 d %2 h left</source>
        <translation>zbývá asi %1 d %2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 = %2 at step %3</source>
        <translation>%1 = %2 v kroku %3</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 nelze přečíst: %2</translation>
    </message>
    <message>
        <source>The metric &apos;%1&apos; is defined twice. Remove one of the lines.</source>
        <translation>Metrika „%1“ je definována dvakrát. Odstraňte jeden z řádků.</translation>
    </message>
    <message>
        <source>Write a name, a colon and a pattern: &apos;loss: loss=(?&lt;value&gt;\S+)&apos;.</source>
        <translation>Napište název, dvojtečku a vzor: „loss: loss=(?&lt;value&gt;\S+)“.</translation>
    </message>
    <message>
        <source>The password of %1 at %2 is not known. Open the server again to enter it.</source>
        <translation>Heslo uživatele %1 na %2 není známo. Otevřete server znovu a zadejte je.</translation>
    </message>
    <message>
        <source>The token for %1 is not known. Open the server again to enter it.</source>
        <translation>Token pro %1 není znám. Otevřete server znovu a zadejte jej.</translation>
    </message>
    <message>
        <source>%1 does not accept the token. It may have expired or been withdrawn; open the server again with a new one.</source>
        <translation>%1 token nepřijímá. Možná vypršel nebo byl odvolán; otevřete server znovu s novým.</translation>
    </message>
    <message>
        <source>%1 does not accept the password of %2. It may have changed; open the server again to enter it.</source>
        <translation>%1 nepřijímá heslo uživatele %2. Možná se změnilo; otevřete server znovu a zadejte je.</translation>
    </message>
    <message>
        <source>MLFLOW_TRACKING_URI: %1</source>
        <translation>MLFLOW_TRACKING_URI: %1</translation>
    </message>
    <message>
        <source>Databricks profile %1: %2</source>
        <translation>Profil Databricks %1: %2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>The Azure ML workspace %1. Roost opens it by Azure&apos;s own API, which includes its MLflow runs, and signs in with the Azure CLI (az login).</source>
        <translation>Pracovní prostor Azure ML %1. Roost jej otevírá vlastním API Azure, které zahrnuje i jeho běhy MLflow, a přihlašuje se přes Azure CLI (az login).</translation>
    </message>
    <message>
        <source>The workspace of this machine in %1.</source>
        <translation>Pracovní prostor tohoto stroje v %1.</translation>
    </message>
    <message>
        <source>without a sign-in</source>
        <translation>bez přihlášení</translation>
    </message>
    <message>
        <source>with the token or password</source>
        <translation>s tokenem nebo heslem</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>jako %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Spojení</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>Server odpovídá.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Šifrování</translation>
    </message>
    <message>
        <source>%1, certificate %2.</source>
        <translation>%1, certifikát %2.</translation>
    </message>
    <message>
        <source>%1, the certificate that you accepted, %2.</source>
        <translation>%1, certifikát, který jste přijali, %2.</translation>
    </message>
    <message>
        <source>No authority that this machine trusts confirms the certificate (%1): %2. Choose the file of the authority, or accept this certificate.</source>
        <translation>Certifikát nepotvrzuje žádná autorita, které tento stroj důvěřuje (%1): %2. Vyberte soubor autority, nebo tento certifikát přijměte.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Přihlášení</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>It does not tell its version, like Databricks.</source>
        <translation>Verzi nesděluje, stejně jako Databricks.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Obsah</translation>
    </message>
    <message>
        <source>1 experiment.</source>
        <translation>1 experiment.</translation>
    </message>
    <message>
        <source>%1 experiments.</source>
        <translation>Počet experimentů: %1.</translation>
    </message>
    <message>
        <source>The server accepts requests %1.</source>
        <translation>Server přijímá požadavky %1.</translation>
    </message>
    <message>
        <source>The server named no address for this file.</source>
        <translation>Server pro tento soubor neuvedl adresu.</translation>
    </message>
    <message>
        <source>%1 names a secret scope, which only a notebook on Databricks can read. Use databricks://PROFILE or the https address.</source>
        <translation>%1 odkazuje na úložiště tajemství, které může číst jen notebook na Databricks. Použijte databricks://PROFIL nebo adresu https.</translation>
    </message>
    <message>
        <source>There is no profile %1: %2 does not exist or is empty.</source>
        <translation>Profil %1 není k dispozici: %2 neexistuje nebo je prázdný.</translation>
    </message>
    <message>
        <source>%1 has no profile %2. It has: %3.</source>
        <translation>%1 nemá profil %2. Má: %3.</translation>
    </message>
    <message>
        <source>The profile %1 in %2 has no host.</source>
        <translation>Profil %1 v %2 nemá hostitele.</translation>
    </message>
    <message>
        <source>This service does not list its models by MLflow&apos;s API: &quot;%1&quot; Models in Unity Catalog are shown only by Databricks itself.</source>
        <translation>Tato služba své modely přes API MLflow nevypisuje: „%1“ Modely v Unity Catalog ukazuje jen samotný Databricks.</translation>
    </message>
    <message>
        <source>The server says: &quot;%1&quot; It accepts only host names that it was told. Start it with --allowed-hosts %2 (or MLFLOW_SERVER_ALLOWED_HOSTS), or open it by its IP address.</source>
        <translation>Server odpovídá: „%1“ Přijímá jen jména hostitelů, která zná. Spusťte jej s --allowed-hosts %2 (nebo MLFLOW_SERVER_ALLOWED_HOSTS), nebo jej otevřete přes IP adresu.</translation>
    </message>
    <message>
        <source>%1 asks for a sign-in. Open it again with a user name and password, or with a token.</source>
        <translation>%1 vyžaduje přihlášení. Otevřete jej znovu se jménem a heslem, nebo s tokenem.</translation>
    </message>
    <message>
        <source>There is no MLflow server at %1: %2 Check the address and its path.</source>
        <translation>Na %1 není server MLflow: %2 Zkontrolujte adresu a cestu.</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Open this folder?</source>
        <translation>Otevřít tuto složku?</translation>
    </message>
    <message>
        <source>A workspace can contain commands that run as you, with your files and rights. Open it only if you trust everyone who can write to it.</source>
        <translation>Pracovní prostor může obsahovat příkazy, které se spustí vaším jménem, s vašimi soubory a právy. Otevřete ho, jen pokud věříte všem, kdo tam mohou zapisovat.</translation>
    </message>
    <message>
        <source>Trust and open</source>
        <translation>Důvěřovat a otevřít</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Heslo pro %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Send the password or token unencrypted?</source>
        <translation>Odeslat heslo nebo token nešifrovaně?</translation>
    </message>
    <message>
        <source>%1 is reached over plain http. Everyone on the network path can read and use the password or token that is sent.</source>
        <translation>%1 je dostupný jen přes nešifrované http. Každý po cestě může odeslané heslo nebo token přečíst a použít.</translation>
    </message>
    <message>
        <source>If the server has an https address, open that instead.</source>
        <translation>Pokud má server adresu https, otevřete raději ji.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Odeslat</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation>Token pro %1</translation>
    </message>
    <message>
        <source>The password of %1 at %2.</source>
        <translation>Heslo uživatele %1 na %2.</translation>
    </message>
    <message>
        <source>The access token for %1.</source>
        <translation>Přístupový token pro %1.</translation>
    </message>
    <message>
        <source>Roost keeps it in the keychain of your desktop.</source>
        <translation>Roost jej uchovává v klíčence vašeho prostředí.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>there is no workspace to make pictures of; name one with --workspace</source>
        <translation>není žádný pracovní prostor k zachycení; zadejte jej pomocí --workspace</translation>
    </message>
</context>
</TS>
