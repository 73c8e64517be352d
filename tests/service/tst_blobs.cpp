// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobcontainers.h"
#include "models/service/api/blob/bloblist.h"
#include "models/service/api/blob/blobs.h"
#include "models/service/api/blob/blobsigner.h"
#include "models/service/http/server.h"
#include "models/service/store/workspace/artifactfolder.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Blob;
using namespace Roost::Service::Http;
using namespace Roost::Service::Store;

namespace {

void write(const QString &file, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(content) == content.size());
}

struct Reply
{
    int status = 0;
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

} // namespace

/// Blobs over real HTTP, and the classes that implement them.
class TestBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signaturesGrantTheStatedRights();
    void pathsThatAreRefused_data();
    void pathsThatAreRefused();
    void theContentHashIsThatOfAzure();
    void linksOutOfAContainerAreRefused();
    void anArtifactHasTheTimeOfItsLastWrite();
    void aBlobIsPutAndReadBack();
    void blocksBecomeABlob();
    void theModeIsSentAsMetadata();
    void damagedAndUnsignedBodiesAreRefused();
    void containersAreListedInPages();
    void metadataAndRangesAreCheckedAsByAzure();
    void theFolderOfAllUploadsIsNotAContainer();

private:
    Reply ask(const QByteArray &method, const QString &url, const QByteArray &body = {}, const Headers &headers = {});
    QString writable(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceStore> m_store;
    std::unique_ptr<Blobs> m_blobs;
    std::unique_ptr<Server> m_server;
    QString m_origin;
    QNetworkAccessManager m_network;
};

void TestBlobs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto folder = WorkspaceFolder::create(m_folder->filePath(u"ws"_s), u"birds"_s);
    QVERIFY(folder);
    auto store = WorkspaceStore::open(*folder);
    QVERIFY(store);
    m_store = std::move(*store);
    m_blobs = std::make_unique<Blobs>(*m_store);
    Router router;
    m_blobs->addRoutes(router);
    m_server = std::make_unique<Server>(std::move(router), ServerConfig{"token"});
    const auto port = m_server->start();
    QVERIFY(port);
    m_origin = u"http://127.0.0.1:%1"_s.arg(*port);
    QVERIFY(m_blobs->containers().uploadFolder(u"one"_s)->makeFolder({}));
}

void TestBlobs::cleanup()
{
    m_server.reset();
    m_blobs.reset();
    m_store.reset();
    m_folder.reset();
}

Reply TestBlobs::ask(const QByteArray &method, const QString &url, const QByteArray &body, const Headers &headers)
{
    QNetworkRequest request{QUrl(url)};
    request.setTransferTimeout(20000);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    // Qt expects a body after the headers of the reply to a custom request.
    std::unique_ptr<QNetworkReply> reply(method == "HEAD" ? m_network.head(request)
                                                          : m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeaderPairs()};
}

QString TestBlobs::writable(const QString &path) const
{
    const QString container = BlobContainers::upload(u"one"_s);
    return Blobs::plainUrl(m_origin, container, path) + u'?' + m_blobs->signature(container, u"rlw"_s);
}

void TestBlobs::signaturesGrantTheStatedRights()
{
    const BlobSigner signer("key");
    const QDateTime now = QDateTime::fromString(u"2026-11-23T06:00:00Z"_s, Qt::ISODate);
    const QUrlQuery one(signer.query({u"c"_s, u"a/b"_s, u"r"_s, now.addSecs(60)}));
    const QUrlQuery all(signer.query({u"c"_s, {}, u"rl"_s, now.addSecs(60)}));
    using Verdict = BlobSigner::Verdict;
    QCOMPARE(signer.check(u"c"_s, u"a/b"_s, one, u'r', now), Verdict::Allowed);
    QCOMPARE(signer.check(u"c"_s, u"a/b"_s, one, u'w', now), Verdict::NotPermitted);
    QCOMPARE(signer.check(u"c"_s, u"a/c"_s, one, u'r', now), Verdict::Forged);
    QCOMPARE(signer.check(u"d"_s, u"a/b"_s, one, u'r', now), Verdict::Forged);
    QCOMPARE(signer.check(u"c"_s, u"a/b"_s, one, u'r', now.addSecs(61)), Verdict::Expired);
    QCOMPARE(signer.check(u"c"_s, u"x"_s, all, u'r', now), Verdict::Allowed);
    QCOMPARE(signer.check(u"c"_s, {}, all, u'l', now), Verdict::Allowed);
    QCOMPARE(signer.check(u"c"_s, u"x"_s, QUrlQuery(), u'r', now), Verdict::Unsigned);
    QUrlQuery more = one;
    more.removeQueryItem(u"sp"_s);
    more.addQueryItem(u"sp"_s, u"rw"_s);
    QCOMPARE(signer.check(u"c"_s, u"a/b"_s, more, u'w', now), Verdict::Forged);
    QCOMPARE(BlobSigner("other").check(u"c"_s, u"a/b"_s, one, u'r', now), Verdict::Forged);
}

