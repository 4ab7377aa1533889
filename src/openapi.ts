import { generateOpenApiDocument } from "trpc-to-openapi";
import { z } from "zod";
import * as auth from "./features/auth/schema";
import { AuditPage } from "./features/auth/schema/audit";
import { InvitationPage, TeamPage } from "./features/auth/schema/team";
import * as domains from "./features/domains/schema";
import * as users from "./features/users/schema";
import * as webmail from "./features/webmail/schema";
import { Sent } from "./features/webmail/schema/sending";
import { ErrorBody } from "./server/rest/error-body";
import { attachmentOperation } from "./server/rest/attachment-operation";
import { attachmentRoute } from "./server/rest/answer-file";
import { about, errorResponses, securitySchemes, tags } from "./server/rest/openapi-parts";
import { completeOperation } from "./server/rest/openapi-operation";
import type { OpenApiDocument } from "./server/rest/openapi-types";
import { plainSchema } from "./server/rest/plain-schema";
import { tidyComponents } from "./server/rest/tidy-components";
import { restPrefix, restRouter, restRoutes } from "./server/rest/rest-routes";

/** Schemas that stand under a name of their own, so that clients that are generated from the document have types of that name. */
const named = {
  ...{ Me: auth.Me, SignInAnswer: auth.SignInAnswer, TeamPage, InvitationPage, AuditPage },
  ...{ DomainSummary: domains.DomainSummary, DomainDetail: domains.DomainDetail, DomainPage: domains.DomainPage },
  ...{ DomainRecord: domains.DomainRecord, DomainRecords: domains.DomainRecords },
  ...{ MailUser: users.MailUser, UserPage: users.UserPage },
  ...{ Mailbox: webmail.Mailbox, Message: webmail.Message, MessagePage: webmail.MessagePage, Sent },
};

function makeDocument(): OpenApiDocument {
  const generated = generateOpenApiDocument(restRouter() as unknown as Parameters<typeof generateOpenApiDocument>[0], {
    ...{ ...about, baseUrl: restPrefix, openApiVersion: "3.1.0", securitySchemes: {}, defs: named },
  }) as unknown as OpenApiDocument;
  const { paths, components, ...head } = generated;
  for (const route of restRoutes()) {
    const item = paths[route.path]!;
    const method = route.method.toLowerCase() as keyof typeof item;
    item[method] = completeOperation(route, item[method]!);
  }
  paths[attachmentRoute] = { get: attachmentOperation };
  const errorSchema = z.toJSONSchema(ErrorBody) as OpenApiDocument["components"]["schemas"][string];
  delete errorSchema.$schema;
  const document: OpenApiDocument = {
    ...{ ...head, tags, paths },
    components: { schemas: { ...components.schemas, Error: errorSchema }, responses: errorResponses, securitySchemes },
  };
  return tidyComponents(plainSchema(document));
}

let made: OpenApiDocument | undefined;

/** The description of the REST API in the terms of OpenAPI 3.1, made from the procedures when it is first asked for. */
export const openApiDocument = (): OpenApiDocument => (made ??= makeDocument());
