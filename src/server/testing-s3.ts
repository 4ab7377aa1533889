/** Just enough of S3 for a test: objects, uploads in parts, listing in pages. Keeps what it was asked. */
export function startTestS3() {
  const objects = new Map<string, { bytes: Uint8Array; changedAt: string }>();
  const uploads = new Map<string, Uint8Array[]>();
  const authorizations: string[] = [];
  const parts: number[] = [];
  const xml = (body: string) =>
    new Response(`<?xml version="1.0"?>${body}`, { headers: { "content-type": "application/xml" } });
  const store = (key: string, bytes: Uint8Array) => objects.set(key, { bytes, changedAt: new Date().toISOString() });

  function list(query: URLSearchParams): Response {
    const [prefix, after] = [query.get("prefix") ?? "", query.get("continuation-token") ?? ""];
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    // One a page, so that pages are followed.
    const [first] = keys;
    const contents = first
      ? `<Contents><Key>${first}</Key><LastModified>${objects.get(first)!.changedAt}</LastModified><Size>1</Size></Contents>`
      : "";
    const more = keys.length > 1;
    const next = more ? `<NextContinuationToken>${first}</NextContinuationToken>` : "";
    return xml(
      `<ListBucketResult><Name>bucket</Name><Prefix>${prefix}</Prefix><KeyCount>${first ? 1 : 0}</KeyCount><IsTruncated>${more}</IsTruncated>${contents}${next}</ListBucketResult>`,
    );
  }

  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      const { pathname, searchParams } = new URL(request.url);
      authorizations.push(request.headers.get("authorization") ?? "");
      const key = decodeURIComponent(pathname).replace(/^\/bucket\/?/, "");
      const upload = searchParams.get("uploadId");
      const bytes = await request.bytes();
      if (request.method === "PUT" && upload) {
        parts.push(bytes.length);
        uploads.get(upload)![Number(searchParams.get("partNumber")) - 1] = bytes;
        return new Response(null, { headers: { etag: '"part"' } });
      }
      if (request.method === "PUT") return store(key, bytes) && new Response(null, { headers: { etag: '"whole"' } });
      if (request.method === "POST" && upload) {
        store(key, Buffer.concat(uploads.get(upload)!));
        uploads.delete(upload);
        return xml('<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>');
      }
      if (request.method === "POST") {
        const uploadId = Bun.randomUUIDv7();
        uploads.set(uploadId, []);
        return xml(`<InitiateMultipartUploadResult><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`);
      }
      if (request.method === "DELETE") {
        if (upload) uploads.delete(upload);
        else objects.delete(key);
        return new Response(null, { status: 204 });
      }
      if (key === "") return list(searchParams);
      const found = objects.get(key);
      if (!found) return new Response(null, { status: 404 });
      const headers = {
        "content-length": String(found.bytes.length),
        etag: '"whole"',
        "last-modified": new Date().toUTCString(),
      };
      return new Response(request.method === "HEAD" ? null : Buffer.from(found.bytes), { headers });
    },
  });
  return {
    options: {
      ...{ endpoint: server.url.origin, bucket: "bucket", region: "test-1" },
      ...{ accessKeyId: "key", secretAccessKey: "secret" },
    },
    authorizations: () => authorizations,
    /** Lengths of the parts of finished and unfinished uploads, in the order they came. */
    parts: () => parts,
    unfinished: () => uploads.size,
    stop: () => server.stop(true),
  };
}