void TestBlobs::pathsThatAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const auto &path :
         {u"../x"_s, u"a/../../x"_s, u"/etc/passwd"_s, u"a//b"_s, u"a/./b"_s, u"a\\b"_s, u"a\nb"_s, u""_s, u"a/"_s})
        QTest::addRow("%s", qUtf8Printable(path)) << path;
}

void TestBlobs::pathsThatAreRefused()
{
    QFETCH(const QString, path);
    QVERIFY(!whyNotABlobPath(path).isEmpty());
    for (const auto &container :
         {BlobContainers::blobStore(), BlobContainers::code(), BlobContainers::upload(u"one"_s)})
        QVERIFY(!m_blobs->containers().place(container, path));
    // The same paths over HTTP, with every character percent-encoded so that no client normalises the path.
    QByteArray encoded;
    for (const char c : path.toUtf8())
        encoded += '%' + QByteArray(1, c).toHex();
    const QString base = Blobs::plainUrl(m_origin, BlobContainers::upload(u"one"_s), {});
    const Reply reply = ask("PUT",
                            base + u'/' + QString::fromLatin1(encoded) + u'?' +
                                m_blobs->signature(BlobContainers::upload(u"one"_s), u"rlw"_s),
                            "x", {{"x-ms-blob-type", "BlockBlob"}});
    QVERIFY2(reply.status >= 400 && reply.status < 500, qPrintable(QString::number(reply.status)));
}

void TestBlobs::theContentHashIsThatOfAzure()
{
    const QString folder = m_folder->filePath(u"snap"_s);
    write(folder + u"/a.txt"_s, "hello\n");
    write(folder + u"/dir/B.txt"_s, "x");
    write(folder + u"/Z.py"_s, "zz");
    QCOMPARE(contentHashOf(Files::ContainedFolder(folder)).value(),
             u"21bc289e28b8ebb0ff8d35e4a2dedcae759a24c41a476b7a17c5536f70c91f54"_s);
    QVERIFY(!contentHashOf(Files::ContainedFolder(m_folder->filePath(u"nothing"_s))));
}

void TestBlobs::linksOutOfAContainerAreRefused()
{
    write(m_folder->filePath(u"secret"_s), "s");
    const QString runs = m_store->folder().run(u"r1"_s);
    write(runs + u"/outputs/a.txt"_s, "a");
    QVERIFY(QFile::link(m_folder->filePath(u"secret"_s), runs + u"/outputs/out"_s));
    QVERIFY(QFile::link(runs + u"/outputs/a.txt"_s, runs + u"/outputs/in"_s));
    QVERIFY(QFile::link(runs + u"/outputs"_s, runs + u"/outputs/circle"_s));
    QVERIFY(QFile::link(m_folder->path(), runs + u"/outputs/away"_s));
    const BlobContainers &containers = m_blobs->containers();
    QVERIFY(!containers.place(BlobContainers::artifacts(), u"ExperimentRun/dcid.r1/outputs/out"_s));
    QVERIFY(containers.place(BlobContainers::artifacts(), u"ExperimentRun/dcid.r1/outputs/in"_s));
    QStringList names;
    const auto entries = containers.list(BlobContainers::artifacts(), u"ExperimentRun/dcid.r1/"_s);
    for (const BlobEntry &entry : entries.value())
        names.append(entry.name.section(u'/', 2));
    const QStringList inside{u"outputs/a.txt"_s, u"outputs/in"_s};
    QCOMPARE(names, inside);
    // Every listed file can be read, and circular links are not followed.
    const auto artifacts = ArtifactFolder::ofRun(m_store->folder(), u"r1"_s);
    const auto pathsOf = [](const auto &list) {
        QStringList paths;
        for (const auto &entry : list)
            paths.append(entry.path);
        return paths;
    };
    QCOMPARE(pathsOf(*artifacts.below({})), inside);
    QCOMPARE(pathsOf(*artifacts.level(u"outputs"_s)), inside);
    QVERIFY(artifacts.level(u"outputs/away"_s)->isEmpty());
}

