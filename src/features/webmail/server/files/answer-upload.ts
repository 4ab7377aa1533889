import { z } from "zod";
import { AppError } from "~/lib/errors";
import { type Context, mailboxContext } from "~/server/context";
import { errorBody } from "~/server/rest/error-body";
import { stageFile } from "./stage-file";

/** Where our own pages, and programs that are signed in, put files. */
export const uploadPath = "/mail/files";

const Query = z.strictObject({ name: z.string().max(1000), type: z.string().max(200).default("") });

/**
 * POST /mail/files?name=…&type=…: the body is the file. Answers with what it is known by from then on. `null` for every other path. That it
 * comes from our own pages, and that its length is announced and bearable, was looked at before. Throws what `stageFile` throws.
 */
export async function answerUpload(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== uploadPath) return null;
  if (request.method !== "POST")
    return Response.json(errorBody({ key: "request.method_refused" }), { status: 405, headers: { allow: "POST" } });
  const ctx = mailboxContext(context);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const size = Number(request.headers.get("content-length") ?? 0);
  if (!query.success || !Number.isSafeInteger(size)) throw new AppError("request.invalid");
  const content = request.body ?? new Blob([]).stream();
  return Response.json(await stageFile(ctx, { ...query.data, size, content }), { status: 201 });
}
