import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../router";

/** The API as one browser sees it: cookies are kept between calls. */
export function apiClient(url: string) {
  const jar = new Map<string, string>();
  const withCookies = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(input, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), cookie, origin: url },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    return response;
  };
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/api/trpc`, fetch: withCookies as typeof fetch })],
  });
}

export type ApiClient = ReturnType<typeof apiClient>;

/** The failure key of a refused call, or `null` when no answer came at all. */
export function failureKeyOf(error: unknown): string | null {
  const data = (error as { data?: { failure?: { key?: string } } } | null)?.data;
  return data?.failure?.key ?? null;
}