void TestBlobs::anArtifactHasTheTimeOfItsLastWrite()
{
    const QString file = m_store->folder().run(u"r1"_s) + u"/logs/train.log"_s;
    write(file, "a");
    const QDateTime later = QDateTime::fromMSecsSinceEpoch(1'900'000'000'000, QTimeZone::UTC);
    QFile log(file);
    QVERIFY(log.open(QIODevice::ReadWrite));
    QVERIFY(log.setFileTime(later, QFileDevice::FileModificationTime));
    log.close();
    const auto artifacts = ArtifactFolder::ofRun(m_store->folder(), u"r1"_s).below({});
    QCOMPARE(artifacts->size(), 1);
    QCOMPARE(artifacts->first().created, later);
}

void TestBlobs::aBlobIsPutAndReadBack()
{
    const QString url = writable(u"src/a b+c.txt"_s);
    const Reply put = ask("PUT", url, "0123456789", {{"x-ms-blob-type", "BlockBlob"}, {"x-ms-meta-name", "n"}});
    QCOMPARE(put.status, 201);
    const Reply whole = ask("GET", url);
    QCOMPARE(whole.body, "0123456789");
    QCOMPARE(QByteArray::fromBase64(whole.header("x-ms-blob-content-md5")),
             QCryptographicHash::hash("0123456789", QCryptographicHash::Md5));
    QCOMPARE(whole.header("x-ms-meta-name"), "n");
    const Reply part = ask("GET", url, {}, {{"Range", "bytes=3-5"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, "345");
    QCOMPARE(part.header("ETag"), whole.header("ETag"));
    QCOMPARE(ask("GET", url, {}, {{"x-ms-range", "bytes=8-20"}}).body, "89");
    QCOMPARE(ask("GET", url, {}, {{"Range", "bytes=10-"}}).status, 416);
    QCOMPARE(ask("HEAD", url).header("Content-Length"), "10");
    QCOMPARE(ask("PUT", url, "x", {{"x-ms-blob-type", "BlockBlob"}, {"If-None-Match", "*"}}).status, 409);
    QCOMPARE(ask("DELETE", url).status, 202);
    QCOMPARE(ask("GET", url).status, 404);
}

void TestBlobs::blocksBecomeABlob()
{
    const QString url = writable(u"big.bin"_s);
    QCOMPARE(ask("PUT", url + u"&comp=block&blockid=MDA%3D"_s, "first ").status, 201);
    QCOMPARE(ask("PUT", url + u"&comp=block&blockid=MDE%3D"_s, "second").status, 201);
    const QByteArray list = "<?xml version=\"1.0\"?><BlockList><Latest>MDA=</Latest><Latest>MDE=</Latest></BlockList>";
    QCOMPARE(ask("PUT", url + u"&comp=blocklist"_s, "<BlockList><Latest>MDk=</Latest></BlockList>").status, 400);
    QCOMPARE(ask("PUT", url + u"&comp=blocklist"_s, "nonsense").status, 400);
    QCOMPARE(ask("GET", url).status, 404);
    QCOMPARE(ask("PUT", url + u"&comp=blocklist"_s, list).status, 201);
    QCOMPARE(ask("GET", url).body, "first second");
}

void TestBlobs::theModeIsSentAsMetadata()
{
    const auto isExecutable = [this](const QString &name) {
        const QString file = m_blobs->containers().uploadFolder(u"one"_s)->folder() + u'/' + name;
        return QFile::permissions(file).testFlag(QFileDevice::ExeOwner);
    };
    const std::pair<QByteArray, QByteArray> mode{"x-ms-meta-executable", "true"};
    QCOMPARE(ask("PUT", writable(u"run.sh"_s), "ls", {{"x-ms-blob-type", "BlockBlob"}, mode}).status, 201);
    QVERIFY(isExecutable(u"run.sh"_s));
    QCOMPARE(ask("PUT", writable(u"plain.sh"_s), "ls", {{"x-ms-blob-type", "BlockBlob"}}).status, 201);
    QVERIFY(!isExecutable(u"plain.sh"_s));
    QCOMPARE(ask("PUT", writable(u"big"_s) + u"&comp=block&blockid=MDA%3D"_s, "ls").status, 201);
    QCOMPARE(
        ask("PUT", writable(u"big"_s) + u"&comp=blocklist"_s, "<BlockList><Latest>MDA=</Latest></BlockList>", {mode})
            .status,
        201);
    QVERIFY(isExecutable(u"big"_s));
}

void TestBlobs::damagedAndUnsignedBodiesAreRefused()
{
    const QString url = writable(u"a"_s);
    const Reply damaged =
        ask("PUT", url, "x", {{"x-ms-blob-type", "BlockBlob"}, {"Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="}});
    QCOMPARE(damaged.status, 400);
    QCOMPARE(damaged.header("x-ms-error-code"), "Md5Mismatch");
    QCOMPARE(ask("GET", url).status, 404);
    const QString plain = Blobs::plainUrl(m_origin, BlobContainers::upload(u"one"_s), u"a"_s);
    QCOMPARE(ask("PUT", plain, "x", {{"x-ms-blob-type", "BlockBlob"}}).status, 403);
    QCOMPARE(ask("PUT", m_blobs->signedUrl(m_origin, BlobContainers::upload(u"one"_s), u"a"_s, u"r"_s), "x",
                 {{"x-ms-blob-type", "BlockBlob"}})
                 .status,
             403);
    // No signature allows a client to write registered code or artifacts of runs.
    QCOMPARE(ask("PUT", m_blobs->signedUrl(m_origin, BlobContainers::code(), u"h/a"_s, u"w"_s), "x",
                 {{"x-ms-blob-type", "BlockBlob"}})
                 .status,
             403);
}

void TestBlobs::containersAreListedInPages()
{
    for (const auto &name : {u"b"_s, u"a/1"_s, u"a/2"_s})
        QCOMPARE(ask("PUT", writable(name), "x", {{"x-ms-blob-type", "BlockBlob"}}).status, 201);
    const QString base = writable({}) + u"&restype=container&comp=list"_s;
    const Reply below = ask("GET", base + u"&prefix=a/"_s);
    QCOMPARE(below.status, 200);
    QVERIFY(below.body.contains("<Name>a/1</Name>") && below.body.contains("<Name>a/2</Name>") &&
            !below.body.contains("<Name>b</Name>"));
    const Reply first = ask("GET", base + u"&maxresults=2"_s);
    QVERIFY(first.body.contains("<NextMarker>a/2</NextMarker>"));
    const Reply second = ask("GET", base + u"&maxresults=2&marker=a/2"_s);
    QVERIFY(second.body.contains("<Name>b</Name>") && !second.body.contains("<Name>a/1</Name>"));
}

void TestBlobs::metadataAndRangesAreCheckedAsByAzure()
{
    const QString url = writable(u"a"_s);
    const std::pair<QByteArray, QByteArray> block{"x-ms-blob-type", "BlockBlob"};
    const Reply bad = ask("PUT", url, "0123456789", {block, {"x-ms-meta-1!a", "v"}});
    QCOMPARE(bad.status, 400);
    QCOMPARE(bad.header("x-ms-error-code"), "InvalidMetadata");
    QCOMPARE(ask("PUT", url, "0123456789", {block, {"x-ms-meta-a_1", "v"}}).status, 201);
    QCOMPARE(ask("GET", url, {}, {{"x-ms-range", "bytes=1-0"}}).status, 416);
    QCOMPARE(ask("GET", url, {}, {{"x-ms-range", "bytes=99999999999999999999-"}}).status, 416);
    const Reply rest = ask("GET", url, {}, {{"x-ms-range", "bytes=8-99999999999999999999"}});
    QCOMPARE(rest.status, 206);
    QCOMPARE(rest.body, "89");
}

void TestBlobs::theFolderOfAllUploadsIsNotAContainer()
{
    const BlobContainers &containers = m_blobs->containers();
    for (const QString &id : {u""_s, u".parts"_s, u".."_s}) {
        QVERIFY(!containers.place(BlobContainers::upload(id), u"one"_s));
        QVERIFY(!containers.list(BlobContainers::upload(id), {}));
    }
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
