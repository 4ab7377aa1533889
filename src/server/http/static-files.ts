import { join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

type Stored = {
  plain: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
  brotli?: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
};

const compressible = /^(text\/|application\/(javascript|json|manifest)|image\/svg)/;

/** Answers from the folder of built files, each read and compressed once. `null` when there is no such file. */
export function createStaticFiles(root: string): (request: Request, pathname: string) => Promise<Response | null> {
  const known = new Map<string, Stored>();

  /** One file has one place, however its path is spelt: what is kept is bounded by what is there. */
  const locate = (pathname: string): string | null => {
    try {
      const path = normalize(join(root, decodeURIComponent(pathname)));
      return path.startsWith(`${root}/`) && !/\/\.|\.map$/.test(path.slice(root.length)) ? path : null;
    } catch {
      return null;
    }
  };

  const load = async (path: string): Promise<Stored | null> => {
    const file = Bun.file(path);
    if (!(await file.exists())) return null;
    const plain = await file.bytes();
    const squeeze = compressible.test(file.type) && plain.length > 512;
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    return {
      ...{ plain, type: file.type, etag: `"${Bun.hash(plain).toString(36)}"` },
      gzip: squeeze ? new Uint8Array(gzipSync(plain)) : undefined,
      brotli: squeeze ? new Uint8Array(brotliCompressSync(plain, brotli)) : undefined,
    };
  };

  return async (request, pathname) => {
    if (request.method !== "GET" && request.method !== "HEAD") return null;
    if (!/\.[a-z0-9]+$/i.test(pathname)) return null;
    const path = locate(pathname);
    if (!path) return null;
    const stored = known.get(path) ?? (await load(path).catch(() => null));
    if (!stored) return null;
    known.set(path, stored);
    const headers = new Headers({ "content-type": stored.type, etag: stored.etag, vary: "accept-encoding" });
    const immutable = pathname.startsWith("/_build/assets/");
    headers.set("cache-control", immutable ? "public, max-age=31536000, immutable" : "public, max-age=300");
    if (request.headers.get("if-none-match") === stored.etag) return new Response(null, { status: 304, headers });
    const accepted = request.headers.get("accept-encoding") ?? "";
    const encoding =
      accepted.includes("br") && stored.brotli ? "br" : accepted.includes("gzip") && stored.gzip ? "gzip" : null;
    if (encoding) headers.set("content-encoding", encoding);
    return new Response(encoding === "br" ? stored.brotli! : encoding ? stored.gzip! : stored.plain, { headers });
  };
}
